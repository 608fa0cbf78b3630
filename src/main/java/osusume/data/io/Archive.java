package osusume.data.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import osusume.file.FileTrouble;

/**
 * A zip archive, of which {@code anime.csv} and {@code rating.csv} are read wherever in it they
 * lie. Nothing is unpacked to the disk, so that an entry's name can do no harm, and no more is
 * inflated than a data set can have.
 */
final class Archive implements Closeable {
  private static final long MOST_BYTES = 4L << 30;

  /** CSV files shrink to a quarter or a tenth; a bomb to a thousandth. */
  private static final int MOST_RATIO = 200;

  /** Below this size even a bomb does no harm. */
  private static final long RATIO_FROM = 64L << 20;

  private static final int MOST_NAMES = 10;

  private final String name;
  private final Path file;
  private final ZipFile zip;

  private Archive(Path file, ZipFile zip) {
    this.name = file.getFileName().toString();
    this.file = file;
    this.zip = zip;
  }

  /**
   * @throws BadInputException if it is no whole zip archive
   */
  static Archive open(Path file) throws IOException {
    try {
      return new Archive(file, new ZipFile(file.toFile()));
    } catch (ZipException e) {
      String said = String.valueOf(e.getMessage());
      String sentence =
          said.contains("encrypted")
              ? "%s is protected by a password. Unpack it and choose its two CSV files."
              : "%s is cut or damaged: it can't be read as a zip archive. Get the file again.";
      throw new BadInputException(sentence.formatted(file.getFileName()), e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /**
   * The entries named {@code anime.csv} and {@code rating.csv}.
   *
   * @throws BadInputException if it holds neither
   */
  List<CsvSource> csvFiles() throws BadInputException {
    List<CsvSource> found = new ArrayList<>();
    for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
      String path = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (!entry.isDirectory() && (last.equals("anime.csv") || last.equals("rating.csv"))) {
        refuseBomb(entry, entry.getSize());
        found.add(source(entry));
      }
    }
    if (found.isEmpty()) {
      throw new BadInputException(
          "%s holds neither anime.csv nor rating.csv. It holds %s. Choose Kaggle's archive.zip."
              .formatted(name, content()));
    }
    return found;
  }

  private String content() {
    if (zip.size() == 0) {
      return "nothing";
    }
    String names =
        zip.stream()
            .limit(MOST_NAMES)
            .map(entry -> BadInputException.quoted(entry.getName()))
            .collect(Collectors.joining(", "));
    return zip.size() > MOST_NAMES ? names + " and others" : names;
  }

  private CsvSource source(ZipEntry entry) {
    return new CsvSource() {
      @Override
      public String name() {
        String path = entry.getName().replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1) + " in " + name;
      }

      @Override
      public long size() {
        return entry.getSize();
      }

      @Override
      public InputStream open() throws IOException {
        try {
          return new CheckedEntry(zip.getInputStream(entry), entry);
        } catch (IOException e) {
          throw readable(e, entry);
        }
      }
    };
  }

  private void refuseBomb(ZipEntry entry, long size) throws BadInputException {
    boolean bomb =
        size > MOST_BYTES
            || (size > RATIO_FROM && size / MOST_RATIO > Math.max(1, entry.getCompressedSize()));
    if (bomb) {
      throw new BadInputException(
          "%s: %s unpacks to %d MB or more from %d KB, which no list of ratings does. Get the file again from Kaggle."
              .formatted(
                  name,
                  BadInputException.quoted(entry.getName()),
                  size >> 20,
                  entry.getCompressedSize() >> 10));
    }
  }

  private IOException readable(IOException e, ZipEntry entry) {
    if (e instanceof BadInputException) {
      return e;
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return damaged(entry, e);
    }
    return FileTrouble.reading(file, e);
  }

  private BadInputException damaged(ZipEntry entry, IOException cause) {
    return new BadInputException(
        "%s is damaged: %s in it can't be unpacked. Get the file again."
            .formatted(name, BadInputException.quoted(entry.getName())),
        cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** An entry's bytes, counted and held against its checksum, which ZipFile itself does not. */
  private final class CheckedEntry extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();
    private long count;

    CheckedEntry(InputStream in, ZipEntry entry) {
      super(in);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n;
      try {
        n = in.read(bytes, offset, length);
      } catch (IOException e) {
        throw readable(e, entry);
      }
      if (n > 0) {
        count += n;
        refuseBomb(entry, count);
        crc.update(bytes, offset, n);
      } else if (n < 0 && entry.getCrc() != crc.getValue()) {
        throw damaged(entry, null);
      }
      return n;
    }
  }
}
