package osusume.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import osusume.file.FileTrouble;

/**
 * Reads user ids from a text file, one a line; empty lines are passed over, and so is a heading
 * {@code user_id}.
 */
final class UserIdFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private UserIdFile() {}

  static int[] read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8 text. Write one user id a line.", e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    int[] ids = new int[lines.size()];
    int n = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replace(BYTE_ORDER_MARK, "").strip();
      if (text.isEmpty() || (i == 0 && text.equals("user_id"))) {
        continue;
      }
      try {
        ids[n++] = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IOException(
            "%s, line %d: \"%s\" is not a user id.".formatted(file, i + 1, text), e);
      }
    }
    return Arrays.copyOf(ids, n);
  }
}
