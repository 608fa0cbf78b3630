package osusume.ui;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import osusume.ui.state.Navigation;
import osusume.ui.text.Texts;
import osusume.ui.view.TabPage;

/** The list of keys (F1). */
public final class KeysController {
  /** What says something of the chosen title. */
  private static final List<String> MARKS =
      List.of("rate", "score", "plan", "far", "unwanted", "more", "undo", "details");

  private final Navigation navigation;
  private final Texts texts;

  @FXML private GridPane keys;

  KeysController(Navigation navigation, Texts texts) {
    this.navigation = navigation;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    add(texts.format("keys.tab", TabPage.values().length), texts.get("keys.tab.does"));
    add(texts.get("keys.filter"), texts.get("keys.filter.does"));
    add(texts.get("keys.open"), texts.get("keys.open.does"));
    for (String key : MARKS) {
      add(texts.get("keys." + key), texts.get("keys." + key + ".does"));
    }
    add(texts.get("keys.takeOut"), texts.get("keys.takeOut.does"));
    for (String key : List.of("chat", "newTalk", "edit", "stop")) {
      add(texts.get("keys." + key), texts.get("keys." + key + ".does"));
    }
    add(texts.get("keys.user"), texts.get("keys.user.does"));
    add(texts.get("keys.back"), texts.get("keys.back.does"));
    add(texts.get("keys.help"), texts.get("keys.help.does"));
  }

  private void add(String key, String does) {
    Label pressed = new Label(key);
    pressed.getStyleClass().add("key");
    pressed.setMinWidth(Region.USE_PREF_SIZE);
    Label meaning = new Label(does);
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    keys.addRow(keys.getRowCount(), pressed, meaning);
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }
}
