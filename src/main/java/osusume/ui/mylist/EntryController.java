package osusume.ui.mylist;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import osusume.mylist.ListEntry;
import osusume.mylist.ListTitle;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.ui.control.CommittedText;
import osusume.ui.control.RatingBar;
import osusume.ui.control.StatusMenu;
import osusume.ui.control.TitleTile;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** One entry of the list, every part of which can be changed. */
public final class EntryController {
  private final PersonalList list;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private final EntryMarking marking;
  private final TitleTile tile = new TitleTile(TitleTile.Size.LIST);
  private List<CommittedText> fields = List.of();
  private ListTitle shown;

  @FXML private ScrollPane root;
  @FXML private StackPane tilePlace;
  @FXML private Label name;
  @FXML private Label facts;
  @FXML private Hyperlink showTitle;
  @FXML private Label unknown;
  @FXML private StatusMenu status;
  @FXML private RatingBar score;
  @FXML private TextField seen;
  @FXML private Label ofAll;
  @FXML private Button oneMore;
  @FXML private TextField started;
  @FXML private TextField finished;
  @FXML private TextField rewatches;
  @FXML private TextField tags;
  @FXML private VBox reasonBox;
  @FXML private TextField reason;
  @FXML private TextArea comments;
  @FXML private Label trouble;
  @FXML private Label changed;

  public EntryController(PersonalList list, Navigation navigation, Texts texts, Numbers numbers) {
    this.list = list;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
    this.marking = new EntryMarking(list, () -> shown);
  }

  @FXML
  private void initialize() {
    tilePlace.getChildren().setAll(tile);
    for (javafx.scene.Node node : List.of(root, showTitle, unknown, reasonBox, trouble, ofAll)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    status.setUp(marking, texts);
    score.setUp(texts, marking::rate);
    oneMore.setTooltip(new Tooltip(texts.get("mylist.entry.oneMore.hint")));
    fields =
        List.of(
            field(
                seen,
                text -> {
                  int count = count(text, "mylist.entry.seen.wrong");
                  alter(entry -> entry.seen(count));
                }),
            field(
                started,
                text -> {
                  PartialDate date = PartialDate.typed(text);
                  alter(entry -> entry.started(date));
                }),
            field(
                finished,
                text -> {
                  PartialDate date = PartialDate.typed(text);
                  alter(entry -> entry.finished(date));
                }),
            field(
                rewatches,
                text -> {
                  int count = count(text, "mylist.entry.rewatches.wrong");
                  alter(entry -> entry.rewatches(count));
                }),
            field(tags, text -> alter(entry -> entry.tags(text))),
            field(reason, text -> alter(entry -> entry.reason(text))),
            field(comments, text -> alter(entry -> entry.comments(text))));
    list.failuresProperty().addListener((_, _, _) -> failed());
    clear();
  }

  private void failed() {
    fields.forEach(field -> field.failed(texts.get("mylist.entry.notSaved")));
  }

  private CommittedText field(TextInputControl input, Consumer<String> take) {
    return new CommittedText(input, take, trouble::setText);
  }

  /** Shows no entry. */
  void clear() {
    leave();
    shown = null;
    root.setVisible(false);
  }

  /** Shows an entry; what was written for the one before is kept. */
  void show(ListTitle title) {
    boolean another = shown == null || !shown.entry().key().equals(title.entry().key());
    if (another) {
      leave();
      root.setVvalue(0);
    }
    shown = title;
    ListEntry entry = title.entry();
    tile.show(title.anime());
    name.setText(title.anime().name());
    facts.setText(title.known() ? numbers.facts(title.anime()) : ownFacts(title));
    showTitle.setVisible(title.known());
    unknown.setVisible(!title.known());
    status.show(entry);
    score.show(entry.score());
    ofAll.setText(texts.format("mylist.entry.ofAll", numbers.count(title.episodes())));
    oneMore.setDisable(title.episodes() >= 0 && entry.seen() >= title.episodes());
    reasonBox.setVisible(entry.status() == Status.NOT_INTERESTED);
    changed.setText(texts.format("mylist.entry.changed", numbers.day(entry.changed())));
    List<String> written =
        List.of(
            String.valueOf(entry.seen()),
            entry.started().brief(),
            entry.finished().brief(),
            String.valueOf(entry.rewatches()),
            entry.tags(),
            entry.reason(),
            entry.comments());
    for (int i = 0; i < written.size(); i++) {
      fields.get(i).show(written.get(i));
    }
    root.setVisible(true);
  }

  private String ownFacts(ListTitle title) {
    String episodes =
        title.episodes() < 0 ? "" : " · " + texts.format("facts.episodes", title.episodes());
    return numbers.type(title.anime()) + episodes;
  }

  /** Takes what was written and lets go of what can't be taken, before another entry is shown. */
  private void leave() {
    if (shown != null) {
      fields.forEach(CommittedText::commit);
    }
    fields.forEach(CommittedText::forget);
  }

  /**
   * @param wrong the key of what to say of a text that is no count
   */
  private int count(String text, String wrong) {
    String number = text.strip();
    if (!number.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(texts.format(wrong, text));
    }
    return Integer.parseInt(number);
  }

  private void alter(Consumer<ListEntry.Builder> change) {
    list.alter(Objects.requireNonNull(shown).entry(), change);
  }

  @FXML
  private void oneMore() {
    marking.oneMore();
  }

  @FXML
  private void remove() {
    marking.remove();
  }

  @FXML
  private void showTitle() {
    showTitle.setVisited(false);
    navigation.showTitle(shown.anime().id());
  }
}
