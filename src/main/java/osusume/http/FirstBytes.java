package osusume.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Holds an answer, if it is small. */
final class FirstBytes extends OutputStream {
  private static final int SMALL = 65_536;

  private byte[] bytes = {};
  private int length;
  private boolean outgrown;

  /**
   * Says that an answer is not small. Its writer is left by it at once, so that a large answer
   * costs no more than its first bytes.
   */
  private static final class Outgrown extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The answer; empty: it is not small. */
  static Optional<ByteBuffer> of(Reply.Body body) throws IOException {
    FirstBytes first = new FirstBytes();
    try {
      body.writeTo(first);
    } catch (IOException | RuntimeException e) {
      // Whoever writes may have wrapped it.
      if (!first.outgrown) {
        throw e;
      }
    }
    return first.outgrown
        ? Optional.empty()
        : Optional.of(ByteBuffer.wrap(first.bytes, 0, first.length));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    if (outgrown || count > SMALL - length) {
      outgrown = true;
      throw new Outgrown();
    }
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }
}
