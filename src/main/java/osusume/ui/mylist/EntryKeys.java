package osusume.ui.mylist;

import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import osusume.mylist.ListEntry;
import osusume.mylist.ListTitle;
import osusume.mylist.Status;
import osusume.ui.state.PersonalList;

/** The keys that change the chosen row of the list: scores, statuses, one more episode. */
final class EntryKeys {
  private static final Map<KeyCode, Status> STATUSES =
      Map.of(
          KeyCode.W, Status.WATCHING,
          KeyCode.C, Status.COMPLETED,
          KeyCode.H, Status.ON_HOLD,
          KeyCode.D, Status.DROPPED,
          KeyCode.P, Status.PLANNED,
          KeyCode.X, Status.NOT_INTERESTED);

  private final PersonalList list;
  private final EntryMenus menus;

  EntryKeys(PersonalList list, EntryMenus menus) {
    this.list = list;
    this.menus = menus;
  }

  void listenTo(TableView<ListTitle> table) {
    table.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, table));
  }

  private void pressed(KeyEvent key, TableView<ListTitle> table) {
    ListTitle title = table.getSelectionModel().getSelectedItem();
    boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isMetaDown();
    if (title != null && plain && does(key, title, table)) {
      key.consume();
    }
  }

  private boolean does(KeyEvent key, ListTitle title, TableView<ListTitle> table) {
    ListEntry entry = title.entry();
    KeyCode code = key.getCode();
    if (code.isDigitKey()) {
      int digit = Character.digit(code.getName().charAt(code.getName().length() - 1), 10);
      list.rate(entry, digit == 0 ? ListEntry.HIGHEST : digit);
    } else if (STATUSES.containsKey(code)) {
      list.mark(entry, STATUSES.get(code));
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      list.rate(entry, 0);
    } else if (code == KeyCode.PLUS || code == KeyCode.ADD || key.getText().equals("+")) {
      if (title.episodes() < 0 || entry.seen() < title.episodes()) {
        list.oneMore(entry, title.episodes());
      }
    } else if (code == KeyCode.F2) {
      menus.showStatuses(title, table);
    } else {
      return false;
    }
    return true;
  }
}
