package osusume.ui.mylist;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.mylist.ListTitle;
import osusume.recommend.Recommendation;
import osusume.ui.control.AnimeFilterForm;
import osusume.ui.control.StatePane;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMenu;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.recommend.Door;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;
import osusume.ui.state.SettingsModel;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.TabPage;

/** The planned titles, ranked for the person, and one of them picked at random. */
public final class WhatNextController {
  private final CurrentData data;
  private final PersonalList list;
  private final CurrentPerson person;
  private final SettingsModel settings;
  private final Function<Opened, Door> doors;
  private final Navigation navigation;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<WhatNextSearch.Found> search;

  @FXML private Parent root;
  @FXML private AnimeFilterForm filterController;
  @FXML private PickedController pickedController;
  @FXML private Label heading;
  @FXML private Label note;
  @FXML private Button pick;
  @FXML private StatePane state;
  @FXML private ListView<PlannedRow> planned;

  /**
   * @param settings say how ratings age
   * @param doors where what is open is asked
   */
  public WhatNextController(
      CurrentData data,
      PersonalList list,
      CurrentPerson person,
      SettingsModel settings,
      Function<Opened, Door> doors,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      TitleActions actions,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.list = list;
    this.person = person;
    this.settings = settings;
    this.doors = doors;
    this.navigation = navigation;
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.search = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    note.managedProperty().bind(note.visibleProperty());
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    planned.setCellFactory(_ -> new PlannedCell(texts, numbers));
    new TitleKeys(new EntryMarking(list, this::chosen), list::undo, this::showTitle)
        .listenToList(planned);
    new TitleMenu(() -> chosen() == null ? List.of() : List.of(chosen().anime()), actions, texts)
        .listenTo(planned);
    planned.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            showTitle();
          }
        });
    planned.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            showTitle();
          }
        });
    state.busyProperty().bind(search.busyProperty());
    state.showInstead(texts.get("data.opening"), "");
    root.visibleProperty().addListener((_, _, _) -> search());
    list.listProperty().addListener((_, _, _) -> search());
    data.openedProperty().addListener((_, _, _) -> search());
    settings
        .settingsProperty()
        .addListener(
            (_, old, now) -> {
              if (old.asked().halfLifeYears() != now.asked().halfLifeYears()) {
                search();
              }
            });
    filterController.filterProperty().addListener((_, _, _) -> search());
  }

  /** Only what is looked at is worked out. */
  private void search() {
    Opened opened = data.opened();
    if (root.isVisible() && opened != null) {
      WhatNextSearch asked =
          new WhatNextSearch(
              opened,
              doors.apply(opened),
              list.get(),
              person.own(opened.data().catalogue()),
              filterController.filterProperty().get());
      search.ask(asked::find);
    }
  }

  private void show(WhatNextSearch.Found found) {
    List<PlannedRow> rows =
        found.ranked().stream().map(ranked -> row(ranked, found.search())).toList();
    PlannedRow chosen = planned.getSelectionModel().getSelectedItem();
    int place = planned.getSelectionModel().getSelectedIndex();
    heading.setText(
        rows.isEmpty()
            ? texts.format("mylist.next.heading.none", found.planned())
            : texts.format("mylist.next.heading", rows.size(), found.planned()));
    note.setText(note(found));
    planned.getItems().setAll(rows);
    pickedController.offer(rows);
    pick.setDisable(rows.isEmpty());
    if (chosen != null && !rows.isEmpty()) {
      int now = placeOf(chosen, rows);
      // What was rated is planned no more; what comes in its place is at hand next.
      planned.getSelectionModel().clearAndSelect(now >= 0 ? now : Math.min(place, rows.size() - 1));
    }
    if (!rows.isEmpty()) {
      state.showContent();
    } else if (found.planned() > 0) {
      filterController.offerLoosening(state, texts.get("mylist.next.noneFits"), found.loosening());
    } else {
      state.showInstead(
          texts.get("mylist.next.none"),
          texts.get("mylist.next.none.hint"),
          texts.get("mylist.next.none.find"),
          () -> navigation.tabProperty().set(TabPage.RECOMMENDATIONS));
    }
  }

  private static int placeOf(PlannedRow row, List<PlannedRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).anime().id() == row.anime().id()) {
        return i;
      }
    }
    return -1;
  }

  private String note(WhatNextSearch.Found found) {
    String unknown =
        found.unknown() == 0 ? "" : texts.format("mylist.next.unknown", found.unknown());
    String ofAnswer = found.ranked().isEmpty() ? "" : found.note();
    return Stream.of(ofAnswer, unknown)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private PlannedRow row(Recommendation ranked, WhatNextSearch of) {
    Anime anime = of.opened().data().catalogue().anime(ranked.animeRow());
    return new PlannedRow(
        of.opened(),
        ranked,
        new ListTitle(of.list().ofAnime(anime.id()).orElseThrow(), anime, true));
  }

  private ListTitle chosen() {
    PlannedRow row = planned.getSelectionModel().getSelectedItem();
    return row == null ? null : row.title();
  }

  private void showTitle() {
    ListTitle title = chosen();
    if (title != null) {
      navigation.showTitle(title.anime().id());
    }
  }

  @FXML
  private void pick() {
    pickedController.pick();
  }

  /** Puts the cursor into the filter. */
  void focusFilter() {
    filterController.focus();
  }
}
