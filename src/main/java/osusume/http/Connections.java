package osusume.http;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/** The connections there are. Closes those that ask for too much time, and all when it ends. */
final class Connections {
  /** How often they are looked at, while there is a time-out. */
  private static final int LOOKS = 4;

  private static final long LONGEST_MILLIS = 1000;
  private static final int MOST_LEAVING = 64;

  private final Limits limits;
  private final Set<GuardedEndPoint> open = new HashSet<>();
  private final Set<GuardedEndPoint> leaving = new HashSet<>();
  private final Map<String, Integer> ofVisitor = new HashMap<>();
  private final Visitors visitors;
  private volatile boolean ending;

  Connections(Limits limits, Visitors visitors) {
    this.limits = limits;
    this.visitors = visitors;
  }

  /** Who is at the other end of a connection. */
  Visitor visitor(SocketAddress remote, SocketAddress local) {
    return visitors.of(remote, local);
  }

  /** Looks at them from time to time, until the scheduler stops. */
  void watch(Scheduler scheduler) {
    long shortest =
        Math.min(limits.request().toMillis(), limits.readerPatience().toMillis()) / LOOKS;
    look(scheduler, Math.clamp(shortest, 1, LONGEST_MILLIS));
  }

  private void look(Scheduler scheduler, long millis) {
    try {
      all().forEach(this::cutIfTooSlow);
    } finally {
      scheduler.schedule(() -> look(scheduler, millis), millis, TimeUnit.MILLISECONDS);
    }
  }

  private void cutIfTooSlow(GuardedEndPoint endPoint) {
    try {
      if (endPoint.isTooSlow(System.nanoTime(), limits)) {
        endPoint.cut();
      }
    } catch (RuntimeException e) {
      // One that can't be closed must not keep the others from being looked at.
      Unforeseen.log("a visitor that is too slow", e);
    }
  }

  private synchronized List<GuardedEndPoint> all() {
    return List.copyOf(open);
  }

  /** Whether there is room for it. */
  synchronized boolean admit(GuardedEndPoint endPoint) {
    Visitor visitor = endPoint.visitor();
    int ofOne = ofVisitor.getOrDefault(visitor.key(), 0);
    int most = limits.connections() - (visitor.atHome() ? 0 : limits.connectionsOfHome());
    if (ending || open.size() >= most || !visitor.atHome() && ofOne >= limits.connectionsOfOne()) {
      return false;
    }
    open.add(endPoint);
    ofVisitor.put(visitor.key(), ofOne + 1);
    return true;
  }

  synchronized void leave(GuardedEndPoint endPoint) {
    if (open.remove(endPoint)) {
      ofVisitor.computeIfPresent(
          endPoint.visitor().key(), (_, count) -> count == 1 ? null : count - 1);
      notifyAll();
    }
  }

  /** Whether one that is closed may be held for a moment, which ends with {@link #sawOut}. */
  synchronized boolean maySeeOut(GuardedEndPoint endPoint) {
    return !ending && leaving.size() < MOST_LEAVING && leaving.add(endPoint);
  }

  synchronized void sawOut(GuardedEndPoint endPoint) {
    leaving.remove(endPoint);
  }

  private synchronized List<GuardedEndPoint> leaving() {
    return List.copyOf(leaving);
  }

  /** An answer was sent. */
  void answered() {
    if (isEnding()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Whether no other request will be answered on a connection. */
  boolean isEnding() {
    return ending;
  }

  /**
   * Closes each once its answer is sent.
   *
   * @param patience after it, those that are left are cut off
   */
  void end(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (this) {
      ending = true;
    }
    boolean interrupted = false;
    while (!interrupted && closeIdle() > 0 && System.nanoTime() < deadline) {
      interrupted = !await(deadline);
    }
    all().forEach(GuardedEndPoint::cut);
    leaving().forEach(GuardedEndPoint::closeNow);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int closeIdle() {
    int left = 0;
    for (GuardedEndPoint endPoint : all()) {
      if (endPoint.isUnderWay()) {
        left++;
      } else {
        endPoint.close();
      }
    }
    return left;
  }

  private synchronized boolean await(long deadline) {
    try {
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      // Not for long: an answer may end between the look at it and the wait.
      wait(Math.clamp(millis, 1, LONGEST_MILLIS / LOOKS / LOOKS));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
