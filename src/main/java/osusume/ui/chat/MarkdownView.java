package osusume.ui.chat;

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
  private List<MarkdownRow> shown = List.of();

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
    List<MarkdownRow> fresh = MarkdownRows.of(markdown, titles);
    int same = 0;
    while (same < Math.min(shown.size(), fresh.size()) && shown.get(same).equals(fresh.get(same))) {
      same++;
    }
    selection.clear();
    getChildren().remove(same, getChildren().size());
    fresh.subList(same, fresh.size()).forEach(row -> getChildren().add(row(row)));
    shown = fresh;
    selection.over(flows());
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
  }
}
