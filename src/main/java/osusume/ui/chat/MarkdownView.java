package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import osusume.chat.NamedTitle;
import osusume.ui.chat.MarkdownRow.Mark;
import osusume.ui.chat.MarkdownRow.Span;
import osusume.ui.text.Texts;

/**
 * A Markdown text that may grow: what stands unchanged before its end is not laid out anew. For
 * what it makes of links and HTML see {@link MarkdownRows}.
 */
final class MarkdownView extends VBox {
  private static final double STEP = 20;

  private final Texts texts;
  private final TextSelection selection = new TextSelection(this);
  private List<MarkdownRow> shown = List.of();
  private double height;
  private double heightFor = -1;

  MarkdownView(Texts texts) {
    super(8);
    this.texts = texts;
    getStyleClass().add("markdown");
    setMinWidth(0);
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
    fresh.subList(same, fresh.size()).forEach(row -> getChildren().add(node(row)));
    shown = fresh;
    selection.over(flows());
  }

  /** What was chosen with the mouse; may be empty. */
  String chosenText() {
    return selection.text();
  }

  private Node node(MarkdownRow row) {
    if (row.kind() == MarkdownRow.Kind.RULE) {
      Region line = new Region();
      line.getStyleClass().add("markdown-rule");
      return line;
    }
    SelectableText text = new SelectableText();
    row.spans().forEach(span -> text.getChildren().addAll(texts(span, row.kind())));
    text.getStyleClass().add("markdown-" + row.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (row.depth() == 0 && !row.quoted()) {
      return text;
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
    return box;
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
    List<SelectableText> flows = new ArrayList<>();
    for (Node row : getChildren()) {
      if (row instanceof SelectableText text) {
        flows.add(text);
      } else if (row instanceof HBox box
          && box.getChildren().getLast() instanceof SelectableText text) {
        flows.add(text);
      }
    }
    return flows;
  }

  @Override
  public void requestLayout() {
    heightFor = -1;
    super.requestLayout();
  }

  /** Kept, for every answer of the conversation is measured whenever the last one grows. */
  @Override
  protected double computePrefHeight(double width) {
    if (width != heightFor) {
      height = super.computePrefHeight(width);
      heightFor = width;
    }
    return height;
  }
}
