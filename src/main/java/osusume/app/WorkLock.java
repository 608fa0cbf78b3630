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
    return take(folder, FileChannel::tryLock);
  }

  /** The same, but waits until another program lets go of it: for what must not be lost. */
  static WorkLock await(Path folder) throws IOException {
    return take(folder, FileChannel::lock);
  }

  private interface Taking {
    FileLock lock(FileChannel channel) throws IOException;
  }

  private static WorkLock take(Path folder, Taking taking) throws IOException {
    Path file = folder.resolve(".lock");
    FileChannel channel = open(folder, file);
    try {
      FileLock lock = taking.lock(channel);
      if (lock != null) {
        AtomicFile.deleteLeftovers(folder);
        return new WorkLock(channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this program; worded below like one held by another.
    } catch (IOException e) {
      channel.close();
      throw FileTrouble.writing(file, e);
    }
    channel.close();
    throw new IOException(
        "Osusume is importing or training in "
            + folder.toAbsolutePath()
            + " already. Wait until that is done, or cancel it there.");
  }

  private static FileChannel open(Path folder, Path file) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file, but a folder is needed there. Choose another.");
    }
    try {
      Files.createDirectories(folder);
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
