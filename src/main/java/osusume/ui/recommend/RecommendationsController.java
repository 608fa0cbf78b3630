package osusume.ui.recommend;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import osusume.app.Opened;
import osusume.app.RecommendationCsv;
import osusume.data.Anime;
import osusume.recommend.Aim;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.ui.control.AnimeFilterForm;
import osusume.ui.control.StatePane;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CsvExport;
import osusume.ui.state.CurrentData;
import osusume.ui.state.FileChoices;
import osusume.ui.state.ListImport;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Training;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Recommendations tab: asks anew at each change of user, options, filter or reasons. */
public final class RecommendationsController implements Page {
  /** The strategy that everything is learned for; without it the list is worth a word. */
  private static final String BEST = "blend";

  private final CurrentData data;
  private final AskedFor askedFor;
  private final TitleActions actions;
  private final ListImport listImport;
  private final FileChoices files;
  private final Training training;
  private final ObservableBooleanValue learning;
  private final Function<Opened, Door> doors;
  private final Navigation navigation;
  private final CsvExport csv;
  private final Texts texts;
  private final Numbers numbers;
  private final ReasonWords words;
  private final WhomWords whomWords;
  private final StrategyNames strategies;
  private final LatestAnswer<RecommendationSearch.Found> search;
  private RecommendationList titles;
  private Opened before;
  private RecommendationSearch.Found found;

  @FXML private Node companion;
  @FXML private CompanionChoice companionController;
  @FXML private AnswerOptionsForm optionsController;
  @FXML private AnimeFilterForm filterController;
  @FXML private Label heading;
  @FXML private TakenOutChips takenOut;
  @FXML private HBox like;
  @FXML private Button likeChip;
  @FXML private HBox invite;
  @FXML private Label inviteText;
  @FXML private HBox noteBox;
  @FXML private Label note;
  @FXML private Button train;
  @FXML private StatePane state;
  @FXML private ListView<RecommendationRow> list;
  @FXML private Label hidden;
  @FXML private Button export;

  /**
   * @param learning whether something better than there is now is being learned
   * @param doors where what is open is asked
   */
  public RecommendationsController(
      CurrentData data,
      AskedFor askedFor,
      TitleActions actions,
      ListImport listImport,
      FileChoices files,
      Training training,
      ObservableBooleanValue learning,
      Function<Opened, Door> doors,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      CsvExport csv,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.askedFor = askedFor;
    this.actions = actions;
    this.listImport = listImport;
    this.files = files;
    this.training = training;
    this.learning = learning;
    this.doors = doors;
    this.navigation = navigation;
    this.csv = csv;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new ReasonWords(texts, numbers);
    this.whomWords = new WhomWords(texts);
    this.strategies = new StrategyNames(texts);
    this.search = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    titles = new RecommendationList(list, actions, texts, numbers, this::showTitle, this::takeOut);
    takenOut.setUp(texts);
    state.busyProperty().bind(search.busyProperty());
    state.showInstead(texts.get("data.opening"), "");
    data.troubleProperty()
        .addListener((_, _, why) -> state.showInstead(texts.get("data.none"), why));
    learning.addListener((_, _, _) -> showNote());
    optionsController.optionsProperty().addListener((_, _, _) -> search());
    filterController.filterProperty().addListener((_, _, _) -> search());
    takenOut.takenOutProperty().addListener((_, _, _) -> search());
    like.managedProperty().bind(like.visibleProperty());
    invite.managedProperty().bind(invite.visibleProperty());
    // Titles like some are nobody's, so nobody else can share them.
    companion.visibleProperty().bind(like.visibleProperty().not());
    companion.managedProperty().bind(companion.visibleProperty());
    companionController.listen(this::somebodyElse);
    askedFor.listen(this::somebodyElse, this::search);
    data.whenOpened(this::opened);
  }

  private void somebodyElse() {
    takenOut.clear();
    search();
  }

  private void opened(Opened opened) {
    if (before != null && !before.data().fingerprint().equals(opened.data().fingerprint())) {
      takenOut.clear();
    } else if (before != null
        && !before
            .trained()
            .map(Opened.Trained::model)
            .equals(opened.trained().map(Opened.Trained::model))) {
      takenOut.clearGroups();
    }
    before = opened;
    optionsController.offer(doors.apply(opened));
    search();
  }

  private void takeOut(Reason reason, Opened of) {
    takenOut.add(reason, words.name(reason, of));
  }

