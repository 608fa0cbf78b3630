package osusume.data.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The start of a stored data set: magic, version, its own length and checksum, the length and
 * checksum of each of the sections that follow without gaps, and the summary. With it every byte of
 * the file is under a checksum, and every length in it can be held against the file's before
 * anything is allocated.
 *
 * <pre>
 *  0  8 bytes  magic "OSUSUMED"
 *  8  u32      version
 * 12  u32      length of the rest of the header
 * 16  u32      CRC-32C of the rest of the header
 * 20  5 ×      u64 length, u32 CRC-32C of: titles, user ids, row starts, columns, ratings
 *     …        the summary
 * </pre>
 */
record StoreHeader(long[] lengths, int[] checksums, StoreSummary summary) {
  static final int TITLES = 0;
  static final int USER_IDS = 1;
  static final int STARTS = 2;
  static final int COLUMNS = 3;
  static final int VALUES = 4;
  static final int SECTIONS = 5;

  /** Magic, version, length and checksum. */
  static final int FIXED_BYTES = 20;

  /** A header that claims to be longer is damaged. */
  static final int MOST_BYTES = 1 << 24;

  private static final long MAGIC = 0x44454d555355534fL;
  private static final int VERSION = 1;

  byte[] toBytes() {
    var body = new StoreBytes();
    for (int section = 0; section < SECTIONS; section++) {
      body.putLong(lengths[section]).putInt(checksums[section]);
    }
    summary.writeTo(body);
    byte[] rest = body.toArray();
    return ByteBuffer.allocate(FIXED_BYTES + rest.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(MAGIC)
        .putInt(VERSION)
        .putInt(rest.length)
        .putInt(checksum(rest))
        .put(rest)
        .array();
  }

  /**
   * The length of the whole header, from its first {@link #FIXED_BYTES}.
   *
   * @throws DamagedStoreException if this is no stored data set or one of another version
   */
  static int length(ByteBuffer fixed, String file) throws DamagedStoreException {
    if (fixed.remaining() < FIXED_BYTES || fixed.getLong(0) != MAGIC) {
      throw new DamagedStoreException(
          file + " is no data set that Osusume stored. Import the data again.");
    }
    int version = fixed.getInt(8);
    if (version != VERSION) {
      throw new DamagedStoreException(
          "%s was stored in format %d, but this program reads format %d. Import the data again."
              .formatted(file, version, VERSION));
    }
    int length = fixed.getInt(12);
    if (length < 0 || length > MOST_BYTES) {
      throw damaged(file, "its header claims to have " + Integer.toUnsignedLong(length) + " bytes");
    }
    return FIXED_BYTES + length;
  }

  /**
   * @param bytes the whole header
   * @param fileLength how many bytes the file has
   * @throws DamagedStoreException if it does not match its checksum or the file's length
   */
  static StoreHeader of(byte[] bytes, long fileLength, String file) throws DamagedStoreException {
    var fixed = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] rest = Arrays.copyOfRange(bytes, FIXED_BYTES, bytes.length);
    if (checksum(rest) != fixed.getInt(16)) {
      throw damaged(file, "its header does not match its checksum");
    }
    StoreHeader header;
    try {
      header = read(new StoreCursor(rest));
    } catch (RuntimeException e) {
      throw new DamagedStoreException(
          file + " is damaged: its header makes no sense. Import the data again.", e);
    }
    header.requireFit(bytes.length, fileLength, file);
    return header;
  }

  private static StoreHeader read(StoreCursor in) {
    long[] lengths = new long[SECTIONS];
    int[] checksums = new int[SECTIONS];
    for (int section = 0; section < SECTIONS; section++) {
      lengths[section] = in.getLong();
      checksums[section] = in.getInt();
    }
    return new StoreHeader(lengths, checksums, StoreSummary.readFrom(in));
  }

  private void requireFit(long headerLength, long fileLength, String file)
      throws DamagedStoreException {
    long end = headerLength;
    boolean fits = true;
    for (long length : lengths) {
      fits &= length >= 0 && length <= fileLength;
      end += length;
    }
    if (!fits || end != fileLength) {
      throw damaged(file, "it has %d bytes, but should have %d".formatted(fileLength, end));
    }
    long users = summary.users();
    long ratings = summary.ratings();
    boolean agree =
        lengths[USER_IDS] == Integer.BYTES * users
            && lengths[STARTS] == Integer.BYTES * (users + 1)
            && lengths[COLUMNS] == Integer.BYTES * ratings
            && lengths[VALUES] == ratings;
    if (!agree) {
      throw damaged(file, "its counts do not agree with its lengths");
    }
  }

  /** Where a section starts in the file. */
  long start(int section, long headerLength) {
    long start = headerLength;
    for (int before = 0; before < section; before++) {
      start += lengths[before];
    }
    return start;
  }

  static DamagedStoreException damaged(String file, String how) {
    return new DamagedStoreException(
        "%s is damaged: %s. Import the data again.".formatted(file, how));
  }

  private static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
