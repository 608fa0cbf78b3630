package osusume.ui.control;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.mylist.ListEntry;
import osusume.ui.state.Marking;
import osusume.ui.text.Texts;

/** Shows how the person stands to a title, and lets them say it. */
public final class StatusMenu extends MenuButton {
  private final FontIcon icon = new FontIcon(Feather.PLUS);
  private MarkItems items;
  private MarkWords words;
  private Texts texts;
  private ListEntry shown;

  public StatusMenu() {
    getStyleClass().add("status-menu");
    setMnemonicParsing(false);
    setGraphic(icon);
  }

  /** To be called once. */
  public void setUp(Marking marking, Texts bundle) {
    texts = bundle;
    words = new MarkWords(texts);
    items = new MarkItems(marking, texts, () -> OwnReason.ask(this, marking, texts));
    // What was chosen and could not be written stands chosen in the items that are there.
    setOnShowing(_ -> getItems().setAll(items.statuses(Optional.ofNullable(shown))));
    show(null);
  }

  /** Shows what the list says of the title; null: nothing. */
  public void show(ListEntry entry) {
    shown = entry;
    String status = entry == null ? texts.get("mark.add") : words.status(entry.status());
    setText(status);
    setAccessibleText(
        entry == null ? status : texts.format("mark.status.spoken", words.spoken(entry)));
    icon.setIconCode(entry == null ? Feather.PLUS : MarkWords.icon(entry.status()));
    getItems().setAll(items.statuses(Optional.ofNullable(entry)));
  }
}
