package osusume.ui.mylist;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.data.Catalogue;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListMerge;
import osusume.mylist.MergeRule;
import osusume.mylist.MyList;
import osusume.ui.control.StatePane;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.ListImport;
import osusume.ui.state.PersonalList;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** Shows what merging a list would do, by the rule the person chooses, before it is done. */
public final class MergeController {
  private static final double RULE_WIDTH = 272;
  private static final Catalogue NO_TITLES = new Catalogue(List.of());

  private final CurrentData data;
  private final PersonalList list;
  private final ListImport imports;
  private final Texts texts;
  private final Numbers numbers;
  private final EntryWords words;
  private final LatestAnswer<ListMerge> answer;
  private final ToggleGroup rules = new ToggleGroup();
  private final Map<MergeRule, RadioButton> ruleButtons = new EnumMap<>(MergeRule.class);

  /** Whether the first plan for the list that waits is still to come. */
  private boolean fresh;

  @FXML private Label heading;
  @FXML private Label asOf;
  @FXML private VBox notes;
  @FXML private FlowPane counts;
  @FXML private HBox ruleBox;
  @FXML private Label differing;
  @FXML private StatePane state;
  @FXML private TableView<Row> table;
  @FXML private Button merge;

  /** A title that differs: what the list says, what the other says, and what will be said. */
  record Row(String title, String mine, String theirs, String after) {}

  public MergeController(
      CurrentData data,
      PersonalList list,
      ListImport imports,
      Jobs jobs,
      Troubles troubles,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.list = list;
    this.imports = imports;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new EntryWords(texts, numbers);
    this.answer = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    for (MergeRule rule : MergeRule.values()) {
      ruleButtons.put(rule, ruleButton(rule));
    }
    ruleButtons.get(MergeRule.NEWEST).setSelected(true);
    rules.selectedToggleProperty().addListener((_, _, _) -> ask());
    table
        .getColumns()
        .setAll(
            List.of(
                column("title", Row::title),
                column("mine", Row::mine),
                column("theirs", Row::theirs),
                column("after", Row::after)));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    state.busyProperty().bind(answer.busyProperty());
    imports.waitingProperty().addListener((_, _, theirs) -> show(theirs));
    list.listProperty().addListener((_, _, _) -> ask());
    data.openedProperty().addListener((_, before, now) -> opened(before, now));
    show(imports.waitingProperty().get());
  }

  /** What was learned meanwhile changes no plan. */
  private void opened(Opened before, Opened now) {
    if (before == null || before.data().catalogue() != now.data().catalogue()) {
      ask();
    }
  }

  private RadioButton ruleButton(MergeRule rule) {
    String key = "mylist.merge.rule." + rule.name().toLowerCase(Locale.ROOT);
    RadioButton button = new RadioButton(texts.get(key));
    button.setId("merge-" + rule.name().toLowerCase(Locale.ROOT));
    button.setUserData(rule);
    button.setToggleGroup(rules);
    Label sentence = new Label(texts.get(key + ".hint"));
    sentence.getStyleClass().addAll("caption", "merge-hint");
    sentence.setWrapText(true);
    button.setAccessibleHelp(sentence.getText());
    VBox box = new VBox(4, button, sentence);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(RULE_WIDTH);
    ruleBox.getChildren().add(box);
    return button;
  }

  private TableColumn<Row, String> column(String name, Function<Row, String> value) {
    TableColumn<Row, String> column = new TableColumn<>(texts.get("mylist.merge." + name));
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setCellFactory(_ -> new WholeTextCell());
    column.setReorderable(false);
    column.setSortable(false);
    return column;
  }

  private void show(ImportedList theirs) {
    if (theirs == null) {
      answer.forget();
      return;
    }
    heading.setText(texts.format("mylist.merge.heading", theirs.name()));
    asOf.setText(
        texts.format(
            "mylist.merge.asOf", theirs.entries().size(), numbers.time(theirs.exportedAt())));
    notes.getChildren().setAll(theirs.notes().stream().map(MergeController::note).toList());
    fresh = true;
    ask();
  }

  private static Node note(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return label;
  }

  private MergeRule rule() {
    return (MergeRule) rules.getSelectedToggle().getUserData();
  }

  private Catalogue catalogue() {
    Opened opened = data.opened();
    return opened == null ? NO_TITLES : opened.data().catalogue();
  }

  private void ask() {
    ImportedList theirs = imports.waitingProperty().get();
    if (theirs != null) {
      MyList mine = list.get();
      MergeRule rule = rule();
      Catalogue catalogue = catalogue();
      // The table still shows another plan.
      merge.setDisable(true);
      answer.ask(() -> ListMerge.of(mine, theirs, rule, catalogue));
    }
  }

  private void show(ListMerge plan) {
    counts
        .getChildren()
        .setAll(
            Stream.of(
                    count("new", plan.fresh().size()),
                    count("differ", plan.differing().size()),
                    count("same", plan.same().size() + plan.filled().size()),
                    count("onlyMine", plan.onlyMine().size()),
                    count("unknown", plan.unknown().size()))
                .toList());
    differing.setText(texts.format("mylist.merge.differing", plan.differing().size()));
    table.getItems().setAll(plan.differing().stream().map(this::row).toList());
    if (plan.differing().isEmpty()) {
      state.showInstead(texts.get("mylist.merge.noneDiffers"), "");
    } else {
      state.showContent();
    }
    ruleBox.setDisable(plan.differing().isEmpty());
    int changes = plan.changes().size();
    merge.setText(texts.format("mylist.merge.do", changes));
    merge.setDisable(changes == 0);
    if (fresh) {
      fresh = false;
      merge.requestFocus();
    }
  }

  private Node count(String name, int titles) {
    Label number = new Label(numbers.count(titles));
    number.getStyleClass().add("title-text");
    number.setId("merge-count-" + name);
    Label what = new Label(texts.get("mylist.merge.count." + name));
    what.getStyleClass().add("caption");
    VBox box = new VBox(number, what);
    box.getStyleClass().add("merge-count");
    Tooltip.install(box, new Tooltip(texts.get("mylist.merge.count." + name + ".hint")));
    return box;
  }

  private Row row(ListMerge.Difference difference) {
    ListEntry mine = difference.mine();
    List<String> told = words.differing(mine, difference.theirs(), difference.after());
    return new Row(mine.title(), told.get(0), told.get(1), told.get(2));
  }

  @FXML
  private void merge() {
    imports.merge(rule(), catalogue());
  }

  @FXML
  private void leave() {
    imports.leave();
  }

  /** A text that is told in full on hover, for the columns are narrow. */
  private static final class WholeTextCell extends javafx.scene.control.TableCell<Row, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      whole.setText(text);
      setTooltip(empty || text == null ? null : whole);
    }
  }
}