  private void search() {
    Opened opened = data.opened();
    AnswerOptions options = optionsController.optionsProperty().get();
    if (opened == null || options == null) {
      return;
    }
    Whom whom = askedFor.now(opened, companionController.now(opened)).orElse(null);
    if (whom == null) {
      search.forget();
      state.showInstead(texts.get("recommend.noUsers"), texts.get("recommend.noUsers.why"));
      return;
    }
    RecommendationSearch asked =
        new RecommendationSearch(
            opened,
            doors.apply(opened),
            whom,
            options,
            filterController.filterProperty().get(),
            takenOut.takenOutProperty().get());
    search.ask(asked::find);
  }

  private void show(RecommendationSearch.Found fresh) {
    boolean same = found != null && fresh.search().asksTheSame(found.search());
    found = fresh;
    RecommendationSearch asked = fresh.search();
    Whom whom = asked.whom();
    List<Recommendation> best = fresh.answer().recommendations();
    heading.setText(whomWords.heading(whom, best.size()));
    showLike(whom);
    showInvite(whom);
    titles.show(asked.opened(), best, whom, same);
    export.setDisable(best.isEmpty());
    hidden.setText(new HiddenTitles(texts).of(fresh));
    hidden.setVisible(!hidden.getText().isEmpty());
    hidden.setManaged(!hidden.getText().isEmpty());
    showNote();
    if (best.isEmpty()) {
      filterController.offerLoosening(state, texts.get("recommend.none"), fresh.loosening());
    } else {
      state.showContent();
    }
  }

  private void showInvite(Whom whom) {
    boolean knowsNothing = whom.taste().size() == 0;
    invite.setVisible(whom.isMe() && whom.companion().isEmpty() && knowsNothing);
    String why =
        actions.list().get().isEmpty()
            ? "recommend.invite"
            : whom.taste().leaveOut().isEmpty()
                ? "recommend.invite.unknown"
                : "recommend.invite.unseen";
    inviteText.setText(texts.get(why));
  }

  private void showLike(Whom whom) {
    like.setVisible(whom instanceof Whom.Like);
    if (whom instanceof Whom.Like chosen) {
      String names = chosen.titles().stream().map(Anime::name).collect(Collectors.joining(", "));
      likeChip.setText(names);
      likeChip.setTooltip(new Tooltip(texts.format("recommend.like.leave", names)));
      likeChip.setAccessibleText(texts.format("recommend.like.leave", names));
    }
  }

  @FXML
  private void leaveLike() {
    askedFor.leaveLike();
  }

  @FXML
  private void importList() {
    files.listToImport().ifPresent(listImport::read);
  }

  @FXML
  private void rateTitles() {
    navigation.panelProperty().set(Panel.RATE_TITLES);
  }

  private void showNote() {
    if (found == null) {
      return;
    }
    boolean untrained = found.search().opened().trained().isEmpty();
    boolean busy = learning.get();
    boolean better = !found.search().door().strategies().contains(BEST);
    // Predicted ratings do not wait for what is still being learned.
    boolean byStrategy = found.search().request().aim() == Aim.WATCH;
    String ofLearning = "";
    if (byStrategy && busy && better) {
      ofLearning = chosenBy(untrained ? "recommend.learning" : "recommend.learning.better");
    } else if (byStrategy && untrained) {
      ofLearning = chosenBy("recommend.untrained");
    }
    // Without taste groups or titles the answer's own note would only say the same once more.
    boolean said = untrained || invite.isVisible() || found.answer().recommendations().isEmpty();
    String ofAnswer = said ? "" : found.answer().note();
    note.setText(
        Stream.of(ofLearning, ofAnswer)
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining(" ")));
    train.setVisible(untrained && !busy);
    train.setManaged(untrained && !busy);
    noteBox.setVisible(!note.getText().isEmpty());
    noteBox.setManaged(!note.getText().isEmpty());
  }

  private String chosenBy(String key) {
    return texts.format(key, strategies.toString(found.answer().strategy()));
  }

  private void showTitle(RecommendationRow row) {
    navigation.showTitle(row.opened().data().catalogue().anime(row.animeRow()).id());
  }

  @FXML
  private void train() {
    training.startUsual();
  }

  @FXML
  private void export() {
    RecommendationSearch.Found shown = found;
    csv.save(
        whomWords.fileName(shown.search().whom()),
        shown.answer().recommendations().size(),
        target -> new RecommendationCsv(shown.search().opened()).write(target, shown.answer()));
  }

  @Override
  public void focusFilter() {
    filterController.focus();
  }
}
