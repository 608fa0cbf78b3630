package osusume.ui.mylist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import osusume.mylist.ListBackup;
import osusume.ui.control.StatePane;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.Messages;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The backups of the list, to go back to one of them. */
public final class BackupsController {
  private static final int UNREADABLE = -1;

  private final PersonalList list;
  private final Messages messages;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<List<Kept>> reading;

  @FXML private StatePane state;
  @FXML private ListView<Kept> backups;
  @FXML private Button restore;

  /**
   * A backup as the panel lists it.
   *
   * @param titles how many it holds; −1: it can't be read
   */
  record Kept(ListBackup backup, int titles) {}

  public BackupsController(
      PersonalList list,
      Jobs jobs,
      Troubles troubles,
      Messages messages,
      Navigation navigation,
      Texts texts,
      Numbers numbers) {
    this.list = list;
    this.messages = messages;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
    this.reading = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    backups.setCellFactory(_ -> new BackupCell());
    state.busyProperty().bind(reading.busyProperty());
    restore.setDisable(true);
    backups
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, kept) -> restore.setDisable(kept == null || kept.titles() == UNREADABLE));
    list.backups(found -> reading.ask(() -> read(found)));
  }

  private static List<Kept> read(List<ListBackup> found) {
    List<Kept> kept = new ArrayList<>();
    for (ListBackup backup : found) {
      kept.add(new Kept(backup, titles(backup)));
    }
    return kept;
  }

  private static int titles(ListBackup backup) {
    try {
      return backup.read().size();
    } catch (IOException e) {
      return UNREADABLE;
    }
  }

  private void show(List<Kept> kept) {
    backups.getItems().setAll(kept);
    if (kept.isEmpty()) {
      state.showInstead(texts.get("mylist.backups.none"), texts.get("mylist.backups.none.hint"));
    } else {
      state.showContent();
      backups.getSelectionModel().select(0);
      backups.requestFocus();
    }
  }

  @FXML
  private void restore() {
    Kept chosen = backups.getSelectionModel().getSelectedItem();
    close();
    list.restore(
        chosen.backup(),
        change -> {
          String when = numbers.time(chosen.backup().taken());
          change.ifPresentOrElse(
              made -> list.offerUndo(texts.format("mylist.restored", when), made),
              () -> messages.done(texts.format("mylist.restored.same", when)));
        });
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }

  private final class BackupCell extends ListCell<Kept> {
    @Override
    protected void updateItem(Kept kept, boolean empty) {
      super.updateItem(kept, empty);
      setText(empty || kept == null ? null : name(kept));
    }

    private String name(Kept kept) {
      String when = numbers.time(kept.backup().taken());
      return kept.titles() == UNREADABLE
          ? texts.format("mylist.backups.damaged", when)
          : texts.format("mylist.backups.row", when, kept.titles());
    }
  }
}
