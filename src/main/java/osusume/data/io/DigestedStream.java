package osusume.data.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Passes bytes on and takes each into a digest. */
final class DigestedStream extends FilterInputStream {
  private final MessageDigest digest;
  private long count;

  DigestedStream(InputStream in, MessageDigest digest) {
    super(in.markSupported() ? in : new BufferedInputStream(in));
    this.digest = digest;
  }

  /** How many bytes were passed on. */
  long count() {
    return count;
  }

  /** Goes past UTF-8's byte-order mark if the stream starts with one. */
  void skipByteOrderMark() throws IOException {
    in.mark(3);
    int length = ByteOrderMark.length(in.readNBytes(3));
    in.reset();
    readNBytes(length);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      digest.update((byte) b);
      count++;
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      digest.update(bytes, offset, n);
      count += n;
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    // Going back would take bytes into the digest twice.
    return false;
  }
}
