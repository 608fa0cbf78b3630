package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.chat.Exchange;
import osusume.chat.Reply;
import osusume.ui.control.CopyButton;
import osusume.ui.text.Texts;

/**
 * What the person said, and the answer below it. Nothing of it is made before it is to be seen, and
 * out of sight it is as high as it was, or about as high as it will be, and empty: each frame looks
 * at all that is in the window, and a long conversation would take it all the time there is.
 */
final class ExchangeView extends SteadyBox {
  private static final double WIDEST = 560;

  /** About what a line and a character of the answer take, in pixels. */
  private static final double LINE = 20;

  private static final double CHARACTER = 6.5;

  /** About what stands around the answer's text. */
  private static final double FRAME = 140;

  private final Supplier<AnswerView> maker;
  private final Texts texts;
  private final Runnable edit;
  private Exchange exchange;
  private List<Node> parts = List.of();
  private AnswerView answer;
  private double height = Double.NaN;
  private double heightFor;

  /**
   * @param answer makes the answer's view, once
   * @param edit is run when the person would say it otherwise
   */
  ExchangeView(Exchange exchange, Supplier<AnswerView> answer, Texts texts, Runnable edit) {
    super(8);
    this.exchange = exchange;
    this.maker = answer;
    this.texts = texts;
    this.edit = edit;
    getStyleClass().add("exchange");
  }

  private List<Node> parts() {
    List<Node> all = new ArrayList<>();
    exchange
        .userId()
        .ifPresent(
            id -> {
              Label of = new Label(texts.format("chat.said.user", String.valueOf(id)));
              of.getStyleClass().add("caption");
              HBox right = new HBox(of);
              right.setAlignment(Pos.CENTER_RIGHT);
              all.add(right);
            });
    all.add(said());
    answer = maker.get();
    all.add(answer);
    return all;
  }

  private HBox said() {
    SelectableText said = new SelectableText();
    Text text = new Text(exchange.said());
    text.getStyleClass().add("text");
    said.getChildren().add(text);
    VBox bubble = new VBox(said);
    TextSelection selection = new TextSelection(bubble);
    selection.over(List.of(said));
    bubble.getStyleClass().add("said");
    bubble.setMaxWidth(WIDEST);
    bubble.setMinWidth(0);
    bubble.setFocusTraversable(true);
    bubble.setAccessibleRole(AccessibleRole.TEXT);
    bubble.setAccessibleText(exchange.said());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    CopyButton copy = new CopyButton();
    copy.getStyleClass().add("small");
    copy.connect(texts, texts.get("chat.copy.said"), exchange::said);
    Button again = new Button(null, new FontIcon(Feather.EDIT_2));
    again.getStyleClass().addAll("flat", "small", "button-icon", "chat-edit");
    again.setAccessibleText(texts.get("chat.edit"));
    again.setTooltip(new Tooltip(texts.get("chat.edit")));
    again.setOnAction(_ -> edit.run());
    again.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(4, space, copy, again, bubble);
    line.setAlignment(Pos.CENTER_RIGHT);
    return line;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Holds the same exchange from now on as it is further on; its answer's view stays. */
  void become(Exchange later) {
    exchange = later;
  }

  /** The answer's view; made now if it was not yet. */
  AnswerView answer() {
    setThere(true);
    return answer;
  }

  /** The answer's view, if it was made. */
  Optional<AnswerView> answerIfMade() {
    return Optional.ofNullable(answer);
  }

  boolean isThere() {
    return !getChildren().isEmpty();
  }

  /** Whether there is something in it, or only the room for it. What has the focus stays. */
  void setThere(boolean there) {
    if (there == isThere() || !there && isFocusWithin()) {
      return;
    }
    if (!there) {
      height = getHeight();
      heightFor = getWidth();
      getChildren().clear();
      answer.rest();
      return;
    }
    if (parts.isEmpty()) {
      parts = parts();
    } else {
      answer.wake();
    }
    getChildren().setAll(parts);
  }

  @Override
  public Orientation getContentBias() {
    // An empty box would have none, and not be asked for its height at a width.
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (isThere() || width < 0) {
      return super.computePrefHeight(width);
    }
    if (Double.isNaN(height)) {
      height = estimate(width);
      heightFor = width;
    }
    return width == heightFor ? height : Math.rint(height * heightFor / width);
  }

  private double estimate(double width) {
    return FRAME
        + exchange
            .reply()
            .map(Reply::text)
            .map(text -> text.lines().mapToDouble(line -> height(line, width)).sum())
            .orElse(0.0);
  }

  private static double height(String line, double width) {
    return LINE * Math.ceil(line.length() * CHARACTER / Math.max(width, 1));
  }
}
