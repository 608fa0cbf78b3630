package osusume.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import osusume.ui.job.JobTask.Phase;

class JobTaskTest {
  private final List<Throwable> told = new ArrayList<>();
  private Jobs jobs;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void makeJobs() throws Exception {
    jobs = onFx(() -> new Jobs(told::add));
  }

  @AfterEach
  void endJobs() throws Exception {
    onFx(
        () -> {
          jobs.cancelAll();
          return null;
        });
    assertThat(jobs.awaitEnd(Duration.ofSeconds(20))).isTrue();
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aJobThatComesAfterTheEndIsNotBegun() throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    boolean listed =
        onFx(
            () -> {
              jobs.cancelAll();
              jobs.<Void>create(
                      "late",
                      _ -> {
                        ran.set(true);
                        return null;
                      })
                  .start();
              return !jobs.running().isEmpty();
            });
    assertThat(listed).isFalse();
    assertThat(jobs.awaitEnd(Duration.ofSeconds(20))).isTrue();
    assertThat(ran).isFalse();
  }

  private static void until(JobTask<?> job, Phase phase) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> onFx(() -> job.phaseProperty().get() == phase));
  }

  private <T> JobTask<T> start(JobTask.Work<T> work) throws Exception {
    return onFx(() -> jobs.create("a job", work).start());
  }

  @Test
  void aJobTellsHowFarItIsAndHandsOverItsResult() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> results = new ArrayList<>();
    JobTask<String> job =
        onFx(
            () ->
                jobs.<String>create(
                        "a job",
                        progress -> {
                          progress.report(0.5, "half");
                          goOn.await();
                          return "done";
                        })
                    .onDone(results::add)
                    .start());
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> onFx(() -> job.getMessage().equals("half")));
    assertThat(onFx(job::getProgress)).isEqualTo(0.5);
    assertThat(onFx(() -> List.copyOf(jobs.running()))).containsExactly(job);
    goOn.countDown();
    until(job, Phase.DONE);
    assertThat(onFx(() -> List.copyOf(results))).containsExactly("done");
    assertThat(onFx(() -> jobs.running().isEmpty())).isTrue();
  }

  @Test
  void aJobIsNotCalledCancelledWhileItStillWorks() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    JobTask<Void> job =
        start(
            progress -> {
              begun.countDown();
              goOn.await();
              interrupted.set(Thread.currentThread().isInterrupted());
              progress.check();
              return null;
            });
    begun.await();
    onFx(job::cancel);
    until(job, Phase.CANCELLING);
    assertThat(onFx(() -> List.copyOf(jobs.running()))).containsExactly(job);
    goOn.countDown();
    until(job, Phase.CANCELLED);
    assertThat(interrupted).isFalse();
    assertThat(onFx(() -> jobs.running().isEmpty())).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void whatWasPastItsLastCheckWhenCancelledIsDone() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    JobTask<String> job =
        start(
            progress -> {
              begun.countDown();
              goOn.await();
              return "written";
            });
    begun.await();
    onFx(job::cancel);
    goOn.countDown();
    until(job, Phase.DONE);
    assertThat(onFx(job::getValue)).isEqualTo("written");
  }

  @Test
  void aFailureIsToldOnce() throws Exception {
    JobTask<Void> job =
        start(
            progress -> {
              throw new java.io.IOException("The disk is full.");
            });
    until(job, Phase.FAILED);
    assertThat(onFx(() -> List.copyOf(told)))
        .singleElement()
        .satisfies(trouble -> assertThat(trouble).hasMessage("The disk is full."));
  }

  @Test
  void ofManyQuestionsOnlyTheLastAnswerIsShown() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    List<Integer> shown = new ArrayList<>();
    LatestAnswer<Integer> answer = onFx(() -> new LatestAnswer<>(jobs, shown::add, told::add));
    onFx(
        () -> {
          for (int i = 0; i < 50; i++) {
            int number = i;
            answer.ask(
                () -> {
                  asked.await();
                  return number;
                });
          }
          assertThat(answer.busyProperty().get()).isTrue();
          asked.countDown();
          return null;
        });
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(() -> !answer.busyProperty().get()));
    assertThat(onFx(() -> List.copyOf(shown))).containsExactly(49);
  }

  @Test
  void aForgottenQuestionIsNotAnswered() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Integer> shown = new ArrayList<>();
    LatestAnswer<Integer> answer = onFx(() -> new LatestAnswer<>(jobs, shown::add, told::add));
    onFx(
        () -> {
          answer.ask(
              () -> {
                begun.countDown();
                goOn.await();
                return 1;
              });
          return null;
        });
    begun.await();
    onFx(
        () -> {
          answer.forget();
          return null;
        });
    goOn.countDown();
    endJobs();
    assertThat(onFx(() -> List.copyOf(shown))).isEmpty();
    assertThat(onFx(() -> answer.busyProperty().get())).isFalse();
  }
}
