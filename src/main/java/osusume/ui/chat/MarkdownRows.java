package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import osusume.chat.NamedTitle;
import osusume.ui.chat.MarkdownRow.Kind;
import osusume.ui.chat.MarkdownRow.Mark;
import osusume.ui.chat.MarkdownRow.Span;

/**
 * Reads Markdown (CommonMark) into rows. Nothing in it does anything: HTML stays text, links are
 * text with their address behind it, and of an image there is its description and its address.
 */
final class MarkdownRows {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  /** Long code is laid out in pieces, so that only its end is laid out anew while it grows. */
  private static final int LINES_OF_CODE = 20;

  /** Stands for a text that does not go on in the middle of a numbered list. */
  static final int NO_NUMBER = -1;

  private final List<NamedTitle> titles;

  /** What of the text may become something else when more follows. */
  private Node open;

  /** Where that begins among the rows. */
  private int closed;

  /** Which number it has, if it is of a list that has numbers. */
  private int openNumber = NO_NUMBER;

  private final List<MarkdownRow> rows = new ArrayList<>();
  private int depth;
  private boolean quoted;
  private String marker = "";

  private MarkdownRows(List<NamedTitle> titles) {
    this.titles = titles;
  }

  /**
   * What was read of a text.
   *
   * @param closed how many of the rows stay as they are when more text follows
   * @param open where the text of the other rows begins, in characters
   * @param number what the list's item at that place is numbered; {@link #NO_NUMBER}: it is not
   */
  record Read(List<MarkdownRow> rows, int closed, int open, int number) {}

  /**
   * @param titles named in the text, by place
   */
  static Read of(String markdown, List<NamedTitle> titles) {
    return of(markdown, titles, NO_NUMBER);
  }

