package osusume.chat.agent;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;

/** Stops work when the person asks for it, or when its time is over. */
final class Deadline implements Progress {
  private final Progress person;
  private final BooleanSupplier closed;
  private volatile long end;

  Deadline(Progress person, BooleanSupplier closed, Duration time) {
    this.person = person;
    this.closed = closed;
    endIn(time);
  }

  /** Gives it so much from now, whatever it had before. */
  void endIn(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** Whether nobody waits for the answer any more. */
  boolean stopped() {
    return person.cancelled() || closed.getAsBoolean();
  }

  /** The same way to the list, but what the person takes to think it over is not counted. */
  ListDoor uncounted(ListDoor list) {
    return (proposal, progress) -> {
      long begun = System.nanoTime();
      try {
        return list.propose(proposal, progress);
      } finally {
        end = end + (System.nanoTime() - begun);
      }
    };
  }

  /** Without the clock: for a tool, which may wait until the person has agreed to something. */
  Progress person() {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        Deadline.this.report(fraction, message);
      }

      @Override
      public boolean cancelled() {
        return stopped();
      }
    };
  }

  /** Whether the time is over. */
  boolean over() {
    return System.nanoTime() - end >= 0;
  }

  @Override
  public void report(double fraction, String message) {
    person.report(fraction, message);
  }

  @Override
  public boolean cancelled() {
    return stopped() || over();
  }
}
