package osusume.ui.users;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import osusume.app.Opened;
import osusume.app.UserOverview;
import osusume.data.Anime;
import osusume.data.NumberRange;
import osusume.data.Watched;
import osusume.data.WatchedColumn;
import osusume.data.WatchedFilter;
import osusume.ui.control.StatePane;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMenu;
import osusume.ui.control.UserPicker;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Navigation;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;
import osusume.ui.view.TabPage;

/** The Users tab: one user of the data set, their titles and their profile. */
public final class UsersController implements Page {
  private final CurrentData data;
  private final CurrentUser user;
  private final CurrentPerson person;
  private final TitleActions actions;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<Shown> answer;
  private WatchedTable columns;
  private Shown shown;

  @FXML private StatePane state;
  @FXML private StatePane tableState;
  @FXML private UserPicker picker;
  @FXML private Label pickerTrouble;
  @FXML private Button recommend;
  @FXML private Pane filter;
  @FXML private ComboBox<Integer> moreThan;
  @FXML private ComboBox<Integer> lessThan;
  @FXML private CheckBox unrated;
  @FXML private Label count;
  @FXML private TableView<Watched> table;
  @FXML private ProfileController profileController;

  /** What is on the screen: a user of a data set, and those of their titles that are wanted. */
  private record Shown(Opened opened, UserOverview overview, List<Watched> titles) {
    boolean isOf(Opened other, int userId) {
      return opened == other && overview.userId() == userId;
    }
  }

  public UsersController(
      CurrentData data,
      CurrentUser user,
      CurrentPerson person,
      TitleActions actions,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.user = user;
    this.person = person;
    this.actions = actions;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
    this.answer = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    picker.connect(user, data, texts, "users.user");
    pickerTrouble.textProperty().bind(picker.troubleProperty());
    pickerTrouble.managedProperty().bind(pickerTrouble.textProperty().isNotEmpty());
    pickerTrouble.visibleProperty().bind(pickerTrouble.managedProperty());
    recommend.managedProperty().bind(recommend.visibleProperty());
    fill(moreThan, 1, 9);
    fill(lessThan, 2, 10);
    unrated.selectedProperty().addListener((_, _, _) -> ask());
    columns = new WatchedTable(table, actions, texts, numbers);
    columns.setUp(this::ask);
    new TitleKeys(actions.marking(this::chosen), actions::undo, this::showTitle)
        .listenToList(table);
    new TitleMenu(this::chosen, actions, texts).listenTo(table);
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    state.busyProperty().bind(answer.busyProperty());
    data.troubleProperty().addListener((_, _, _) -> ask());
    user.idProperty().addListener((_, _, _) -> ask());
    data.openedProperty().addListener((_, _, _) -> ask());
    ask();
  }

  private void fill(ComboBox<Integer> box, int first, int last) {
    List<Integer> choices = new ArrayList<>();
    choices.add(null);
    IntStream.rangeClosed(first, last).forEach(choices::add);
    box.getItems().setAll(choices);
    box.setConverter(new RatingText(texts.get("users.filter.any")));
    box.valueProperty().addListener((_, _, _) -> ask());
  }

  private void ask() {
    Opened opened = data.opened();
    Integer id = user.id();
    if (opened == null || id == null || opened.data().ratings().rowOfId(id) < 0) {
      showNothing(opened);
      return;
    }
    Shown before = shown;
    WatchedFilter wanted = wanted();
    WatchedColumn column = columns.order();
    boolean descending = columns.descending();
    answer.ask(
        () -> {
          boolean same = before != null && before.isOf(opened, id);
          UserOverview overview = same ? before.overview : opened.overviewOf(id);
          List<Watched> titles = wanted.of(opened.data().catalogue(), overview.taste());
          titles.sort(column.order(descending));
          return new Shown(opened, overview, titles);
        });
  }

  private void showNothing(Opened opened) {
    shown = null;
    if (opened != null) {
      state.showInstead(texts.get("users.none"), texts.get("users.none.hint"));
    } else if (data.troubleProperty().get().isEmpty()) {
      state.showInstead(texts.get("data.opening"), "");
    } else {
      state.showInstead(texts.get("data.none"), data.troubleProperty().get());
    }
  }

  private WatchedFilter wanted() {
    NumberRange rating =
        Stream.of(
                moreThan.getValue() == null ? null : NumberRange.moreThan(moreThan.getValue()),
                lessThan.getValue() == null ? null : NumberRange.lessThan(lessThan.getValue()))
            .filter(range -> range != null)
            .reduce(NumberRange.ANY, NumberRange::and);
    return new WatchedFilter(rating, unrated.isSelected());
  }

  private void show(Shown fresh) {
    boolean same = shown != null && shown.isOf(fresh.opened, fresh.overview.userId());
    shown = fresh;
    if (!same) {
      profileController.show(fresh.overview);
      recommend.setText(texts.format("users.recommend", String.valueOf(fresh.overview.userId())));
    }
    Watched selected = table.getSelectionModel().getSelectedItem();
    table.getItems().setAll(fresh.titles);
    if (same && selected != null) {
      table.getSelectionModel().select(selected);
    } else {
      table.scrollTo(0);
    }
    int all = fresh.overview.taste().size();
    int fit = fresh.titles.size();
    count.setText(texts.format("users.count", fit, numbers.count(fit), all, numbers.count(all)));
    state.showContent();
    if (fit > 0) {
      tableState.showContent();
    } else if (all == 0) {
      tableState.showInstead(texts.get("users.empty"), "");
    } else {
      tableState.showInstead(
          texts.format("users.noneFits", all, numbers.count(all)),
          texts.get("users.noneFits.hint"),
          texts.get("users.noneFits.all"),
          this::showAll);
    }
  }

  @FXML
  private void showAll() {
    moreThan.setValue(null);
    lessThan.setValue(null);
    unrated.setSelected(true);
    moreThan.requestFocus();
  }

  @FXML
  private void recommend() {
    person.chooseUser();
    navigation.recommendForPerson();
    navigation.tabProperty().set(TabPage.RECOMMENDATIONS);
  }

  private List<Anime> chosen() {
    Watched selected = table.getSelectionModel().getSelectedItem();
    return selected == null ? List.of() : List.of(selected.anime());
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      showTitle();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      showTitle();
      event.consume();
    }
  }

  private void showTitle() {
    Watched selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      navigation.showTitle(selected.anime().id());
    }
  }

  @Override
  public void focusFilter() {
    moreThan.requestFocus();
  }
}
