package osusume.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses answers for who asks for that. */
final class Gzip extends GZIPOutputStream {
  /** Smaller answers fit a packet as they are. */
  private static final int WORTHWHILE = 1400;

  private static final int PIECE = 8192;

  Gzip(OutputStream out) throws IOException {
    super(out, PIECE);
    // The wire is short: little time for most of the gain.
    def.setLevel(Deflater.BEST_SPEED);
  }

  /** Gives memory back that is not Java's, so that no collection has to come round first. */
  void free() {
    def.end();
  }

  /**
   * @param accepted the header {@code Accept-Encoding}; null: there is none
   */
  static boolean isWanted(String accepted) {
    if (accepted == null) {
      return false;
    }
    double gzip = Qualities.of(accepted, "gzip");
    double asked = gzip < 0 ? Qualities.of(accepted, "*") : gzip;
    return asked > 0 && asked >= Qualities.of(accepted, "identity");
  }

  static boolean isWorthwhile(ByteBuffer answer) {
    return answer.remaining() >= WORTHWHILE;
  }

  static ByteBuffer of(ByteBuffer answer) {
    var bytes = new ByteArrayOutputStream(answer.remaining() / 2);
    try (Gzip gzip = new Gzip(bytes)) {
      gzip.write(answer.array(), answer.arrayOffset() + answer.position(), answer.remaining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