  /**
   * @param titles named in the text, by place
   * @param number of the list's item that the text begins with, where what stood before it was read
   *     already; else {@link #NO_NUMBER}
   */
  static Read of(String markdown, List<NamedTitle> titles, int number) {
    MarkdownRows reader = new MarkdownRows(titles);
    Node document = PARSER.parse(markdown);
    Node last = document.getLastChild();
    // Of a list only the last item is open, and a list may be all there is of a long answer.
    reader.open = last instanceof ListBlock ? last.getLastChild() : last;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node == reader.open) {
        reader.closed = reader.rows.size();
      }
      if (node instanceof OrderedList list && number >= 0 && node == document.getFirstChild()) {
        reader.items(list, number);
      } else {
        reader.block(node);
      }
    }
    int from = reader.openFrom(markdown);
    return from < 0
        ? new Read(reader.rows, 0, 0, number)
        : new Read(reader.rows, reader.closed, from, reader.openNumber);
  }

  /**
   * Where the line begins in which what is open does; negative while that line is not whole, for it
   * may still go on with what stands before it.
   */
  private int openFrom(String markdown) {
    if (open == null || open.getSourceSpans().isEmpty()) {
      return -1;
    }
    int at = open.getSourceSpans().getFirst().getInputIndex();
    return markdown.indexOf('\n', at) < 0 ? -1 : 1 + markdown.lastIndexOf('\n', at - 1);
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Paragraph _ -> paragraph(node);
      case Heading _ -> add(Kind.HEADING, spans(node));
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> add(Kind.PARAGRAPH, List.of(plain(html.getLiteral())));
      case ThematicBreak _ -> add(Kind.RULE, List.of());
      case BlockQuote _ -> quote(node);
      case OrderedList list -> {
        Integer first = list.getMarkerStartNumber();
        items(list, first == null ? 1 : first);
      }
      case BulletList list -> items(list, -1);
      default -> children(node);
    }
  }

  private void quote(Node node) {
    boolean before = quoted;
    quoted = true;
    children(node);
    quoted = before;
  }

  /**
   * @param first number of the first item; −1: they have none
   */
  private void items(Node list, int first) {
    int number = first;
    depth++;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        if (item == open) {
          closed = rows.size();
          openNumber = first < 0 ? NO_NUMBER : number;
        }
        marker = first < 0 ? "•" : number++ + ".";
        children(item);
        marker = "";
      }
    }
    depth--;
  }

  /** A table is text as well, but its columns must stand below each other. */
  private void paragraph(Node node) {
    List<Span> spans = spans(node);
    boolean table =
        String.join("", spans.stream().map(Span::text).toList())
            .lines()
            .allMatch(line -> line.startsWith("|"));
    if (table) {
      pieces(MarkdownTable.of(spans).orElse(spans)).forEach(piece -> add(Kind.CODE, piece));
    } else {
      add(Kind.PARAGRAPH, spans);
    }
  }

  /** So many lines a piece. */
  private static List<List<Span>> pieces(List<Span> spans) {
    List<List<Span>> pieces = new ArrayList<>(List.of(new ArrayList<>()));
    int lines = 0;
    for (Span span : spans) {
      int done = 0;
      for (int end = span.text().indexOf('\n');
          end >= 0;
          end = span.text().indexOf('\n', end + 1)) {
        if (++lines % LINES_OF_CODE == 0) {
          put(span.text().substring(done, end), span, span.mark(), pieces.getLast());
          pieces.add(new ArrayList<>());
          done = end + 1;
        }
      }
      put(span.text().substring(done), span, span.mark(), pieces.getLast());
    }
    return pieces;
  }

  private void code(String literal) {
    List<String> lines = literal.lines().toList();
    for (int from = 0; from == 0 || from < lines.size(); from += LINES_OF_CODE) {
      int to = Math.min(lines.size(), from + LINES_OF_CODE);
      add(Kind.CODE, List.of(plain(String.join("\n", lines.subList(from, to)))));
    }
  }

  private void add(Kind kind, List<Span> spans) {
    rows.add(new MarkdownRow(kind, depth, quoted, marker, spans));
    marker = "";
  }

  private static Span plain(String text) {
    return new Span(text, false, false, false, Mark.NONE);
  }

  private List<Span> spans(Node parent) {
    List<Span> spans = new ArrayList<>();
    inline(parent, false, false, spans);
    return spans;
  }

  private void inline(Node parent, boolean bold, boolean italic, List<Span> spans) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text ->
            text(node, text.getLiteral(), new Span("", bold, italic, false, Mark.NONE), spans);
        case Code code ->
            text(node, code.getLiteral(), new Span("", bold, italic, true, Mark.NONE), spans);
        case HtmlInline html ->
            spans.add(new Span(html.getLiteral(), bold, italic, false, Mark.NONE));
        case SoftLineBreak _ -> spans.add(plain("\n"));
        case HardLineBreak _ -> spans.add(plain("\n"));
        case Emphasis _ -> inline(node, bold, true, spans);
        case StrongEmphasis _ -> inline(node, true, italic, spans);
        case Link link -> {
          inline(node, bold, italic, spans);
          address(link.getDestination(), link, spans);
        }
        case Image image -> {
          inline(node, bold, italic, spans);
          address(image.getDestination(), image, spans);
        }
        default -> inline(node, bold, italic, spans);
      }
    }
  }

  /** Where a link leads is seen, unless its text says just that. */
  private static void address(String address, Node of, List<Span> spans) {
    boolean said = of.getFirstChild() instanceof Text text && text.getLiteral().equals(address);
    if (!said) {
      spans.add(plain(" (" + address + ")"));
    }
  }

  /** The text may be shorter than its source, so a title is looked for within it. */
  private void text(Node node, String literal, Span look, List<Span> spans) {
    List<SourceSpan> source = node.getSourceSpans();
    int done = 0;
    if (!source.isEmpty()) {
      int from = source.getFirst().getInputIndex();
      int to = source.getLast().getInputIndex() + source.getLast().getLength();
      for (NamedTitle title : titles) {
        Mark mark =
            title.animeId().isEmpty() ? Mark.MISSING : title.known() ? Mark.KNOWN : Mark.NONE;
        int at =
            mark == Mark.NONE || title.from() < from || title.to() > to
                ? -1
                : literal.indexOf(title.said(), done);
        if (at >= 0) {
          put(literal.substring(done, at), look, Mark.NONE, spans);
          put(title.said(), look, mark, spans);
          done = at + title.said().length();
        }
      }
    }
    put(literal.substring(done), look, Mark.NONE, spans);
  }

  private static void put(String text, Span look, Mark mark, List<Span> spans) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, look.bold(), look.italic(), look.code(), mark));
    }
  }
}
