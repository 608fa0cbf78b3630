package osusume.cli;

import java.io.IOException;
import java.util.List;
import osusume.app.Opened;
import osusume.recommend.rating.RatingPredictor;
import picocli.CommandLine.Option;

/** What every command takes that works on a data set which is kept already. */
final class DatasetOptions extends WorkspaceOptions {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "the data set to use, instead of the one that was open last")
  private String dataset;

  private boolean saidLearning;

  DatasetOptions(Streams streams, PlacesOptions places) {
    super(streams, places);
  }

  /** The data set that was asked for; null: the one that was open last. */
  String dataset() {
    return dataset;
  }

  /** Opens the data set that was asked for, and nothing that was learned from it. */
  Opened open() throws IOException {
    return workspace().openBare(dataset, progress(), this::tell);
  }

  /**
   * Sees to it that a strategy can be asked: what it needs is read, or learned and kept. Where the
   * data do not allow that, the next one is taken, and the person told.
   *
   * @param strategies names, the wanted one first
   * @return the name of the one that can be asked
   * @throws osusume.app.UnusableModelException if it needs taste groups whose file can't be used
   */
  String ready(List<String> strategies) {
    String whyNot = null;
    for (String strategy : strategies) {
      try {
        workspace().ready(strategy, progress(), this::tell, () -> sayLearning(strategy));
        if (whyNot != null) {
          say(
              strategy.equals("popular")
                  ? whyNot + " So these are the most watched titles."
                  : whyNot + " So \"" + strategy + "\" is asked instead.");
        }
        return strategy;
      } catch (IllegalArgumentException e) {
        whyNot = whyNot == null ? e.getMessage() : whyNot;
      }
    }
    throw new IllegalArgumentException(whyNot);
  }

  private void sayLearning(String strategy) {
    if (saidLearning) {
      return;
    }
    saidLearning = true;
    say(
        "What \"%s\" needs is not learned yet from \"%s\"; learning it now, and keeping it."
            .formatted(strategy, workspace().opened().data().name()));
  }

  /**
   * What predicts ratings for the data set that is open; where nothing of the kind is kept yet, or
   * what is kept is no good, it is learned and kept.
   */
  RatingPredictor ratingPredictor() {
    return readyToPredict().ratingPredictor().orElseThrow();
  }

  /** Sees to it that ratings can be predicted, as {@link #ratingPredictor()} does. */
  Opened readyToPredict() {
    return workspace()
        .readyToPredict(
            progress(),
            this::tell,
            () ->
                say(
                    "How people rate is not learned yet from \"%s\"; learning it now, and keeping it."
                        .formatted(workspace().opened().data().name())));
  }
}
