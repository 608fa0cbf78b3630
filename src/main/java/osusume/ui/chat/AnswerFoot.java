package osusume.ui.chat;

import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.chat.Exchange;
import osusume.chat.Reply;
import osusume.ui.control.CopyButton;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What can be done about an answer, and what it took. */
final class AnswerFoot extends FlowPane {
  /** What a flat button has around its sign, in pixels. */
  private static final double FRAME_OF_SIGN = 9;

  private final Texts texts;
  private final Numbers numbers;

  AnswerFoot(Texts texts, Numbers numbers) {
    super(8, 8);
    this.texts = texts;
    this.numbers = numbers;
    setRowValignment(VPos.CENTER);
  }

  /**
   * @param copied what is copied; empty: nothing
   */
  void show(Exchange exchange, String copied, AnswerView.Ways ways) {
    getChildren().clear();
    // A sign without a frame begins where the text does.
    setTranslateX(copied.isEmpty() ? 0 : -FRAME_OF_SIGN);
    if (!copied.isEmpty()) {
      CopyButton copy = new CopyButton();
      copy.getStyleClass().addAll("small", "copy-answer");
      copy.connect(texts, texts.get("chat.copy"), () -> copied);
      getChildren().add(copy);
    }
    boolean wrong = exchange.trouble().isPresent();
    Button retry = button("chat.retry", Feather.ROTATE_CW, ways::retry);
    retry.getStyleClass().add("chat-retry");
    if (!wrong) {
      retry.getStyleClass().add("flat");
    }
    getChildren().add(retry);
    if (wrong) {
      ways.askOffline()
          .ifPresent(
              ask -> {
                Button offline = button("chat.offlineInstead", Feather.WIFI_OFF, ask);
                offline.getStyleClass().add("chat-offline");
                getChildren().add(offline);
              });
      ways.openSettings()
          .ifPresent(
              open -> {
                Button settings = button("chat.settings", Feather.SETTINGS, open);
                settings.getStyleClass().add("chat-settings");
                getChildren().add(settings);
              });
    }
    ways.sent().ifPresent(sent -> getChildren().add(sent.button(texts)));
    exchange
        .reply()
        .flatMap(Reply::tokens)
        .ifPresent(
            tokens -> {
              Label used = new Label(TokensText.of(tokens, texts, numbers));
              if (tokens.dollars().isPresent()) {
                used.setTooltip(new Tooltip(texts.get("chat.cost.hint")));
              }
              used.getStyleClass().add("caption");
              getChildren().add(used);
            });
    setVisible(true);
  }

  private Button button(String key, Feather sign, Runnable action) {
    Button button = new Button(texts.get(key), new FontIcon(sign));
    button.getStyleClass().add("small");
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
