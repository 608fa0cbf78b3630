package osusume.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import osusume.chat.Harmless;

/**
 * Prints texts as they can be shown in a terminal: titles of a data set, what a model or its server
 * says and what a file holds must not move the cursor, whoever prints them. What is written as
 * bytes, JSON say, goes out as it is.
 */
final class HarmlessPrint extends PrintStream {
  HarmlessPrint(PrintStream out) {
    // What is behind it buffers, and is flushed by whoever needs it to be.
    super(out, false, StandardCharsets.UTF_8);
  }

  @Override
  public void print(String text) {
    super.print(Harmless.text(String.valueOf(text)));
  }

  @Override
  public void print(Object value) {
    print(String.valueOf(value));
  }

  @Override
  public void print(char sign) {
    print(String.valueOf(sign));
  }

  @Override
  public void print(char[] signs) {
    print(String.valueOf(signs));
  }
}
