package osusume.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The last requests the listener answered, for a person to look at; kept in memory only. May be
 * used from any thread.
 */
public final class RequestLog {
  private static final int KEPT = 200;

  private final Deque<Served> recent = new ArrayDeque<>();
  private final List<Consumer<Served>> listeners = new CopyOnWriteArrayList<>();
  private long count;

  /**
   * A request that was answered.
   *
   * @param number counts from 1
   * @param at when it came
   * @param method of HTTP, in capitals
   * @param target path and query, percent-encoded as they came, what somebody said in a talk left
   *     out
   * @param status of HTTP; 0 where who asked went away first
   * @param bytes of the body, as they were sent
   * @param took from the request's last header to the answer's last byte
   * @param from the asking machine's address
   */
  public record Served(
      long number,
      Instant at,
      String method,
      String target,
      int status,
      long bytes,
      Duration took,
      String from) {}

  /**
   * Is told of each request, in whatever thread answered it; must be quick, and wait for nothing.
   */
  public void listen(Consumer<Served> listener) {
    listeners.add(listener);
  }

  void add(
      Instant at,
      String method,
      String target,
      int status,
      long bytes,
      Duration took,
      String from) {
    Served served;
    synchronized (this) {
      served = new Served(++count, at, method, target, status, bytes, took, from);
      recent.addFirst(served);
      if (recent.size() > KEPT) {
        recent.removeLast();
      }
    }
    for (Consumer<Served> listener : listeners) {
      try {
        listener.accept(served);
      } catch (RuntimeException e) {
        Unforeseen.log("who is told of requests", e);
      }
    }
  }

  /** The last ones, the newest first. */
  public synchronized List<Served> recent() {
    return List.copyOf(recent);
  }

  /** How many there were since the listener was first started. */
  public synchronized long count() {
    return count;
  }
}
