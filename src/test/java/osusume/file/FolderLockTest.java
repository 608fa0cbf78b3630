package osusume.file;

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

@Timeout(60)
class FolderLockTest {
  private static final int TIMES = 40;

  @TempDir Path folder;

  private void assertHeld() {
    assertThatThrownBy(() -> FolderLock.of(folder).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at work in " + folder);
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
            try (FolderLock _ = FolderLock.await(folder)) {
              int sofar = Integer.parseInt(Files.readString(file));
              Thread.yield();
              Files.writeString(file, String.valueOf(sofar + 1));
            }
          }
          return null;
        });
  }

  @Test
  void whoDoesNotWaitIsToldAtOnceAndTheHolderKeepsItsLockAgainstOtherPrograms() throws Exception {
    try (FolderLock _ = FolderLock.of(folder)) {
      assertHeld();
      assertThat(CompletableFuture.runAsync(this::assertHeld)).succeedsWithin(10, TimeUnit.SECONDS);
      Path byAnotherName = folder.resolve("..").resolve(folder.getFileName());
      assertThatThrownBy(() -> FolderLock.of(byAnotherName).close())
          .hasMessageContaining("already");
      Process other = LockHolder.ask(folder);
      try {
        assertThat(other.inputReader().readLine()).contains("already");
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
    FolderLock.of(folder).close();
  }

  @Test
  void anotherProgramIsWaitedForOnlyByWhoMustNotBeTurnedAway() throws Exception {
    Process other = LockHolder.hold(folder);
    try {
      assertHeld();
      assertThatThrownBy(() -> FolderLock.afterOwn(folder).close()).hasMessageContaining("already");
      FutureTask<Void> waiting =
          new FutureTask<>(
              () -> {
                FolderLock.await(folder).close();
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
              FolderLock.await(folder).close();
              return null;
            });
    Thread thread = new Thread(waiting);
    try (FolderLock _ = FolderLock.of(folder)) {
      thread.start();
      thread.interrupt();
      assertThatThrownBy(waiting::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
      assertHeld();
    }
    FolderLock.of(folder).close();
  }
}
