package osusume.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * One connection, of which is known what it waits for: the end of a request, or a reader. Times are
 * of {@link System#nanoTime}.
 */
final class GuardedEndPoint extends SocketChannelEndPoint {
  private static final long NEVER = Long.MIN_VALUE;
  private static final int NOTHING = -1;
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final double NANOS = 1e9;
  private static final int FAREWELL_ROUNDS = 20;
  private static final int FAREWELL_MILLIS = 50;
  private static final int FAREWELL_BYTES = 16_384;

  private final Connections connections;
  private final Visitor visitor;
  private final Scheduler clock;
  private final SelectionKey key;
  private volatile boolean answering;

  /** Whether its visitor may be talking still when it is closed. */
  private volatile boolean refused;

  /** When the first byte came of a request that has not come to its end. */
  private volatile long began = NEVER;

  /** When the reader began to keep the answer waiting, while it does. */
  private volatile long waitingSince = NEVER;

  /** What the reader took, and how long it kept the answer waiting, since it first did. */
  private volatile long taken;

  private volatile long waited;

  /** A byte of the next request; {@link #NOTHING}: none was read ahead. */
  private volatile int ahead = NOTHING;

  private volatile long looked = System.nanoTime();
  private volatile boolean gone;

  GuardedEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Connections connections) {
    super(channel, selector, key, scheduler);
    this.connections = connections;
    this.clock = scheduler;
    this.key = key;
    this.visitor = connections.visitor(getRemoteSocketAddress(), getLocalSocketAddress());
  }

  static GuardedEndPoint of(Request request) {
    return (GuardedEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
  }

  Visitor visitor() {
    return visitor;
  }

  /** The request has come to its end; from now on it is the reader who may keep waiting. */
  void beginAnswer() {
    answering = true;
    began = NEVER;
    taken = 0;
    waited = 0;
  }

  /** The answer is with the system, to be sent. */
  void endAnswer() {
    answering = false;
    connections.answered();
  }

  /** Whether a request has come, or has begun to come, and is not answered. */
  boolean isUnderWay() {
    return answering || began != NEVER;
  }

  /** The request was not read to its end. */
  void refuse() {
    refused = true;
  }

  /** Whether it asks for too much time; to be closed then. */
  boolean isTooSlow(long now, Limits limits) {
    long first = began;
    if (first != NEVER && now - first > limits.request().toNanos()) {
      return true;
    }
    long since = waitingSince;
    long waiting = waited + (since == NEVER ? 0 : now - since);
    return waiting > limits.readerPatience().toNanos()
        && taken < waiting / NANOS * limits.readerBytesPerSecond();
  }

  /** Cuts it so that who reads can't take what came for the whole. */
  void cut() {
    try {
      getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException alreadyClosed) {
      // Then there is nothing to cut, and closing it again does nothing.
    }
    close();
  }

  /**
   * Whether its visitor has closed it while an answer is worked out. Nobody else reads then, so it
   * is read here; what came of a next request is kept for it.
   */
  boolean isGone() {
    long now = System.nanoTime();
    if (now - looked < BETWEEN_LOOKS || ahead != NOTHING) {
      return gone;
    }
    looked = now;
    ByteBuffer one = ByteBuffer.allocate(1);
    try {
      int read = getChannel().read(one);
      if (read > 0) {
        ahead = Byte.toUnsignedInt(one.get(0));
      }
      gone = read < 0;
    } catch (IOException closed) {
      gone = true;
    }
    return gone;
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    if (ahead != NOTHING && BufferUtil.space(buffer) > 0) {
      BufferUtil.append(buffer, (byte) ahead);
      ahead = NOTHING;
      begin();
      return 1;
    }
    int filled = super.fill(buffer);
    if (filled > 0) {
      begin();
    }
    return filled;
  }

  private void begin() {
    if (began == NEVER && !answering) {
      began = System.nanoTime();
    }
  }

  /** More is wanted, perhaps of a request whose start came together with the one before. */
  @Override
  public void fillInterested(Callback callback) {
    if (getConnection() instanceof HttpConnection http && !http.getParser().isIdle()) {
      begin();
    }
    super.fillInterested(callback);
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    long before = remaining(buffers);
    boolean whole = super.flush(buffers);
    if (!whole && waitingSince == NEVER) {
      waitingSince = System.nanoTime();
    }
    long since = waitingSince;
    if (since != NEVER) {
      taken += before - remaining(buffers);
    }
    if (whole && since != NEVER) {
      waited += System.nanoTime() - since;
      waitingSince = NEVER;
    }
    return whole;
  }

  private static long remaining(ByteBuffer[] buffers) {
    long bytes = 0;
    for (ByteBuffer buffer : buffers) {
      bytes += buffer.remaining();
    }
    return bytes;
  }

  /**
   * Where not all that came was read, the system would say so to the visitor at once, who might
   * lose our answer over it. So it is read for a while, and thrown away.
   */
  @Override
  public void doClose() {
    if (refused && connections.maySeeOut(this)) {
      doShutdownOutput();
      seeOut(FAREWELL_ROUNDS);
    } else {
      super.doClose();
    }
  }

  private void seeOut(int rounds) {
    if (rounds > 0 && isTalking()) {
      clock.schedule(() -> seeOut(rounds - 1), FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      closeNow();
    }
  }

  private boolean isTalking() {
    ByteBuffer ignored = ByteBuffer.allocate(FAREWELL_BYTES);
    try {
      int read = 1;
      while (read > 0) {
        read = getChannel().read(ignored.clear());
      }
      return read == 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Sees nobody out. */
  void closeNow() {
    super.doClose();
    // Until its selector has looked, a closed channel keeps its file handle.
    key.selector().wakeup();
    connections.sawOut(this);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    if (!connections.admit(this)) {
      close();
    }
  }

  @Override
  public void onClose(Throwable failure) {
    super.onClose(failure);
    connections.leave(this);
  }
}
