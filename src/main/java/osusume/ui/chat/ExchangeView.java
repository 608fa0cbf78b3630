package osusume.ui.chat;

import javafx.geometry.Pos;
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
import osusume.ui.control.CopyButton;
import osusume.ui.text.Texts;

/** What the person said, and the answer below it. */
final class ExchangeView extends SteadyBox {
  private static final double WIDEST = 560;

  private final Exchange exchange;
  private final AnswerView answer;

  /**
   * @param edit is run when the person would say it otherwise
   */
  ExchangeView(Exchange exchange, AnswerView answer, Texts texts, Runnable edit) {
    super(8);
    this.exchange = exchange;
    this.answer = answer;
    getStyleClass().add("exchange");
    SelectableText said = new SelectableText();
    Text text = new Text(exchange.said());
    text.getStyleClass().add("text");
    said.getChildren().add(text);
    VBox bubble = new VBox(said);
    TextSelection selection = new TextSelection(bubble);
    selection.over(java.util.List.of(said));
    bubble.getStyleClass().add("said");
    bubble.setMaxWidth(WIDEST);
    bubble.setMinWidth(0);
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
    getChildren().setAll(line, answer);
    exchange
        .userId()
        .ifPresent(
            id -> {
              Label of = new Label(texts.format("chat.said.user", String.valueOf(id)));
              of.getStyleClass().add("caption");
              HBox right = new HBox(of);
              right.setAlignment(Pos.CENTER_RIGHT);
              getChildren().addFirst(right);
            });
  }

  Exchange exchange() {
    return exchange;
  }

  AnswerView answer() {
    return answer;
  }
}
