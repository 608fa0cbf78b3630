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
   * @throws IOException if it can't be read; worded for a person
   */
  public MyList read() throws IOException {
    Journal.Content content = new Journal(file).read();
    if (content.lines().isEmpty() && content.damaged() > 0) {
      throw new IOException(file + " is damaged and can't be used. Choose another backup.");
    }
    return ListHistory.of(content.lines()).list();
  }
}
