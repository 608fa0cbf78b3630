package osusume.chat.talk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import osusume.file.FileTrouble;
import osusume.file.FolderLock;

/**
 * What one running program deleted and may still bring back: a folder of its own below one that all
 * share, locked while the program runs. So no other erases what this one can bring back, and what a
 * killed program left is erased by the next.
 */
final class DeletedTalks implements AutoCloseable {
  private final Path shared;
  private final Path own;

  /** Null until something is deleted. */
  private FolderLock lock;

  DeletedTalks(Path shared) {
    this.shared = shared;
    this.own = shared.resolve(UUID.randomUUID().toString());
  }

  /**
   * Takes a file away from where it is.
   *
   * @throws IOException if that fails, and then it is still there; worded for a person
   */
  void take(Path file) throws IOException {
    if (lock == null) {
      requireFolder();
      lock = FolderLock.of(own);
    }
    move(file, own.resolve(file.getFileName()));
  }

  /** A link in its place would have files erased that are none of the program's. */
  private void requireFolder() throws IOException {
    if (Files.isSymbolicLink(shared)) {
      throw new IOException(
          shared + " is a link, and nothing is deleted by way of one. Remove it, then try again.");
    }
  }

  /** Puts a file that was taken back where it was; as {@link #take}. */
  void giveBack(Path file) throws IOException {
    move(own.resolve(file.getFileName()), file);
  }

  private static void move(Path from, Path to) throws IOException {
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("There is no conversation " + from + " any more.");
    }
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FileTrouble.writing(to, e);
    }
  }

  /** Erases what programs left that run no more. */
  void eraseLeft() throws IOException {
    if (Files.isSymbolicLink(shared)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(shared)) {
      for (Path each : folders) {
        if (!each.equals(own) && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          eraseUnlessHeld(each);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return;
    } catch (IOException e) {
      throw FileTrouble.writing(shared, e);
    }
    deleteIfEmpty(shared);
  }

  private static void eraseUnlessHeld(Path folder) throws IOException {
    FolderLock mine;
    try {
      mine = FolderLock.of(folder);
    } catch (IOException e) {
      // The program that deleted these still runs, or somebody erases them at this moment.
      return;
    }
    erase(folder, mine);
  }

  /** Erases what was taken; then it can't come back. */
  void erase() throws IOException {
    if (lock != null) {
      FolderLock mine = lock;
      lock = null;
      try {
        erase(own, mine);
      } catch (IOException e) {
        throw FileTrouble.writing(own, e);
      }
      deleteIfEmpty(shared);
    }
  }

  private static void erase(Path folder, FolderLock held) throws IOException {
    try (held;
        DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.deleteIfExists(folder.resolve(".lock"));
    deleteIfEmpty(folder);
  }

  private static void deleteIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Something else lies there, or another program has begun to use it: then it stays.
    }
  }

  @Override
  public void close() throws IOException {
    erase();
  }
}
