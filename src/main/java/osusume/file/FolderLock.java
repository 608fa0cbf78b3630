package osusume.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Held while the files of a folder are changed, so that neither two running programs nor two jobs
 * of one ever write the same ones at once. The system lets go of it when the program ends, however
 * it ends.
 *
 * <p>A lock on a file keeps out other programs only, and on some systems closing the file anywhere
 * in a program lets go of all its locks on it. So the program's own threads take turns first, and
 * the file is opened by the one whose turn it is.
 */
public final class FolderLock implements AutoCloseable {
  /** Whose turn it is in this program, by the folder's real path. */
  private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

  private final Semaphore turn;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Semaphore turn, FileChannel channel, FileLock lock) {
    this.turn = turn;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock of a folder, which is made if it is missing.
   *
   * @throws IOException if somebody holds it, or the folder can't be written; worded for a person
   */
  public static FolderLock of(Path folder) throws IOException {
    return take(folder, Semaphore::tryAcquire, FileChannel::tryLock);
  }

  /**
   * The same, but waits for this program's own threads: where what they do under the lock is short.
   */
  public static FolderLock afterOwn(Path folder) throws IOException {
    return take(folder, FolderLock::acquire, FileChannel::tryLock);
  }

  /** The same, but waits until whoever holds it lets go of it: for what must not be lost. */
  public static FolderLock await(Path folder) throws IOException {
    return take(folder, FolderLock::acquire, FileChannel::lock);
  }

  private interface Turning {
    /** Whether it is this thread's turn now. */
    boolean take(Semaphore turn) throws IOException;
  }

  private interface Taking {
    /** null: another program holds it. */
    FileLock lock(FileChannel channel) throws IOException;
  }

  /** Waits, and ends when it is interrupted as waiting for the lock of a file does. */
  private static boolean acquire(Semaphore turn) throws IOException {
    try {
      turn.acquire();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FileLockInterruptionException();
    }
  }

  private static FolderLock take(Path folder, Turning turning, Taking taking) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file, but a folder is needed there. Choose another.");
    }
    FolderLock taken;
    try {
      Folders.make(folder);
      Path real = folder.toRealPath();
      taken = take(TURNS.computeIfAbsent(real, _ -> turn()), real, turning, taking);
    } catch (IOException e) {
      throw FileTrouble.writing(folder.resolve(".lock"), e);
    }
    if (taken == null) {
      throw new IOException(
          "Osusume is at work in "
              + folder.toAbsolutePath()
              + " already. Wait until that is done, or cancel it there.");
    }
    return taken;
  }

  /** Fair, so that whoever waits for their turn gets it. */
  private static Semaphore turn() {
    return new Semaphore(1, true);
  }

  /**
   * @return null if somebody holds it
   */
  private static FolderLock take(Semaphore turn, Path folder, Turning turning, Taking taking)
      throws IOException {
    if (!turning.take(turn)) {
      return null;
    }
    FileChannel channel = null;
    FolderLock taken = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = taking.lock(channel);
      if (lock != null) {
        AtomicFile.deleteLeftovers(folder);
        taken = new FolderLock(turn, channel, lock);
      }
      return taken;
    } finally {
      if (taken == null) {
        letGo(channel, turn);
      }
    }
  }

  private static void letGo(FileChannel channel, Semaphore turn) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      turn.release();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
    } finally {
      letGo(channel, turn);
    }
  }
}
