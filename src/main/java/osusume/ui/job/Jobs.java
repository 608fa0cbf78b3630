package osusume.ui.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import osusume.progress.Pause;
import osusume.progress.Progress;

/** Runs jobs and quick answers on named daemon threads, and knows which jobs are under way. */
public final class Jobs {
  private static final int THREADS = 4;

  /** What takes longer is listed, although it is shown where it was asked for. */
  private static final Duration BRIEF = Duration.ofSeconds(5);

  private final ThreadPoolExecutor workers = threads("osusume-job-");
  private final ThreadPoolExecutor answerers = threads("osusume-answer-");
  private final ObservableList<JobTask<?>> running = FXCollections.observableArrayList();
  private final ObservableList<JobTask<?>> runningView =
      FXCollections.unmodifiableObservableList(running);
  private final Set<JobTask<?>> brief = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<JobTask<?>> unlisted = new ArrayList<>();
  private final Consumer<Throwable> onFailed;
  private volatile boolean closing;

  /** Work that can be halted as well; runs on a thread of {@link Jobs}. */
  @FunctionalInterface
  public interface HaltableWork<T> {
    T run(Progress progress, Pause pause) throws Exception;
  }

  /**
   * @param onFailed is told of the failure of a job that has no {@code onFailed} of its own; runs
   *     on the JavaFX thread
   */
  public Jobs(Consumer<Throwable> onFailed) {
    this.onFailed = onFailed;
  }

  private static ThreadPoolExecutor threads(String name) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        work -> {
          Thread thread = new Thread(work, name + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    var pool =
        new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    pool.allowCoreThreadTimeOut(true);
    // After the window was closed nobody waits for an answer.
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    return pool;
  }

  /** Makes a job, which is not started yet. */
  public <T> JobTask<T> create(String title, JobTask.Work<T> work) {
    return new JobTask<>(this, title, work, null, onFailed);
  }

  /**
   * Makes a job that is shown where it was asked for, and is listed among the others only once it
   * has taken some seconds; on the JavaFX thread.
   */
  public <T> JobTask<T> createBrief(String title, JobTask.Work<T> work) {
    JobTask<T> job = create(title, work);
    brief.add(job);
    return job;
  }

  /** Makes a job that can be halted and go on, which is not started yet. */
  public <T> JobTask<T> createHaltable(String title, HaltableWork<T> work) {
    Pause pause = new Pause();
    return new JobTask<>(this, title, progress -> work.run(progress, pause), pause, onFailed);
  }

  /** Where quick questions are answered; see {@link LatestAnswer}. */
  public Executor answerers() {
    return answerers;
  }

  /** The jobs that have not ended, in the order of their start; changes on the JavaFX thread. */
  public ObservableList<JobTask<?>> running() {
    return runningView;
  }

  void start(JobTask<?> job) {
    if (workers.isShutdown()) {
      // The window was closed while the news came that led to this job; it would never end.
      return;
    }
    if (brief.remove(job)) {
      unlisted.add(job);
      PauseTransition wait = new PauseTransition(javafx.util.Duration.millis(BRIEF.toMillis()));
      wait.setOnFinished(
          _ -> {
            if (unlisted.remove(job)) {
              running.add(job);
            }
          });
      wait.play();
    } else {
      running.add(job);
    }
    workers.execute(job);
  }

  void ended(JobTask<?> job) {
    running.remove(job);
    unlisted.remove(job);
  }

  /** Whether jobs are asked to stop because the window is closed, not because a person said so. */
  public boolean closing() {
    return closing;
  }

  /** Asks every job to stop and takes no new ones; on the JavaFX thread. */
  public void cancelAll() {
    closing = true;
    List.copyOf(running).forEach(JobTask::cancel);
    List.copyOf(unlisted).forEach(JobTask::cancel);
    workers.shutdown();
    answerers.shutdown();
  }

  /**
   * Waits, not on the JavaFX thread, until the jobs and the answers under way have stopped.
   *
   * @return whether they did in time
   */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    return workers.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS)
        && answerers.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
