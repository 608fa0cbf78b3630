package osusume.mylist.io;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import osusume.data.io.BadInputException;

/**
 * Text on its way to an XML parser. Sites write what people typed, and with it letters that no XML
 * may hold: those are replaced, since nobody could mend the file. And no stretch without a mark is
 * so long that the parser, which keeps it whole, fills the memory.
 */
final class XmlLetters extends FilterReader {
  private static final int MOST_UNMARKED = 4 << 20;

  private static final int TAIL = 64;

  private final String file;
  private int replaced;
  private int unmarked;
  private String tail = "";
  private boolean ended;

  XmlLetters(Reader text, String file) {
    super(text);
    this.file = file;
  }

  /** How many letters were replaced. */
  int replaced() {
    return replaced;
  }

  /** Whether all of it was read, and something else stood at the end. */
  boolean endedWithout(String end) {
    return ended && !tail.strip().endsWith(end);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] letters, int offset, int length) throws IOException {
    int n = in.read(letters, offset, length);
    for (int i = offset; i < offset + n; i++) {
      char c = letters[i];
      unmarked = c == '<' ? 0 : unmarked + 1;
      // Halves of a pair come whole from the decoder.
      if (!XmlText.allowed(c) && !Character.isSurrogate(c)) {
        letters[i] = XmlText.REPLACEMENT;
        replaced++;
      }
    }
    if (unmarked > MOST_UNMARKED) {
      throw new BadInputException(
          "%s has a piece of text longer than %,d letters, which no list does. Export the list again."
              .formatted(file, MOST_UNMARKED));
    }
    ended = n < 0;
    if (n > 0) {
      String seen = tail + new String(letters, offset, n);
      tail = seen.substring(Math.max(0, seen.length() - TAIL));
    }
    return n;
  }
}
