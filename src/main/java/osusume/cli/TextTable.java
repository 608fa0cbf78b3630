package osusume.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of text under a heading, in aligned columns; numbers to the right. */
final class TextTable {
  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * @param headings one a column; a heading that starts with {@code >} aligns its column to the
   *     right
   */
  TextTable(String... headings) {
    right = new boolean[headings.length];
    String[] first = new String[headings.length];
    for (int c = 0; c < headings.length; c++) {
      right[c] = headings[c].startsWith(">");
      first[c] = right[c] ? headings[c].substring(1) : headings[c];
    }
    rows.add(first);
  }

  void add(String... cells) {
    rows.add(cells);
  }

  void print(PrintStream out) {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], width(row[c]));
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String padding = " ".repeat(widths[c] - width(row[c]));
        line.append(c == 0 ? "" : "  ");
        line.append(right[c] ? padding + row[c] : row[c] + padding);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
