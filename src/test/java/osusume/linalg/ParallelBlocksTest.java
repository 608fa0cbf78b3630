package osusume.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelBlocksTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void everyBlockRunsOnceOnAWorkerOfItsOwn(int threads) {
    try (var parallel = new ParallelBlocks(threads)) {
      for (int blocks : new int[] {0, 1, 2, 100}) {
        var runs = new AtomicIntegerArray(100);
        var busy = new AtomicIntegerArray(threads);
        var shared = new AtomicInteger();
        parallel.run(
            blocks,
            (block, worker) -> {
              shared.addAndGet(busy.getAndIncrement(worker));
              runs.incrementAndGet(block);
              busy.decrementAndGet(worker);
            });
        for (int block = 0; block < 100; block++) {
          assertThat(runs.get(block)).isEqualTo(block < blocks ? 1 : 0);
        }
        assertThat(shared).hasValue(0);
      }
    }
  }

  @Test
  void aFailureReachesTheCallerAndTheNextRunWorks() {
    try (var parallel = new ParallelBlocks(3)) {
      for (int failing : new int[] {0, 5, 49}) {
        assertThatThrownBy(
                () ->
                    parallel.run(
                        50,
                        (block, worker) -> {
                          if (block == failing) {
                            throw new IllegalStateException("block " + block);
                          }
                        }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("block " + failing);
      }
      var count = new AtomicInteger();
      parallel.run(10, (block, worker) -> count.incrementAndGet());
      assertThat(count).hasValue(10);
    }
  }

  @Test
  void theThreadsEndWithIt() {
    Thread[] seen = new Thread[1];
    try (var parallel = new ParallelBlocks(2)) {
      while (seen[0] == null) {
        parallel.run(
            64,
            (block, worker) -> {
              Thread.yield();
              if (worker == 1) {
                seen[0] = Thread.currentThread();
              }
            });
      }
      assertThat(seen[0].isDaemon()).isTrue();
    }
    assertThat(seen[0].isAlive()).isFalse();
  }

  @Test
  void noThreadIsRefused() {
    assertThatThrownBy(() -> new ParallelBlocks(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 thread, but 0");
  }
}
