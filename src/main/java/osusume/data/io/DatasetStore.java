package osusume.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import osusume.data.Dataset;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.progress.Progress;

/**
 * The compact form in which a data set is kept so that it opens in a fraction of a second: about 5
 * bytes a rating, every byte under a checksum, laid out as {@link StoreHeader} says. It is rebuilt
 * from its sources where it is damaged, so it needs to be read by no other version of the program.
 */
public final class DatasetStore {
  private DatasetStore() {}

  /**
   * Stores a data set whole or not at all.
   *
   * @throws IOException if it can't be written, worded for a person; the file is then as it was
   * @throws osusume.progress.CancelledException if the person asked to stop; likewise
   */
  public static void write(Path file, Dataset data, Progress progress) throws IOException {
    var summary = StoreSummary.of(data, Instant.now());
    try {
      AtomicFile.replace(
          file, channel -> new StoreWriter(data, summary, progress).writeTo(channel));
    } catch (IOException e) {
      throw Interruption.orTrouble(e);
    }
  }

  /**
   * Reads a stored data set and holds every byte of it against its checksum.
   *
   * @throws DamagedStoreException if it is cut, altered, of another version or no data set at all
   * @throws IOException if it can't be read, worded for a person
   */
  public static Dataset read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] header = header(channel, file);
      return new StoreReader(file, channel, header.length, checked(header, channel, file)).read();
    } catch (DamagedStoreException e) {
      throw e;
    } catch (IOException e) {
      throw FileTrouble.reading(file, Interruption.orTrouble(e));
    }
  }

  /**
   * What a stored data set says of itself; only its header is read and checked.
   *
   * @throws DamagedStoreException if the header is damaged, of another version or none, or the file
   *     has another length than it should
   * @throws IOException if it can't be read, worded for a person
   */
  public static StoreSummary summary(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return checked(header(channel, file), channel, file).summary();
    } catch (DamagedStoreException e) {
      throw e;
    } catch (IOException e) {
      throw FileTrouble.reading(file, Interruption.orTrouble(e));
    }
  }

  private static StoreHeader checked(byte[] header, FileChannel channel, Path file)
      throws IOException {
    return StoreHeader.of(header, channel.size(), file.toString());
  }

  private static byte[] header(FileChannel channel, Path file) throws IOException {
    ByteBuffer fixed = ByteBuffer.allocate(StoreHeader.FIXED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    readFully(channel, fixed);
    int length = StoreHeader.length(fixed.flip(), file.toString());
    if (length > channel.size()) {
      throw StoreHeader.damaged(file.toString(), "it ends within its header");
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    readFully(channel, whole);
    return whole.array();
  }

  private static void readFully(FileChannel channel, ByteBuffer into) throws IOException {
    long position = 0;
    while (into.hasRemaining()) {
      int n = channel.read(into, position);
      if (n < 0) {
        return;
      }
      position += n;
    }
  }
}
