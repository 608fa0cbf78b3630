package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LineQueueTest {
  private final List<String> printed = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatIsAddedIsPrintedInItsOrderAndTheLastBeforeItCloses() {
    List<String> lines = new ArrayList<>();
    try (LineQueue queue = LineQueue.start(printed::add)) {
      for (int i = 0; i < 300; i++) {
        String line = "line " + i;
        lines.add(line);
        queue.add(() -> line);
      }
    }
    assertThat(printed).isEqualTo(lines);
  }

  @Test
  void aReaderThatTakesNothingHoldsNobodyUpAndIsToldWhatWasLeftOut() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    long began = System.nanoTime();
    LineQueue queue = LineQueue.start(line -> printWhen(go, line));
    for (int i = 0; i < 100_000; i++) {
      queue.add(() -> "line");
    }
    go.countDown();
    while (printed.isEmpty() || !printed.getLast().contains("left out")) {
      assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
      Thread.sleep(5);
    }
    queue.close();
    int lines = printed.size() - 1;
    assertThat(printed.getLast()).contains("%,d lines".formatted(100_000 - lines));
  }

  private void printWhen(CountDownLatch go, String line) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    printed.add(line);
  }
}
