package osusume.ui.mylist;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import osusume.mylist.ListEntry;
import osusume.mylist.ListTitle;
import osusume.mylist.Status;
import osusume.ui.control.MarkWords;
import osusume.ui.state.Marking;
import osusume.ui.state.PersonalList;
import osusume.ui.text.Texts;

/** The menus from which a score or a status is chosen within the table. */
final class EntryMenus {
  private final PersonalList list;
  private final Texts texts;
  private final MarkWords words;
  private final ContextMenu menu = new ContextMenu();

  /** Shows a menu for a title below a node. */
  interface Shower {
    void show(ListTitle title, Node below);
  }

  EntryMenus(PersonalList list, Texts texts) {
    this.list = list;
    this.texts = texts;
    this.words = new MarkWords(texts);
    menu.setId("mylist-menu");
  }

  void showStatuses(ListTitle title, Node below) {
    Marking marking = new EntryMarking(list, () -> title);
    List<MenuItem> items = new ArrayList<>();
    for (Status status : Status.values()) {
      Runnable action =
          status == Status.NOT_INTERESTED
              ? () -> marking.notInterested("")
              : () -> marking.mark(status);
      items.add(item(words.status(status), status == title.entry().status(), action));
    }
    show(items, below);
  }

  void showScores(ListTitle title, Node below) {
    Marking marking = new EntryMarking(list, () -> title);
    List<MenuItem> items = new ArrayList<>();
    for (int score = ListEntry.HIGHEST; score >= 1; score--) {
      int wanted = score;
      items.add(
          item(
              texts.get("rating.word." + score),
              score == title.entry().score(),
              () -> marking.rate(wanted)));
    }
    if (title.entry().score() > 0) {
      items.add(item(texts.get("rating.away"), false, () -> marking.rate(0)));
    }
    show(items, below);
  }

  private void show(List<MenuItem> items, Node below) {
    menu.getItems().setAll(items);
    menu.show(below, Side.BOTTOM, 0, 0);
  }

  private static MenuItem item(String name, boolean now, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setSelected(now);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
