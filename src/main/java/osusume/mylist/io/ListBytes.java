package osusume.mylist.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import osusume.data.io.BadInputException;
import osusume.progress.Progress;

/**
 * A file's content, unpacked if it is packed by gzip. No more of it is handed out than a list can
 * have, so that a small file that unpacks to a huge one does no harm.
 */
final class ListBytes extends FilterInputStream {
  private static final long MOST = 64L << 20;

  /** Lists shrink to a tenth or a thirtieth; a bomb to a thousandth. */
  private static final int MOST_RATIO = 500;

  /** Below this size even a bomb does no harm. */
  private static final long RATIO_FROM = 8L << 20;

  private static final int HEAD = 8192;
  private static final int GZIP = 0x8b1f;

  private final String name;
  private final Counted packed;
  private final long size;
  private final Progress progress;
  private long count;

  private ListBytes(
      InputStream content, String name, Counted packed, long size, Progress progress) {
    super(content);
    this.name = name;
    this.packed = packed;
    this.size = size;
    this.progress = progress;
  }

  static ListBytes open(Path file, String name, Progress progress) throws IOException {
    InputStream opened = Files.newInputStream(file);
    try {
      Counted packed = new Counted(new BufferedInputStream(opened, HEAD));
      packed.mark(2);
      int magic = packed.read() | packed.read() << 8;
      packed.reset();
      InputStream content = magic == GZIP ? new GZIPInputStream(packed, HEAD) : packed;
      return new ListBytes(
          new BufferedInputStream(content, HEAD), name, packed, Files.size(file), progress);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /** The first bytes; they will be read again. */
  byte[] head() throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    progress.check();
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      count += n;
      refuseTooLong();
      progress.report((double) packed.count / Math.max(1, size), "reading " + name);
    }
    return n;
  }

  private void refuseTooLong() throws BadInputException {
    if (count > MOST || (count > RATIO_FROM && count / MOST_RATIO > packed.count)) {
      throw new BadInputException(
          "%s is too large for a list: more than %,d MB%s. %s"
              .formatted(
                  name,
                  (count - 1) >> 20,
                  count > packed.count ? " once unpacked, from %,d KB".formatted(size >> 10) : "",
                  ListContent.CHOOSE));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Counts what was taken of the file itself. */
  private static final class Counted extends FilterInputStream {
    private long count;
    private long marked;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = in.read(bytes, offset, length);
      count += Math.max(0, n);
      return n;
    }

    @Override
    public void mark(int limit) {
      marked = count;
      in.mark(limit);
    }

    @Override
    public void reset() throws IOException {
      count = marked;
      in.reset();
    }
  }
}
