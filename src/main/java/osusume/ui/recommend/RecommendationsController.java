package osusume.ui.recommend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import osusume.app.Opened;
import osusume.app.RecommendationCsv;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.ui.control.AnimeFilterForm;
import osusume.ui.control.FilterPart;
import osusume.ui.control.StatePane;
import osusume.ui.control.WholeNumberSpinner;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Messages;
import osusume.ui.state.Navigation;
import osusume.ui.state.Training;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Recommendations tab: asks anew at each change of user, number, strategy or filter. */
public final class RecommendationsController implements Page {
  private static final int MOST = 100;

  private final CurrentData data;
  private final CurrentUser user;
  private final Training training;
  private final Jobs jobs;
  private final Messages messages;
  private final Navigation navigation;
  private final FileChoices files;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<RecommendationSearch.Found> search;
  private RecommendationSearch.Found found;
  private boolean chosenByPerson;
  private boolean offering;

  @FXML private WholeNumberSpinner howMany;
  @FXML private ComboBox<String> strategy;
  @FXML private AnimeFilterForm filterController;
  @FXML private Label heading;
  @FXML private HBox noteBox;
  @FXML private Label note;
  @FXML private Button train;
  @FXML private StatePane state;
  @FXML private ListView<RecommendationRow> list;
  @FXML private Label hidden;
  @FXML private Button export;

  public RecommendationsController(
      CurrentData data,
      CurrentUser user,
      Training training,
      Jobs jobs,
      Messages messages,
      Troubles troubles,
      Navigation navigation,
      FileChoices files,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.user = user;
    this.training = training;
    this.jobs = jobs;
    this.messages = messages;
    this.navigation = navigation;
    this.files = files;
    this.texts = texts;
    this.numbers = numbers;
    this.search = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    howMany.setRange(1, MOST, Request.DEFAULT_K);
    howMany.valueProperty().addListener((_, _, _) -> search());
    strategy.setConverter(new StrategyNames(texts));
    strategy
        .valueProperty()
        .addListener(
            (_, _, _) -> {
              chosenByPerson |= !offering;
              search();
            });
    filterController.filterProperty().addListener((_, _, _) -> search());
    list.setCellFactory(_ -> new RecommendationCell(texts, numbers));
    list.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            showTitle();
          }
        });
    list.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            showTitle();
          }
        });
    state.busyProperty().bind(search.busyProperty());
    state.showInstead(texts.get("data.opening"), "");
    data.troubleProperty()
        .addListener((_, _, why) -> state.showInstead(texts.get("data.none"), why));
    training.runningProperty().addListener((_, _, _) -> showNote());
    user.idProperty().addListener((_, _, _) -> search());
    data.whenOpened(this::offerStrategies);
  }

  /** The default strategy, unless the person chose one that is still there. */
  private void offerStrategies(Opened opened) {
    List<String> offered = opened.recommendations().strategies();
    String old = strategy.getValue();
    offering = true;
    strategy.getItems().setAll(offered);
    strategy.setValue(chosenByPerson && offered.contains(old) ? old : offered.getFirst());
    offering = false;
    search();
  }

  private void search() {
    Opened opened = data.opened();
    if (opened == null || offering || strategy.getValue() == null) {
      return;
    }
    if (user.id() == null) {
      state.showInstead(texts.get("recommend.noUsers"), texts.get("recommend.noUsers.why"));
      return;
    }
    RecommendationSearch asked =
        new RecommendationSearch(
            opened,
            user.id(),
            strategy.getValue(),
            howMany.getValue(),
            filterController.filterProperty().get());
    search.ask(asked::find);
  }

  private void show(RecommendationSearch.Found fresh) {
    found = fresh;
    RecommendationSearch asked = fresh.search();
    List<Recommendation> titles = fresh.answer().recommendations();
    heading.setText(
        texts.format("recommend.heading", titles.size(), String.valueOf(asked.userId())));
    double best = titles.isEmpty() ? 1 : titles.getFirst().weight();
    list.getItems()
        .setAll(
            titles.stream()
                .map(
                    title ->
                        new RecommendationRow(
                            asked.opened(), asked.userId(), title, relative(title, best)))
                .toList());
    export.setDisable(titles.isEmpty());
    hidden.setText(hiddenText());
    hidden.setVisible(!hidden.getText().isEmpty());
    hidden.setManaged(!hidden.getText().isEmpty());
    showNote();
    if (titles.isEmpty()) {
      showNothing(fresh.loosening());
    } else {
      state.showContent();
      list.scrollTo(0);
    }
  }

  private static double relative(Recommendation title, double best) {
    return best > 0 ? title.weight() / best : 0;
  }

  private void showNothing(Optional<FilterPart.Loosening> loosening) {
    loosening.ifPresentOrElse(
        one ->
            state.showInstead(
                texts.get("recommend.none"),
                texts.format("filter.loosen." + one.part().key(), one.count()),
                texts.get("filter.loosen"),
                () -> filterController.loosen(one.part())),
        () ->
            state.showInstead(
                texts.get("recommend.none"),
                texts.get("filter.loosen.several"),
                texts.get("filter.reset"),
                filterController::reset));
  }

  /** For instance "23 hidden: 18 watched, 5 of another type". */
  private String hiddenText() {
    List<String> parts = new ArrayList<>();
    found
        .answer()
        .removed()
        .forEach(
            (part, count) -> {
              if (count > 0) {
                parts.add(texts.format("hidden." + part, count));
              }
            });
    int watched = found.taste().size();
    if (!found.answer().removed().containsKey("watched") && watched > 0) {
      parts.addFirst(texts.format("hidden.watched", watched));
    }
    return parts.isEmpty()
        ? ""
        : texts.format("hidden.heading", parts.stream().collect(Collectors.joining(", ")));
  }

  private void showNote() {
    if (found == null) {
      return;
    }
    boolean untrained = found.search().opened().trained().isEmpty();
    boolean learning = training.runningProperty().get() != null;
    String answerNote = found.answer().note();
    if (untrained) {
      note.setText(texts.get(learning ? "recommend.learning" : "recommend.untrained"));
    } else {
      note.setText(answerNote);
    }
    train.setVisible(untrained && !learning);
    train.setManaged(untrained && !learning);
    noteBox.setVisible(!note.getText().isEmpty());
    noteBox.setManaged(!note.getText().isEmpty());
  }

  private void showTitle() {
    RecommendationRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      int animeRow = row.recommendation().animeRow();
      navigation.showTitle(row.opened().data().catalogue().anime(animeRow).id());
    }
  }

  @FXML
  private void train() {
    training.startUsual();
  }

  @FXML
  private void export() {
    RecommendationSearch.Found shown = found;
    Optional<Path> file =
        files.toSaveCsv("recommendations-%d.csv".formatted(shown.search().userId()));
    file.ifPresent(
        target ->
            jobs.create(
                    texts.format("csv.job", target.getFileName()),
                    progress -> {
                      new RecommendationCsv(shown.search().opened()).write(target, shown.answer());
                      return target;
                    })
                .onDone(
                    written ->
                        messages.done(
                            texts.format(
                                "csv.done", shown.answer().recommendations().size(), written)))
                .start());
  }

  @Override
  public void focusFilter() {
    filterController.focus();
  }
}
