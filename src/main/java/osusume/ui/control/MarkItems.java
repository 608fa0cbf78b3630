package osusume.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.ui.state.Marking;
import osusume.ui.text.Texts;

/** The items of menus by which the person says how they stand to titles. */
final class MarkItems {
  /** Reasons that many have; others are written. */
  private static final List<String> REASONS = List.of("seenEnough", "notMyKind", "tooLong");

  private final Marking marking;
  private final Texts texts;
  private final MarkWords words;
  private final Runnable ownReason;

  /**
   * @param ownReason asks the person for a reason in their own words
   */
  MarkItems(Marking marking, Texts texts, Runnable ownReason) {
    this.marking = marking;
    this.texts = texts;
    this.words = new MarkWords(texts);
    this.ownReason = ownReason;
  }

  /** The statuses, "not interested" with its reasons, and off the list where it is on it. */
  List<MenuItem> statuses(Optional<ListEntry> entry) {
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup group = new ToggleGroup();
    for (Status status : Status.values()) {
      if (status != Status.NOT_INTERESTED) {
        boolean now = entry.filter(e -> e.status() == status).isPresent();
        RadioMenuItem item = new RadioMenuItem(words.status(status));
        item.setGraphic(new FontIcon(MarkWords.icon(status)));
        // In a group the one that is chosen stays so when it is chosen again.
        item.setToggleGroup(group);
        item.setSelected(now);
        item.setOnAction(_ -> marking.mark(status));
        items.add(item);
      }
    }
    items.add(notInterested());
    if (entry.isPresent()) {
      items.add(new SeparatorMenuItem());
      items.add(item("mark.remove", Feather.MINUS_CIRCLE, marking::remove));
    }
    return items;
  }

  private Menu notInterested() {
    Menu menu = new Menu(words.status(Status.NOT_INTERESTED), new FontIcon(Feather.SLASH));
    menu.getItems().add(reason(texts.get("mark.reason.none"), ""));
    for (String key : REASONS) {
      String reason = texts.get("mark.reason." + key);
      menu.getItems().add(reason(reason, reason));
    }
    MenuItem own = new MenuItem(texts.get("mark.reason.own"));
    own.setOnAction(_ -> ownReason.run());
    menu.getItems().add(own);
    return menu;
  }

  private MenuItem reason(String name, String reason) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> marking.notInterested(reason));
    return item;
  }

  /** The scores, the best first, and none. */
  Menu scores(Optional<ListEntry> entry) {
    int given = entry.map(ListEntry::score).orElse(0);
    Menu menu = new Menu(texts.get("mark.rate"), new FontIcon(Feather.STAR));
    ToggleGroup group = new ToggleGroup();
    for (int score = ListEntry.HIGHEST; score >= 1; score--) {
      int wanted = score;
      RadioMenuItem item = new RadioMenuItem(texts.get("rating.word." + score));
      item.setToggleGroup(group);
      item.setSelected(score == given);
      item.setOnAction(_ -> marking.rate(wanted));
      menu.getItems().add(item);
    }
    if (given > 0) {
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().add(item("rating.away", Feather.X, () -> marking.rate(0)));
    }
    return menu;
  }

  MenuItem item(String key, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
