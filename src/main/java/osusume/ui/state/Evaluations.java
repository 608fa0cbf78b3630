package osusume.ui.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import osusume.data.Dataset;
import osusume.evaluate.Evaluation;
import osusume.evaluate.Plan;
import osusume.evaluate.Report;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/**
 * The evaluation of strategies: at most one at a time, and what the last one that came to its end
 * found. For the JavaFX thread.
 */
public final class Evaluations {
  private final CurrentData data;
  private final Jobs jobs;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<JobTask<Result>> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>();

  /**
   * What was found, and on what.
   *
   * @param users of the data set
   * @param titles of the data set
   * @param seconds how long it took
   */
  public record Result(Report report, int users, int titles, double seconds) {}

  public Evaluations(CurrentData data, Jobs jobs, Texts texts) {
    this.data = data;
    this.jobs = jobs;
    this.texts = texts;
  }

  /** The evaluation under way; null: none. */
  public ReadOnlyObjectProperty<JobTask<Result>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What was found last; null until an evaluation came to its end. */
  public ReadOnlyObjectProperty<Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /**
   * Evaluates on the data set that is open now, whatever is opened meanwhile. A run that is
   * cancelled or fails leaves the last result.
   */
  public JobTask<Result> start(Plan plan) {
    Dataset of = data.opened().data();
    JobTask<Result> job =
        jobs.create(
            texts.get("job.evaluate"),
            progress -> {
              long begin = System.nanoTime();
              Report report = Evaluation.run(of, plan, progress);
              double seconds = (System.nanoTime() - begin) / 1e9;
              return new Result(report, of.ratings().rowCount(), of.catalogue().size(), seconds);
            });
    running.set(job);
    job.phaseProperty()
        .addListener(
            (_, _, phase) -> {
              if (phase.ended()) {
                if (phase == JobTask.Phase.DONE) {
                  result.set(job.getValue());
                }
                running.set(null);
              }
            });
    return job.start();
  }
}
