package osusume.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;

/**
 * Held while a folder's data sets or models are changed, so that two running programs never write
 * the same ones at once. The system lets go of it when the program ends, however it ends.
 */
final class WorkLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private WorkLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock of a folder, which is made if it is missing.
   *
   * @throws IOException if another program holds it, or the folder can't be written; worded for a
   *     person
   */
  static WorkLock of(Path folder) throws IOException {
    Path file = folder.resolve(".lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        AtomicFile.deleteLeftovers(folder);
        return new WorkLock(channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this program; worded below like one held by another.
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
    channel.close();
    throw new IOException(
        "Osusume is importing or training in "
            + folder.toAbsolutePath()
            + " already. Wait until that is done, or cancel it there.");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
