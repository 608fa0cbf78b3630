package osusume.ui.mylist;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.util.StringConverter;
import osusume.mylist.ListEntry;
import osusume.mylist.ListTitle;
import osusume.mylist.Status;
import osusume.ui.state.PersonalList;
import osusume.ui.text.Texts;

/** The menus from which a score or a status is chosen within the table. */
final class EntryMenus {
  private final PersonalList list;
  private final StatusNames statuses;
  private final ScoreNames scores;
  private final ContextMenu menu = new ContextMenu();

  /** Shows a menu for a title below a node. */
  interface Shower {
    void show(ListTitle title, Node below);
  }

  EntryMenus(PersonalList list, Texts texts) {
    this.list = list;
    this.statuses = new StatusNames(texts);
    this.scores = new ScoreNames(texts);
    menu.getStyleClass().add("choice-menu");
  }

  void showStatuses(ListTitle title, Node below) {
    show(
        List.of(Status.values()),
        title.entry().status(),
        statuses,
        wanted -> list.mark(title.entry(), wanted),
        below);
  }

  void showScores(ListTitle title, Node below) {
    show(
        Stream.iterate(ListEntry.HIGHEST, score -> score >= 0, score -> score - 1).toList(),
        title.entry().score(),
        scores,
        wanted -> list.rate(title.entry(), wanted),
        below);
  }

  private <T> void show(
      List<T> choices, T now, StringConverter<T> names, Consumer<T> choose, Node below) {
    menu.getItems()
        .setAll(choices.stream().map(choice -> item(choice, now, names, choose)).toList());
    menu.show(below, Side.BOTTOM, 0, 0);
  }

  private static <T> MenuItem item(
      T choice, T now, StringConverter<T> names, Consumer<T> choose) {
    RadioMenuItem item = new RadioMenuItem(names.toString(choice));
    item.setSelected(choice.equals(now));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> choose.accept(choice));
    return item;
  }
}
