package osusume.ui.chat;

import static java.util.stream.Collectors.joining;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.chat.ChatEvent;
import osusume.ui.control.Popovers;
import osusume.ui.text.Texts;

/** What left this machine for an answer, to be looked at. */
record SentTexts(List<ChatEvent.Sending> sent) {
  Button button(Texts texts) {
    Button button =
        new Button(texts.format("chat.sent", sent.size()), new FontIcon(Feather.UPLOAD));
    button.getStyleClass().addAll("flat", "small", "chat-sent");
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> Popovers.above(content(texts)).show(button));
    return button;
  }

  private VBox content(Texts texts) {
    Label to =
        new Label(
            texts.format(
                "chat.sent.to",
                sent.stream().map(ChatEvent.Sending::address).distinct().collect(joining(", "))));
    to.getStyleClass().add("heading");
    TextArea area =
        new TextArea(sent.stream().map(ChatEvent.Sending::content).collect(joining("\n\n")));
    area.setId("chat-sent-text");
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("sent-text");
    area.setPrefSize(520, 320);
    VBox box = new VBox(8, to, area);
    box.getStyleClass().add("popover-content");
    return box;
  }
}
