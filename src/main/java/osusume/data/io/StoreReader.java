package osusume.data.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32C;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;

/**
 * Reads the sections of a stored data set. The file is mapped and copied into arrays in one go
 * each; the titles, whose texts take longest, are made on a second thread meanwhile.
 */
final class StoreReader {
  private static final ValueLayout.OfInt LITTLE_ENDIAN_INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** CRC32C takes a buffer, and a buffer has at most 2 GB. */
  private static final long CHECKED_AT_ONCE = 1 << 24;

  private final String file;
  private final FileChannel channel;
  private final int headerLength;
  private final StoreHeader header;

  StoreReader(Path file, FileChannel channel, int headerLength, StoreHeader header) {
    this.file = file.toString();
    this.channel = channel;
    this.headerLength = headerLength;
    this.header = header;
  }

  Dataset read() throws IOException {
    // Unmapped before this returns, so that the file can be replaced, on Windows too.
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      byte[] titleBytes = bytes(mapped, StoreHeader.TITLES);
      FutureTask<Catalogue> titles = started(() -> titles(titleBytes));
      int[] userIds = ints(mapped, StoreHeader.USER_IDS);
      int[] starts = ints(mapped, StoreHeader.STARTS);
      int[] columns = ints(mapped, StoreHeader.COLUMNS);
      byte[] values = bytes(mapped, StoreHeader.VALUES);
      requireOrder(userIds, starts, columns.length);
      Catalogue catalogue = result(titles);
      requireTitles(columns, catalogue.size());
      StoreSummary summary = header.summary();
      return new Dataset(
          summary.name(),
          summary.simulated(),
          catalogue,
          new RatingMatrix(userIds, starts, columns, values, catalogue.size()),
          summary.fingerprint(),
          summary.report());
    }
  }

  private static FutureTask<Catalogue> started(Callable<Catalogue> work) {
    FutureTask<Catalogue> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("open titles").start(task);
    return task;
  }

  private Catalogue titles(byte[] bytes) throws DamagedStoreException {
    try {
      return StoredTitles.of(bytes);
    } catch (RuntimeException e) {
      throw new DamagedStoreException(
          file + " is damaged: its titles make no sense. Import the data again.", e);
    }
  }

  private int[] ints(MemorySegment mapped, int section) throws DamagedStoreException {
    MemorySegment part = checked(mapped, section);
    int[] values = new int[(int) (part.byteSize() / Integer.BYTES)];
    MemorySegment.copy(part, LITTLE_ENDIAN_INT, 0, values, 0, values.length);
    return values;
  }

  private byte[] bytes(MemorySegment mapped, int section) throws DamagedStoreException {
    MemorySegment part = checked(mapped, section);
    byte[] values = new byte[Math.toIntExact(part.byteSize())];
    MemorySegment.copy(part, ValueLayout.JAVA_BYTE, 0, values, 0, values.length);
    return values;
  }

  private MemorySegment checked(MemorySegment mapped, int section) throws DamagedStoreException {
    long length = header.lengths()[section];
    MemorySegment part = mapped.asSlice(header.start(section, headerLength), length);
    var crc = new CRC32C();
    for (long from = 0; from < length; from += CHECKED_AT_ONCE) {
      crc.update(part.asSlice(from, Math.min(CHECKED_AT_ONCE, length - from)).asByteBuffer());
    }
    if ((int) crc.getValue() != header.checksums()[section]) {
      throw StoreHeader.damaged(file, "its content does not match its checksum");
    }
    return part;
  }

  private void requireOrder(int[] userIds, int[] starts, int ratings) throws DamagedStoreException {
    boolean ordered = starts[0] == 0 && starts[userIds.length] == ratings;
    for (int row = 0; row < userIds.length; row++) {
      ordered &= starts[row] <= starts[row + 1];
      ordered &= row == 0 || userIds[row - 1] < userIds[row];
    }
    if (!ordered) {
      throw StoreHeader.damaged(file, "its users are not in order");
    }
  }

  private void requireTitles(int[] columns, int titles) throws DamagedStoreException {
    int least = 0;
    int largest = -1;
    for (int column : columns) {
      least = Math.min(least, column);
      largest = Math.max(largest, column);
    }
    if (least < 0 || largest >= titles) {
      throw StoreHeader.damaged(file, "it has ratings of titles that it lacks");
    }
  }

  private Catalogue result(FutureTask<Catalogue> titles) throws IOException {
    try {
      return titles.get();
    } catch (InterruptedException e) {
      throw Interruption.cancelled(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException trouble) {
        throw trouble;
      }
      throw new IllegalStateException("The titles could not be opened.", e.getCause());
    }
  }
}
