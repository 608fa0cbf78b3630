package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
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
 * A Markdown text that may grow: what stands unchanged before its end is not laid out anew, and
 * much text at once is laid out in pieces, a piece a frame. For what it makes of links and HTML see
 * {@link MarkdownRows}.
 */
final class MarkdownView extends SteadyBox {
  private static final double STEP = 20;

  /** What a frame has the time for, and what a row and a part of one take beside their text. */
  private static final int ROOM = 2_000;

  private static final int ROW = 60;
  private static final int SPAN = 20;

  /** About what a line and a character take, in pixels. */
  private static final double LINE = 20;

  private static final double CHARACTER = 6.5;

  private final Texts texts;
  private final TextSelection selection = new TextSelection(this);

  /** What the text is made of, and what of it the children show: some rows, from one of them on. */
  private final List<MarkdownRow> wanted = new ArrayList<>();

  private final List<MarkdownRow> shown = new ArrayList<>();
  private int first;

  /** Of the text, what is shown by rows that stay as they are while it grows; and how many. */
  private String closedText = "";

  private int closed;

  /** Of the item of a list that the rest begins with. */
  private int number = MarkdownRows.NO_NUMBER;

  private final AnimationTimer filling =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          fill();
        }
      };

  MarkdownView(Texts texts) {
    super(8);
    this.texts = texts;
    getStyleClass().add("markdown");
  }

  /** Shows a text that may grow. */
  void grow(String markdown) {
    if (!markdown.startsWith(closedText)) {
      closedText = "";
      closed = 0;
      number = MarkdownRows.NO_NUMBER;
    }
    MarkdownRows.Read read =
        MarkdownRows.of(markdown.substring(closedText.length()), List.of(), number);
    wanted.subList(closed, wanted.size()).clear();
    wanted.addAll(read.rows());
    closed += read.closed();
    closedText = markdown.substring(0, closedText.length() + read.open());
    number = read.number();
    begin(0);
  }

  /**
   * Shows a whole text.
   *
   * @param titles that it names, by place
   */
  void show(String markdown, List<NamedTitle> titles) {
    wanted.clear();
    wanted.addAll(MarkdownRows.of(markdown, titles).rows());
    // What grew is shown from its beginning; of what was not shown yet, the end is read first.
    begin(shown.isEmpty() ? wanted.size() : 0);
  }

  /** Out of sight: long text is let go, for to put all of it back at once would take too long. */
  void rest() {
    if (wanted.stream().mapToInt(MarkdownView::weight).sum() > ROOM) {
      filling.stop();
      selection.clear();
      shown.clear();
      getChildren().clear();
      first = wanted.size();
    }
  }

  /** In sight again. */
  void wake() {
    fill();
  }

  private void begin(int from) {
    selection.clear();
    if (shown.isEmpty() || first > 0) {
      shown.clear();
      getChildren().clear();
      first = from;
    }
    fill();
  }

  /** Shows as much more as a frame has the time for; the next one goes on. */
  private void fill() {
    int most = Math.min(shown.size(), wanted.size() - first);
    shown.subList(most, shown.size()).clear();
    getChildren().remove(most, getChildren().size());
    int room = replace(ROOM);
    room = prepend(room);
    room = append(room);
    setAlignment(first > 0 ? Pos.BOTTOM_LEFT : Pos.TOP_LEFT);
    selection.over(flows());
    if (room > 0) {
      filling.stop();
    } else {
      filling.start();
    }
  }

  /** What is another row now. Returns how much room is left, as the others do. */
  private int replace(int room) {
    int left = room;
    for (int i = 0; i < shown.size() && left > 0; i++) {
      MarkdownRow is = shown.get(i);
      MarkdownRow to = wanted.get(first + i);
      if (!is.equals(to)) {
        if (!row(i).grow(is, to)) {
          getChildren().set(i, row(to));
          left -= weight(to);
        }
        shown.set(i, to);
      }
    }
    return left;
  }

  private int prepend(int room) {
    int left = room;
    int to = first;
    while (first > 0 && left > 0) {
      first--;
      left -= weight(wanted.get(first));
    }
    List<MarkdownRow> fresh = wanted.subList(first, to);
    shown.addAll(0, fresh);
    getChildren().addAll(0, fresh.stream().map(this::row).toList());
    return left;
  }

  private int append(int room) {
    int left = room;
    int from = first + shown.size();
    int to = from;
    while (to < wanted.size() && left > 0) {
      left -= weight(wanted.get(to));
      to++;
    }
    List<MarkdownRow> fresh = wanted.subList(from, to);
    shown.addAll(fresh);
    getChildren().addAll(fresh.stream().map(this::row).toList());
    return left;
  }

  /** About how much work a row is, in characters. */
  private static int weight(MarkdownRow row) {
    return ROW + row.spans().stream().mapToInt(span -> SPAN + span.text().length()).sum();
  }

  /** What is not there yet has about the room it will take. */
  @Override
  protected double computePrefHeight(double width) {
    double there = super.computePrefHeight(width);
    if (first == 0 || width <= 0) {
      return there;
    }
    return there
        + wanted.subList(0, first).stream()
            .flatMap(row -> row.spans().stream())
            .mapToDouble(span -> LINE * Math.ceil(span.text().length() * CHARACTER / width))
            .sum();
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
