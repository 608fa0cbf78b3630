package osusume.ui.mylist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.mylist.ListFilter;
import osusume.mylist.ListTitle;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.ui.control.MarkWords;
import osusume.ui.control.StatePane;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMenu;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The table of the list: status chips, text filter, columns, and the chosen entry beside it. */
public final class EntriesController {
  private static final Catalogue NO_TITLES = new Catalogue(List.of());

  private final CurrentData data;
  private final PersonalList list;
  private final Navigation navigation;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final MarkWords words;
  private final LatestAnswer<EntrySearch.Found> search;
  private final ToggleGroup choice = new ToggleGroup();
  private final Map<Status, ToggleButton> chipOf = new HashMap<>();
  private ToggleButton all;
  private ToggleButton notHere;
  private EntryTable columns;
  private boolean replacing;
  private boolean reorder;

  @FXML private TextField text;
  @FXML private FlowPane chips;
  @FXML private Label count;
  @FXML private StatePane state;
  @FXML private TableView<ListTitle> table;
  @FXML private Parent entry;
  @FXML private EntryController entryController;

  public EntriesController(
      CurrentData data,
      PersonalList list,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      TitleActions actions,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.list = list;
    this.navigation = navigation;
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new MarkWords(texts);
    this.search = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    all = chip();
    for (Status status : Status.values()) {
      chipOf.put(status, chip());
    }
    notHere = chip();
    notHere.setTooltip(new Tooltip(texts.get("mylist.entry.unknown")));
    choice.selectToggle(all);
    choice
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                // One of them is always chosen.
                choice.selectToggle(before);
              } else {
                search(false);
              }
            });
    text.textProperty().addListener((_, _, _) -> search(false));
    EntryMenus menus = new EntryMenus(list, texts);
    columns = new EntryTable(table, menus, texts, numbers);
    columns.setUp(() -> search(false));
    EntryMarking marking =
        new EntryMarking(list, () -> table.getSelectionModel().getSelectedItem());
    new TitleKeys(marking, list::undo, this::showTitle).listenToList(table);
    new TitleMenu(this::chosenHere, actions, texts).listenTo(table);
    table.addEventHandler(KeyEvent.KEY_TYPED, key -> typed(key, marking));
    table.getSelectionModel().selectedItemProperty().addListener((_, _, title) -> chosen(title));
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    state.busyProperty().bind(search.busyProperty());
    state.showInstead(texts.get("data.opening"), "");
    list.listProperty().addListener((_, _, _) -> search(true));
    data.openedProperty().addListener((_, before, now) -> search(sameTitles(before, now)));
    data.troubleProperty().addListener((_, _, _) -> search(false));
    search(false);
  }

  private ToggleButton chip() {
    ToggleButton chip = new ToggleButton();
    chip.getStyleClass().addAll("chip", "small");
    chip.setMnemonicParsing(false);
    chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    chip.setToggleGroup(choice);
    chips.getChildren().add(chip);
    return chip;
  }

  private ListFilter filter() {
    Status status =
        chipOf.entrySet().stream()
            .filter(each -> each.getValue().isSelected())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    return new ListFilter(status, notHere.isSelected(), text.getText());
  }

  /** What is learned of a data set is opened time and again, and says nothing of the list. */
  private static boolean sameTitles(Opened before, Opened now) {
    return before != null && now != null && before.data().catalogue() == now.data().catalogue();
  }

  /**
   * @param keepOrder whether rows stay where they are: for changes the person makes within them
   */
  private void search(boolean keepOrder) {
    Opened opened = data.opened();
    if (replacing || opened == null && data.troubleProperty().get().isEmpty()) {
      return;
    }
    // What was asked before and is not answered yet is never shown, but its order still counts.
    reorder |= !keepOrder;
    EntrySearch asked =
        new EntrySearch(
            list.get(),
            opened == null ? NO_TITLES : opened.data().catalogue(),
            filter(),
            columns.order(),
            columns.descending(),
            reorder ? List.of() : List.copyOf(table.getItems()));
    search.ask(asked::find);
  }

  private void show(EntrySearch.Found fresh) {
    reorder = false;
    showCounts(fresh.found());
    ListTitle chosen = table.getSelectionModel().getSelectedItem();
    int index = table.getSelectionModel().getSelectedIndex();
    boolean reordered = fresh.search().shown().isEmpty();
    // The table asks for its order again when its items change.
    replacing = true;
    replace(fresh);
    if (fresh.titles().isEmpty()) {
      entryController.clear();
      showNoneFits();
    } else {
      state.showContent();
      select(chosen == null ? null : chosen.entry().key(), index, reordered);
      entryController.show(table.getSelectionModel().getSelectedItem());
    }
    replacing = false;
  }

  /** Of rows that stay, only those are replaced that say something else now. */
  private void replace(EntrySearch.Found fresh) {
    List<ListTitle> items = table.getItems();
    fresh
        .changed()
        .ifPresentOrElse(
            changed -> changed.forEach(i -> items.set(i, fresh.titles().get(i))),
            () -> table.getItems().setAll(fresh.titles()));
  }

  /** Selects a title if it is shown; else what took its place, so that the entry is never empty. */
  private void select(TitleKey key, int before, boolean reordered) {
    List<ListTitle> items = table.getItems();
    int index = -1;
    for (int i = 0; key != null && i < items.size() && index < 0; i++) {
      index = items.get(i).entry().key().equals(key) ? i : -1;
    }
    if (index < 0) {
      index = reordered ? 0 : Math.clamp(before, 0, items.size() - 1);
      if (reordered) {
        table.scrollTo(0);
      }
    }
    table.getSelectionModel().clearAndSelect(index);
  }

  private void showCounts(ListFilter.Found counts) {
    name(all, texts.get("mylist.filter.all"), counts.all());
    chipOf.forEach(
        (status, chip) -> name(chip, words.status(status), counts.byStatus().get(status)));
    name(notHere, texts.get("mylist.filter.unknown"), counts.unknown());
    boolean wanted = counts.unknown() > 0 || notHere.isSelected();
    notHere.setVisible(wanted);
    notHere.setManaged(wanted);
    count.setText(texts.format("mylist.count", counts.titles().size(), counts.all()));
    count.setVisible(!text.getText().isBlank());
    count.setManaged(count.isVisible());
  }

  private void name(ToggleButton chip, String name, int titles) {
    chip.setText(texts.format("mylist.filter.chip", name, titles));
    boolean empty = titles == 0 && !chip.isSelected();
    chip.setDisable(empty);
  }

  private void showNoneFits() {
    state.showInstead(
        texts.get("mylist.noneFits"),
        "",
        texts.get("mylist.noneFits.all"),
        () -> {
          text.clear();
          choice.selectToggle(all);
          text.requestFocus();
        });
  }

  private void chosen(ListTitle title) {
    if (title != null && !replacing) {
      entryController.show(title);
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      showTitle();
    }
  }

  private List<Anime> chosenHere() {
    ListTitle title = table.getSelectionModel().getSelectedItem();
    return title != null && title.known() ? List.of(title.anime()) : List.of();
  }

  private void showTitle() {
    ListTitle title = table.getSelectionModel().getSelectedItem();
    if (title != null && title.known()) {
      navigation.showTitle(title.anime().id());
    }
  }

  private static void typed(KeyEvent key, EntryMarking marking) {
    if (key.getCharacter().equals("+")) {
      marking.oneMore();
      key.consume();
    }
  }

  /** Puts the cursor into the text filter. */
  void focusFilter() {
    text.requestFocus();
    text.selectAll();
  }
}
