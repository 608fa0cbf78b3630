package osusume.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.progress.Progress;

/** Writes a data set section by section, and the header, which has their checksums, last. */
final class StoreWriter {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Dataset data;
  private final StoreSummary summary;
  private final Progress progress;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final long[] lengths = new long[StoreHeader.SECTIONS];
  private final int[] checksums = new int[StoreHeader.SECTIONS];
  private long written;
  private long total;

  StoreWriter(Dataset data, StoreSummary summary, Progress progress) {
    this.data = data;
    this.summary = summary;
    this.progress = progress;
  }

  void writeTo(FileChannel channel) throws IOException {
    byte[] titles = StoredTitles.toBytes(data.catalogue());
    RatingMatrix ratings = data.ratings();
    total = titles.length + 4L * (2L * ratings.rowCount() + 1) + 5L * ratings.entryCount();
    // The header's length does not depend on the checksums, so its place can be kept free.
    channel.position(header().length);
    bytes(channel, StoreHeader.TITLES, titles);
    ints(channel, StoreHeader.USER_IDS, ratings.rowIds());
    ints(channel, StoreHeader.STARTS, ratings.starts());
    ints(channel, StoreHeader.COLUMNS, ratings.columns());
    bytes(channel, StoreHeader.VALUES, ratings.values());
    channel.position(0);
    ByteBuffer header = ByteBuffer.wrap(header());
    while (header.hasRemaining()) {
      channel.write(header);
    }
  }

  private byte[] header() {
    return new StoreHeader(lengths, checksums, summary).toBytes();
  }

  private void ints(FileChannel channel, int section, int[] values) throws IOException {
    var crc = new CRC32C();
    int step = BUFFER_BYTES / Integer.BYTES;
    for (int from = 0; from < values.length; from += step) {
      int n = Math.min(step, values.length - from);
      buffer.clear();
      buffer.asIntBuffer().put(values, from, n);
      buffer.limit(n * Integer.BYTES);
      drain(channel, crc);
    }
    end(section, (long) Integer.BYTES * values.length, crc);
  }

  private void bytes(FileChannel channel, int section, byte[] values) throws IOException {
    var crc = new CRC32C();
    for (int from = 0; from < values.length; from += BUFFER_BYTES) {
      buffer.clear();
      buffer.put(values, from, Math.min(BUFFER_BYTES, values.length - from)).flip();
      drain(channel, crc);
    }
    end(section, values.length, crc);
  }

  private void drain(FileChannel channel, CRC32C crc) throws IOException {
    progress.check();
    crc.update(buffer);
    buffer.rewind();
    while (buffer.hasRemaining()) {
      written += channel.write(buffer);
    }
    progress.report((double) written / total, "storing " + data.name());
  }

  private void end(int section, long length, CRC32C crc) {
    lengths[section] = length;
    checksums[section] = (int) crc.getValue();
  }
}
