package osusume.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Replaces a file whole or not at all: the new content goes to a file beside it, is flushed to the
 * disk and renamed over the old one. A reader sees the old file or the new one; a crash, a full
 * disk or a cancel leaves the old one.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new content to the channel it is given. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Replaces {@code target} by what {@code content} writes. Missing folders are made.
   *
   * @throws IOException if any step fails, worded for a person; {@code target} is then as it was
   *     and nothing is left beside it
   */
  public static void replace(Path target, Content content) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    Path fresh = null;
    try {
      Folders.make(folder);
      // Not createTempFile, whose files nobody but their owner may read: this one stays.
      Path beside =
          folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        fresh = beside;
        content.writeTo(channel);
        channel.force(true);
      }
      moveOver(fresh, absolute);
      Folders.flush(folder);
      fresh = null;
    } catch (IOException e) {
      throw FileTrouble.writing(absolute, e);
    } finally {
      if (fresh != null) {
        Files.deleteIfExists(fresh);
      }
    }
  }

  /**
   * Deletes what killed programs left half written in a folder: files of this class's making that
   * are older than a day, so that none another program is writing now is touched.
   */
  public static void deleteLeftovers(Path folder) throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path part : parts) {
        BasicFileAttributes found =
            Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isRegularFile() && found.lastModifiedTime().toInstant().isBefore(yesterday)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static void moveOver(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
