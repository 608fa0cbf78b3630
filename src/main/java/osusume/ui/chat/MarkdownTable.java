package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import osusume.ui.chat.MarkdownRow.Mark;
import osusume.ui.chat.MarkdownRow.Span;

/**
 * A table as GitHub's Markdown has it, laid out in letters of one width: its columns stand below
 * each other, the first line is bold, and of its strokes nothing is left.
 */
final class MarkdownTable {
  private static final int GAP = 3;
  private static final Pattern NUMBER = Pattern.compile("[-+−]?[\\d.,]+ ?%?|–|");

  /** Of each line its cells, of each cell its spans. */
  private final List<List<List<Span>>> lines = new ArrayList<>();

  private MarkdownTable(List<Span> spans) {
    lines.add(new ArrayList<>());
    for (Span span : spans) {
      int done = 0;
      for (int i = 0; i <= span.text().length(); i++) {
        char sign = i == span.text().length() ? 0 : span.text().charAt(i);
        if (sign == 0 || sign == '|' || sign == '\n') {
          String text = span.text().substring(done, i);
          if (!text.isEmpty() && !lines.getLast().isEmpty()) {
            lines.getLast().getLast().add(span.with(text));
          }
          done = i + 1;
        }
        if (sign == '|') {
          lines.getLast().add(new ArrayList<>());
        } else if (sign == '\n') {
          lines.add(new ArrayList<>());
        }
      }
    }
    for (List<List<Span>> line : lines) {
      // Behind the last stroke there is nothing.
      if (!line.isEmpty() && text(line.getLast()).isBlank()) {
        line.removeLast();
      }
      line.replaceAll(MarkdownTable::stripped);
    }
  }

  /** The table in a paragraph of which each line begins with a stroke; empty: it is none. */
  static Optional<List<Span>> of(List<Span> paragraph) {
    MarkdownTable table = new MarkdownTable(paragraph);
    return table.isOne() ? Optional.of(table.spans()) : Optional.empty();
  }

  private boolean isOne() {
    return lines.size() > 1
        && !lines.get(1).isEmpty()
        && lines.get(1).stream().allMatch(cell -> text(cell).matches(":?-+:?"));
  }

  private static String text(List<Span> cell) {
    return String.join("", cell.stream().map(Span::text).toList());
  }

  private static List<Span> stripped(List<Span> cell) {
    List<Span> all = new ArrayList<>(cell);
    if (!all.isEmpty()) {
      all.set(0, all.getFirst().with(all.getFirst().text().stripLeading()));
      all.set(all.size() - 1, all.getLast().with(all.getLast().text().stripTrailing()));
      all.removeIf(span -> span.text().isEmpty());
    }
    return all;
  }

  private List<Span> spans() {
    List<List<Span>> rule = lines.remove(1);
    int columns = lines.stream().mapToInt(List::size).max().orElseThrow();
    int[] widths = new int[columns];
    for (List<List<Span>> line : lines) {
      for (int c = 0; c < line.size(); c++) {
        widths[c] = Math.max(widths[c], text(line.get(c)).length());
      }
    }
    boolean[] rights = new boolean[columns];
    for (int c = 0; c < Math.min(columns, rule.size()); c++) {
      String stroke = text(rule.get(c));
      rights[c] = stroke.matches("-+:") || stroke.matches("-+") && isOfNumbers(c);
    }
    List<Span> all = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      List<List<Span>> line = lines.get(l);
      StringBuilder space = new StringBuilder(l == 0 ? "" : "\n");
      for (int c = 0; c < line.size(); c++) {
        int fill = widths[c] - text(line.get(c)).length();
        boolean right = rights[c];
        space.repeat(' ', right ? fill : 0);
        put(space, all);
        all.addAll(l == 0 ? bold(line.get(c)) : line.get(c));
        space.repeat(' ', (right ? 0 : fill) + GAP);
      }
    }
    return all;
  }

  /** Digits of the same worth stand below each other, unless the table says otherwise. */
  private boolean isOfNumbers(int column) {
    return lines.size() > 1
        && lines.stream()
            .skip(1)
            .filter(line -> column < line.size())
            .map(line -> text(line.get(column)))
            .allMatch(cell -> NUMBER.matcher(cell).matches());
  }

  private static void put(StringBuilder space, List<Span> all) {
    if (!space.isEmpty()) {
      all.add(new Span(space.toString(), false, false, false, Mark.NONE));
      space.setLength(0);
    }
  }

  private static List<Span> bold(List<Span> cell) {
    return cell.stream()
        .map(span -> new Span(span.text(), true, span.italic(), span.code(), span.mark()))
        .toList();
  }
}
