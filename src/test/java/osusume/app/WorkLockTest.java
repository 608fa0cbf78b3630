package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

@Timeout(60)
class WorkLockTest {
  private static final int TIMES = 40;

  @TempDir Path folder;

  private void assertHeld() {
    assertThatThrownBy(() -> WorkLock.of(folder).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("importing, downloading or training in " + folder);
  }

  @Test
  void twoThreadsOfOneProgramTakeTurnsAndNoneIsTurnedAway() throws Exception {
    Path manifest = folder.resolve("count");
    Files.writeString(manifest, "0");
    CountDownLatch both = new CountDownLatch(2);
    FutureTask<Void> first = counting(manifest, both);
    FutureTask<Void> second = counting(manifest, both);
    new Thread(first).start();
    new Thread(second).start();
    first.get();
    second.get();
    assertThat(Files.readString(manifest)).isEqualTo(String.valueOf(2 * TIMES));
  }

  /** Reads a number, adds 1 and writes it, as keeping a part does with the manifest. */
  private FutureTask<Void> counting(Path file, CountDownLatch both) {
    return new FutureTask<>(
        () -> {
          both.countDown();
          both.await();
          for (int i = 0; i < TIMES; i++) {
            try (WorkLock _ = WorkLock.await(folder)) {
              int sofar = Integer.parseInt(Files.readString(file));
              Thread.yield();
              Files.writeString(file, String.valueOf(sofar + 1));
            }
          }
          return null;
        });
  }

  @Test
  void twoThingsThatAreLearnedAtOnceAreBothKept() throws Exception {
    Workspace workspace = new Workspace(Places.find(folder.resolve("data"), folder));
    workspace.open(null, Progress.NONE, trouble -> {});
    NmfSettings quick = NmfSettings.DEFAULT.withComponents(2).withMaxIterations(2);
    Kept<?> groups = workspace.keepNmf(quick, Progress.NONE, IterationListener.NONE);
    Kept<?> similar = workspace.keep(Part.SIMILAR, Progress.NONE);
    var data = workspace.opened().data();
    FutureTask<Void> first = keeping(workspace, groups);
    FutureTask<Void> second = keeping(workspace, similar);
    new Thread(first).start();
    new Thread(second).start();
    first.get();
    second.get();
    assertThat(workspace.models().read(data, Part.NMF)).isPresent();
    assertThat(workspace.models().read(data, Part.SIMILAR)).isPresent();
  }

  private static <T> FutureTask<Void> keeping(Workspace workspace, Kept<T> kept) {
    return new FutureTask<>(
        () -> {
          for (int i = 0; i < TIMES; i++) {
            workspace.models().requireWritable();
            workspace.models().keep(workspace.opened().data(), kept.part(), kept.content());
          }
          return null;
        });
  }

  @Test
  void whoDoesNotWaitIsToldAtOnceAndTheHolderKeepsItsLockAgainstOtherPrograms() throws Exception {
    try (WorkLock _ = WorkLock.of(folder)) {
      assertHeld();
      assertThat(CompletableFuture.runAsync(this::assertHeld)).succeedsWithin(10, TimeUnit.SECONDS);
      Path byAnotherName = folder.resolve("..").resolve(folder.getFileName());
      assertThatThrownBy(() -> WorkLock.of(byAnotherName).close()).hasMessageContaining("already");
      Process other = LockHolder.ask(folder);
      try {
        assertThat(other.inputReader().readLine()).contains("already");
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
    WorkLock.of(folder).close();
  }

  @Test
  void anotherProgramIsWaitedForOnlyByWhoMustNotBeTurnedAway() throws Exception {
    Process other = LockHolder.hold(folder);
    try {
      assertHeld();
      assertThatThrownBy(() -> WorkLock.afterOwn(folder).close()).hasMessageContaining("already");
      FutureTask<Void> waiting =
          new FutureTask<>(
              () -> {
                WorkLock.await(folder).close();
                return null;
              });
      new Thread(waiting).start();
      Thread.sleep(200);
      assertThat(waiting.isDone()).isFalse();
      other.destroyForcibly().waitFor();
      waiting.get();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void waitingForOnesTurnEndsWhenInterruptedAndTakesNobodysTurnAway() throws Exception {
    FutureTask<Void> waiting =
        new FutureTask<>(
            () -> {
              WorkLock.await(folder).close();
              return null;
            });
    Thread thread = new Thread(waiting);
    try (WorkLock _ = WorkLock.of(folder)) {
      thread.start();
      thread.interrupt();
      assertThatThrownBy(waiting::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
      assertHeld();
    }
    WorkLock.of(folder).close();
  }
}
