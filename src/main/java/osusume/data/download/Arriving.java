package osusume.data.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import osusume.progress.CancelledException;

/**
 * The body of an answer, taken piece by piece by one thread that waits no longer than it wants to:
 * a stream would keep it until the next byte. No more than one piece is on its way at a time.
 */
final class Arriving implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  /** What was heard: a piece, or the end, with what went wrong where it did. */
  private record News(List<ByteBuffer> piece, Throwable trouble) {
    boolean end() {
      return piece == null;
    }
  }

  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private volatile Flow.Subscription subscription;
  private News end;

  @Override
  public void onSubscribe(Flow.Subscription made) {
    subscription = made;
    made.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    news.add(new News(piece, null));
  }

  @Override
  public void onError(Throwable trouble) {
    news.add(new News(null, trouble));
  }

  @Override
  public void onComplete() {
    news.add(new News(null, null));
  }

  /**
   * The next piece; empty if none came in time or the body has {@link #ended()}.
   *
   * @throws DroppedException if the connection broke off
   */
  Optional<List<ByteBuffer>> next(Duration limit) throws IOException {
    if (end != null) {
      return Optional.empty();
    }
    News heard;
    try {
      heard = news.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    if (heard == null) {
      return Optional.empty();
    }
    if (heard.end()) {
      end = heard;
      if (heard.trouble() != null) {
        throw new DroppedException(heard.trouble());
      }
      return Optional.empty();
    }
    subscription.request(1);
    return Optional.of(heard.piece());
  }

  /** Whether everything has arrived and was taken. */
  boolean ended() {
    return end != null;
  }

  /** Lets go of the rest, and of the connection. */
  @Override
  public void close() {
    if (end == null && subscription != null) {
      subscription.cancel();
    }
  }
}
