package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import osusume.chat.NamedTitle;
import osusume.ui.chat.MarkdownRow.Mark;
import osusume.ui.chat.MarkdownRow.Span;
import osusume.ui.text.Texts;

/**
 * A Markdown text that may grow: what stands unchanged before its end is not laid out anew. For
 * what it makes of links and HTML see {@link MarkdownRows}.
 */
final class MarkdownView extends SteadyBox {
  private static final double STEP = 20;

  private final Texts texts;
  private final TextSelection selection = new TextSelection(this);
  private final List<MarkdownRow> shown = new ArrayList<>();

  /** Of the text, what is shown by rows that stay as they are while it grows; and how many. */
  private String closedText = "";

  private int closed;

  MarkdownView(Texts texts) {
    super(8);
    this.texts = texts;
    getStyleClass().add("markdown");
  }

  /**
   * Shows a text.
   *
   * @param titles that it names, by place
   */
  void show(String markdown, List<NamedTitle> titles) {
    if (!titles.isEmpty() || !markdown.startsWith(closedText)) {
      closedText = "";
      closed = 0;
    }
    MarkdownRows.Read read = MarkdownRows.of(markdown.substring(closedText.length()), titles);
    List<MarkdownRow> fresh = read.rows();
    List<MarkdownRow> open = shown.subList(closed, shown.size());
    int same = 0;
    while (same < Math.min(open.size(), fresh.size()) && open.get(same).equals(fresh.get(same))) {
      same++;
    }
    int at = closed + same;
    if (same < Math.min(open.size(), fresh.size())
        && row(at).grow(open.get(same), fresh.get(same))) {
      shown.set(at, fresh.get(same));
      same++;
      at++;
    }
    selection.clear();
    shown.subList(at, shown.size()).clear();
    getChildren().remove(at, getChildren().size());
    for (MarkdownRow row : fresh.subList(same, fresh.size())) {
      shown.add(row);
      getChildren().add(row(row));
    }
    if (titles.isEmpty()) {
      closed += read.closed();
      closedText = markdown.substring(0, closedText.length() + read.open());
    }
    selection.over(flows());
  }

  private Row row(int index) {
    return (Row) getChildren().get(index);
  }

  /** What was chosen with the mouse; may be empty. */
  String chosenText() {
    return selection.text();
  }

  private Row row(MarkdownRow row) {
    if (row.kind() == MarkdownRow.Kind.RULE) {
      Region line = new Region();
      line.getStyleClass().add("markdown-rule");
      return new Row(line, null);
    }
    SelectableText text = new SelectableText();
    row.spans().forEach(span -> text.getChildren().addAll(texts(span, row.kind())));
    text.getStyleClass().add("markdown-" + row.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (row.depth() == 0 && !row.quoted()) {
      return new Row(text, text);
    }
    HBox box = new HBox(text);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (row.depth() > 0) {
      Label marker = new Label(row.marker());
      marker.getStyleClass().add("markdown-marker");
      marker.setMinWidth(STEP * row.depth());
      box.getChildren().addFirst(marker);
    }
    if (row.quoted()) {
      box.getStyleClass().add("markdown-quote");
    }
    box.setMinWidth(0);
    return new Row(box, text);
  }

  private List<Text> texts(Span span, MarkdownRow.Kind kind) {
    Text text = new Text(span.text());
    List<String> styles = text.getStyleClass();
    styles.add("text");
    if (span.bold() || kind == MarkdownRow.Kind.HEADING) {
      styles.add("bold");
    }
    if (span.italic()) {
      styles.add("italic");
    }
    if (span.code() || kind == MarkdownRow.Kind.CODE) {
      styles.add("code");
    }
    if (span.mark() == Mark.NONE) {
      return List.of(text);
    }
    boolean known = span.mark() == Mark.KNOWN;
    Text said = new Text(" " + texts.get(known ? "chat.title.known" : "chat.title.missing"));
    said.getStyleClass().addAll("text", known ? "title-known" : "title-missing");
    if (!known) {
      text.setStrikethrough(true);
    }
    return List.of(text, said);
  }

  private List<SelectableText> flows() {
    return getChildren().stream().map(row -> ((Row) row).text).filter(Objects::nonNull).toList();
  }

  /** A row, with its text where it has one; else null. */
  private static final class Row extends SteadyBox {
    private final SelectableText text;

    Row(Node shown, SelectableText text) {
      super(0);
      this.text = text;
      getChildren().setAll(shown);
    }

    /**
     * Becomes another row that has the same look and more text, where it can.
     *
     * @return whether it did; if not, it is as it was
     */
    boolean grow(MarkdownRow from, MarkdownRow to) {
      int last = from.spans().size() - 1;
      if (last < 0
          || last != to.spans().size() - 1
          || !from.with(List.of()).equals(to.with(List.of()))
          || !from.spans().subList(0, last).equals(to.spans().subList(0, last))) {
        return false;
      }
      Span was = from.spans().get(last);
      Span is = to.spans().get(last);
      if (was.mark() != Mark.NONE || !was.with(is.text()).equals(is)) {
        return false;
      }
      // What is chosen is the last child while it is there.
      text.choose(0, 0);
      ((Text) text.getChildren().getLast()).setText(is.text());
      return true;
    }
  }
}
