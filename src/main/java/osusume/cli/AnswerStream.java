package osusume.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * A long answer on its way out: sent on now and then, so that it ends once nobody reads it any
 * more, which a {@link PrintStream} does not tell. Closing it leaves what is behind it open.
 */
final class AnswerStream extends OutputStream {
  private static final int BYTES_BETWEEN_CHECKS = 1 << 20;

  private final Streams streams;
  private final PrintStream out;
  private int unchecked;

  AnswerStream(Streams streams) {
    this.streams = streams;
    this.out = streams.out();
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    written(1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    written(length);
  }

  private void written(int bytes) throws IOException {
    unchecked += bytes;
    if (unchecked >= BYTES_BETWEEN_CHECKS) {
      unchecked = 0;
      streams.flushAnswer();
    }
  }
}
