package osusume.ui.anime;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.ui.control.RatingBar;
import osusume.ui.control.RatingHistogram;
import osusume.ui.control.StatusMenu;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleTile;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.Marking;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** One title in detail: its facts, its genres, and how the users of the data set rated it. */
public final class TitleDetails {
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<TitleFacts> facts;
  private final TitleTile tile = new TitleTile(TitleTile.Size.LARGE);
  private Anime shown;

  @FXML private ScrollPane details;
  @FXML private StackPane tilePlace;
  @FXML private Label name;
  @FXML private Label type;
  @FXML private Label episodes;
  @FXML private Label rating;
  @FXML private Label members;
  @FXML private FlowPane genres;
  @FXML private StatusMenu status;
  @FXML private RatingBar score;
  @FXML private Label reason;
  @FXML private Label ratedBy;
  @FXML private RatingHistogram histogram;
  @FXML private Label unrated;
  @FXML private VBox groupBox;
  @FXML private VBox groups;
  @FXML private Button myAnimeList;

  public TitleDetails(
      Jobs jobs, Troubles troubles, TitleActions actions, Texts texts, Numbers numbers) {
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.facts = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    tilePlace.getChildren().setAll(tile);
    Marking marking = actions.marking(() -> List.of(shown));
    status.setUp(marking, texts);
    score.setUp(texts, marking::rate);
    new TitleKeys(marking, actions::undo, () -> {}).listenToTitle(details);
    actions.list().listProperty().addListener((_, _, _) -> showMark());
    showMark();
    clear();
  }

  /** Shows nothing. */
  void clear() {
    facts.forget();
    details.setVisible(false);
    details.setManaged(false);
  }

  /**
   * @param back is run when the person turns away from the details by Esc
   */
  void onBack(Runnable back) {
    details.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            back.run();
            key.consume();
          }
        });
  }

  /** Leads to where the title is rated. */
  void focusRating() {
    if (details.isVisible()) {
      details.setVvalue(0);
      score.requestFocus();
    }
  }

  private void showMark() {
    ListEntry entry = shown == null ? null : actions.entry(shown);
    status.show(entry);
    score.show(entry == null ? 0 : entry.score());
    String why = entry == null ? "" : entry.reason();
    reason.setText(why);
    reason.setVisible(!why.isEmpty());
    reason.setManaged(!why.isEmpty());
  }

  /** Shows the title in a row of the catalogue. */
  void show(Opened opened, int row) {
    facts.ask(() -> TitleFacts.of(opened, row));
  }

  private void show(TitleFacts fresh) {
    Anime anime = fresh.anime();
    if (!anime.equals(shown)) {
      details.setVvalue(0);
    }
    shown = anime;
    tile.show(anime);
    showMark();
    name.setText(anime.name());
    type.setText(numbers.type(anime));
    episodes.setText(numbers.count(anime.episodes()));
    rating.setText(numbers.decimal(anime.rating(), 2));
    members.setText(numbers.count(anime.members()));
    genres.getChildren().setAll(anime.genres().stream().map(TitleDetails::genre).toList());
    showRatings(fresh);
    groups.getChildren().setAll(fresh.typicalOf().stream().map(TitleDetails::group).toList());
    groupBox.setVisible(!fresh.typicalOf().isEmpty());
    groupBox.setManaged(!fresh.typicalOf().isEmpty());
    myAnimeList.setTooltip(new Tooltip("https://myanimelist.net/anime/" + anime.id()));
    details.setVisible(true);
    details.setManaged(true);
  }

  private void showRatings(TitleFacts fresh) {
    int rated = fresh.ratings().rated();
    String key = fresh.simulated() ? "details.ratedBySimulated" : "details.ratedBy";
    ratedBy.setText(texts.format(key, rated, numbers.decimal(fresh.ratings().mean(), 2)));
    histogram.show(fresh.ratings().counts(), "chart.users", texts, numbers);
    histogram.setVisible(rated > 0);
    histogram.setManaged(rated > 0);
    unrated.setText(texts.format("details.unrated", fresh.ratings().unrated()));
  }

  private static Label genre(String genre) {
    Label label = new Label(genre);
    label.getStyleClass().add("tag");
    return label;
  }

  private static Label group(String label) {
    Label shown = new Label(label);
    shown.setWrapText(true);
    return shown;
  }

  @FXML
  private void moreLike() {
    actions.moreLike(List.of(shown));
  }

  @FXML
  private void openMyAnimeList() {
    actions.openPage(shown);
  }
}
