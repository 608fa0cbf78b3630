package osusume.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/**
 * Sends a large answer piece by piece and waits for its reader. Only {@link #finish} ends the
 * answer: one whose writer failed must not look whole.
 */
final class ResponseStream extends OutputStream {
  private static final int PIECE = 32_768;

  private final Response response;
  private final byte[] piece = new byte[PIECE];
  private int length;
  private long sent;

  ResponseStream(Response response) {
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    if (length == PIECE) {
      send(false);
    }
    piece[length++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    int done = 0;
    while (done < count) {
      if (length == PIECE) {
        send(false);
      }
      int part = Math.min(count - done, PIECE - length);
      System.arraycopy(source, offset + done, piece, length, part);
      length += part;
      done += part;
    }
  }

  private void send(boolean last) throws IOException {
    Content.Sink.write(response, last, ByteBuffer.wrap(piece, 0, length));
    sent += length;
    length = 0;
  }

  /** Sends the rest. */
  void finish() throws IOException {
    send(true);
  }

  /** Bytes of the body so far. */
  long sent() {
    return sent;
  }
}
