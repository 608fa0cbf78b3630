package osusume.ui.anime;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.io.AnimeCsv;
import osusume.ui.control.AnimeFilterForm;
import osusume.ui.control.FilterPart;
import osusume.ui.control.StatePane;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMenu;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CsvExport;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Navigation;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Anime tab: filter form, table of everything that fits, details of the chosen title. */
public final class AnimeController implements Page {
  private final CurrentData data;
  private final Navigation navigation;
  private final CsvExport csv;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<AnimeSearch.Found> search;

  private AnimeTable columns;
  private AnimeSearch.Found found;
  private boolean replacing;

  @FXML private AnimeFilterForm filterController;
  @FXML private TitleDetails detailsController;
  @FXML private StatePane state;
  @FXML private Label count;
  @FXML private TableView<Anime> table;
  @FXML private Button export;
  @FXML private Button moreLike;

  public AnimeController(
      CurrentData data,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      CsvExport csv,
      TitleActions actions,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.navigation = navigation;
    this.csv = csv;
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.search = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    columns = new AnimeTable(table, actions, texts, numbers);
    columns.setUp(this::search);
    state.busyProperty().bind(search.busyProperty());
    state.showInstead(texts.get("data.opening"), "");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getSelectionModel().selectedItemProperty().addListener((_, _, anime) -> chosen(anime));
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<Anime>) _ -> offerMoreLike());
    new TitleKeys(actions.marking(this::chosen), actions::undo, detailsController::focusRating)
        .listenToList(table);
    new TitleMenu(this::chosen, actions, texts).listenTo(table);
    detailsController.onBack(table::requestFocus);
    filterController.filterProperty().addListener((_, _, _) -> search());
    data.troubleProperty()
        .addListener((_, _, why) -> state.showInstead(texts.get("data.none"), why));
    navigation.titleProperty().addListener((_, _, _) -> showAskedTitle());
    data.whenOpened(_ -> search());
  }

  /** The titles that are chosen. A copy, for a change of the list may change what is chosen. */
  private List<Anime> chosen() {
    return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
  }

  private void offerMoreLike() {
    int several = table.getSelectionModel().getSelectedIndices().size();
    moreLike.setVisible(several > 1);
    moreLike.setManaged(several > 1);
    // In the smallest window there is no room for both.
    export.setVisible(several <= 1);
    export.setManaged(several <= 1);
    moreLike.setText(texts.format("anime.moreLike", several));
  }

  @FXML
  private void moreLike() {
    actions.moreLike(chosen());
  }

  private void search() {
    Opened opened = data.opened();
    if (opened != null && !replacing) {
      AnimeSearch asked =
          new AnimeSearch(
              opened,
              filterController.filterProperty().get(),
              columns.order(),
              columns.descending());
      search.ask(asked::find);
    }
  }

  private void show(AnimeSearch.Found fresh) {
    List<Anime> chosen = chosen();
    found = fresh;
    // The table asks for its order again when its items change.
    replacing = true;
    table.getItems().setAll(fresh.titles());
    count.setText(
        texts.format("anime.count", fresh.rows().length, fresh.opened().data().catalogue().size()));
    export.setDisable(fresh.rows().length == 0);
    if (fresh.rows().length == 0) {
      detailsController.clear();
      filterController.offerLoosening(state, texts.get("anime.none"), fresh.loosening());
    } else {
      state.showContent();
      select(chosen);
      showDetails(table.getSelectionModel().getSelectedItem());
    }
    replacing = false;
    showAskedTitle();
  }

  /**
   * Selects those of some titles that are shown, and else the first, so that the details are never
   * empty.
   */
  private void select(List<Anime> titles) {
    BitSet wanted = new BitSet();
    for (Anime anime : titles) {
      int row = found.opened().data().catalogue().rowOfId(anime.id());
      if (row >= 0) {
        wanted.set(row);
      }
    }
    // One pass over the table, for everything in it may have been chosen.
    int[] rows = found.rows();
    int[] shown = IntStream.range(0, rows.length).filter(i -> wanted.get(rows[i])).toArray();
    table.getSelectionModel().clearSelection();
    if (shown.length == 0) {
      table.getSelectionModel().select(0);
      table.scrollTo(0);
    } else {
      table.getSelectionModel().selectIndices(shown[0], shown);
    }
  }

  private int indexOf(int animeId) {
    int row = found.opened().data().catalogue().rowOfId(animeId);
    for (int i = 0; row >= 0 && i < found.rows().length; i++) {
      if (found.rows()[i] == row) {
        return i;
      }
    }
    return -1;
  }

  private void showAskedTitle() {
    Integer asked = navigation.titleProperty().get();
    if (asked == null || found == null) {
      return;
    }
    int index = indexOf(asked);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
      table.scrollTo(Math.max(0, index - 4));
      table.requestFocus();
      navigation.titleShown();
    } else if (FilterPart.active(filterController.filterProperty().get()) > 0) {
      // The filter hides it; without the filter it is asked for once more.
      filterController.reset();
    } else {
      navigation.titleShown();
    }
  }

  private void chosen(Anime anime) {
    if (anime != null && !replacing) {
      showDetails(anime);
    }
  }

  private void showDetails(Anime anime) {
    Opened opened = found.opened();
    detailsController.show(opened, opened.data().catalogue().rowOfId(anime.id()));
  }

  @FXML
  private void export() {
    AnimeSearch.Found shown = found;
    csv.save(
        "anime.csv",
        shown.rows().length,
        target -> AnimeCsv.write(target, shown.opened().data().catalogue(), shown.rows()));
  }

  @Override
  public void focusFilter() {
    filterController.focus();
  }
}
