package osusume.mylist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of the list as it was once.
 *
 * @param taken when it was made
 */
public record ListBackup(Path file, Instant taken) {
  /**
   * The list it holds.
   *
   * @throws IOException if it is gone, damaged or can't be read; worded for a person
   */
  public MyList read() throws IOException {
    Journal.Content content = new Journal(file).read();
    if (content.damaged() > 0) {
      throw new IOException(
          "The backup %s is damaged and can't be used. Choose another.".formatted(file));
    }
    if (content.state().length() == 0) {
      throw new IOException("There is no backup %s any more. Choose another.".formatted(file));
    }
    return ListHistory.of(content.changes()).list();
  }
}
