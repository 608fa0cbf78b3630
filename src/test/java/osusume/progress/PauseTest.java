package osusume.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PauseTest {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Pause pause = new Pause();
  private final Progress progress =
      new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean cancelled() {
          return cancelled.get();
        }
      };

  private CompletableFuture<Void> waiting() {
    return CompletableFuture.runAsync(() -> pause.await(progress));
  }

  @Test
  void whatIsNotHaltedGoesStraightOn() throws Exception {
    waiting().get(20, TimeUnit.SECONDS);
  }

  @Test
  void whatIsHaltedWaitsUntilItMayGoOn() throws Exception {
    pause.halt();
    assertThat(pause.asked()).isTrue();
    CompletableFuture<Void> waiting = waiting();
    assertThatThrownBy(() -> waiting.get(150, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    pause.goOn();
    waiting.get(20, TimeUnit.SECONDS);
    assertThat(pause.asked()).isFalse();
  }

  @Test
  void whatIsHaltedCanBeCancelled() {
    pause.halt();
    CompletableFuture<Void> waiting = waiting();
    cancelled.set(true);
    assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancelledException.class);
  }
}
