package osusume.ui.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.chat.talk.ConversationHead;
import osusume.ui.text.Texts;

/** A past conversation, or the day of those below it. */
final class PastCell extends ListCell<PastRow> {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final Predicate<ConversationHead> isOpen;
  private final Texts texts;
  private final Label title = new Label();
  private final Button delete = new Button(null, new FontIcon(Feather.TRASH_2));
  private final ContextMenu menu = new ContextMenu();
  private final HBox row = new HBox(4, title, delete);

  PastCell(
      Predicate<ConversationHead> isOpen,
      Consumer<ConversationHead> open,
      Consumer<ConversationHead> remove,
      Texts texts) {
    this.isOpen = isOpen;
    this.texts = texts;
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    delete.getStyleClass().addAll("flat", "small", "button-icon", "past-delete");
    delete.setFocusTraversable(false);
    delete.setMinWidth(USE_PREF_SIZE);
    delete.setTooltip(new Tooltip(texts.get("chat.delete")));
    delete.setAccessibleText(texts.get("chat.delete"));
    delete.setOnAction(_ -> talk(remove));
    delete.visibleProperty().bind(hoverProperty().or(selectedProperty()));
    delete.managedProperty().bind(delete.visibleProperty());
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    row.setPrefWidth(0);
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            talk(open);
          }
        });
    menu.getItems().setAll(item("chat.open", open), item("chat.delete", remove));
  }

  private MenuItem item(String key, Consumer<ConversationHead> action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(_ -> talk(action));
    return item;
  }

  private void talk(Consumer<ConversationHead> then) {
    if (getItem() instanceof PastRow.Of of) {
      then.accept(of.talk());
    }
  }

  @Override
  protected void updateItem(PastRow item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().remove("past-day");
    pseudoClassStateChanged(OPEN, false);
    setGraphic(null);
    setText(null);
    setContextMenu(null);
    switch (empty ? null : item) {
      case null -> {}
      case PastRow.Day day -> {
        setText(day(day.date()));
        getStyleClass().add("past-day");
      }
      case PastRow.Of of -> {
        title.setText(of.talk().title());
        setAccessibleText(of.talk().title());
        pseudoClassStateChanged(OPEN, isOpen.test(of.talk()));
        setGraphic(row);
        setContextMenu(menu);
      }
    }
  }

  private String day(LocalDate date) {
    LocalDate today = LocalDate.now();
    if (date.equals(today)) {
      return texts.get("chat.today");
    }
    return date.equals(today.minusDays(1))
        ? texts.get("chat.yesterday")
        : date.format(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale()));
  }
}
