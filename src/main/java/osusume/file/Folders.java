package osusume.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders whose entries are on the disk, and not only in the system's memory. */
final class Folders {
  private Folders() {}

  /**
   * Makes a folder and those above it that are missing, each of which survives a power cut: what is
   * kept in a folder is lost with it.
   */
  static void make(Path folder) throws IOException {
    Path wanted = folder.toAbsolutePath();
    Path there = wanted;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    Files.createDirectories(folder);
    for (Path made = wanted; there != null && !made.equals(there); made = made.getParent()) {
      flush(made.getParent());
    }
  }

  /**
   * A rename itself survives a power cut only once its folder is flushed; Windows can't and need
   * not.
   */
  static void flush(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException ignored) {
      // Not every system lets a folder be opened; the file itself is flushed already.
    }
  }
}
