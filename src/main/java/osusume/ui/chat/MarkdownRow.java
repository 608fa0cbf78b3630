package osusume.ui.chat;

import java.util.List;

/**
 * A part of a Markdown text that is laid out by itself.
 *
 * @param depth how deep in lists it lies, from 0
 * @param quoted whether it is a quote
 * @param marker of a list's item, for instance "1."; empty: none
 */
record MarkdownRow(Kind kind, int depth, boolean quoted, String marker, List<Span> spans) {
  MarkdownRow {
    spans = List.copyOf(spans);
  }

  /** The same with another text. */
  MarkdownRow with(List<Span> others) {
    return new MarkdownRow(kind, depth, quoted, marker, others);
  }

  /** What it is. */
  enum Kind {
    PARAGRAPH,
    HEADING,
    CODE,
    RULE
  }

  /** What is said of a part of the text. */
  enum Mark {
    NONE,
    /** A title the person knows already. */
    KNOWN,
    /** A title there is none of. */
    MISSING
  }

  /** Some text of one look. */
  record Span(String text, boolean bold, boolean italic, boolean code, Mark mark) {
    /** The same look of another text. */
    Span with(String other) {
      return new Span(other, bold, italic, code, mark);
    }
  }
}
