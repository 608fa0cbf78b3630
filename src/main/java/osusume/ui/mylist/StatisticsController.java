package osusume.ui.mylist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStatistics;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.ui.control.MarkWords;
import osusume.ui.control.RatingHistogram;
import osusume.ui.control.ShareRows;
import osusume.ui.control.StatePane;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.PersonalList;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What the list adds up to, in figures and bars. */
public final class StatisticsController {
  private static final Catalogue NO_TITLES = new Catalogue(List.of());
  private static final int GENRES = 12;
  private static final int YEARS = 15;
  private static final int ALL = 100;

  private final CurrentData data;
  private final PersonalList list;
  private final Texts texts;
  private final Numbers numbers;
  private final MarkWords marks;
  private final LatestAnswer<ListStatistics> answer;

  @FXML private Parent root;
  @FXML private StatePane state;
  @FXML private Label titles;
  @FXML private Label hours;
  @FXML private Label hoursHint;
  @FXML private Label mean;
  @FXML private Label episodes;
  @FXML private Label unscored;
  @FXML private Label unknown;
  @FXML private Label noScores;
  @FXML private Label undated;
  @FXML private RatingHistogram scores;
  @FXML private ShareRows statuses;
  @FXML private ShareRows genres;
  @FXML private ShareRows types;
  @FXML private ShareRows years;

  public StatisticsController(
      CurrentData data,
      PersonalList list,
      Jobs jobs,
      Troubles troubles,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.list = list;
    this.texts = texts;
    this.numbers = numbers;
    this.marks = new MarkWords(texts);
    this.answer = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    for (Label label : List.of(unscored, unknown, noScores, undated)) {
      label.managedProperty().bind(label.visibleProperty());
    }
    scores.managedProperty().bind(scores.visibleProperty());
    state.busyProperty().bind(answer.busyProperty());
    state.showInstead(texts.get("data.opening"), "");
    root.visibleProperty().addListener((_, _, _) -> ask());
    list.listProperty().addListener((_, _, _) -> ask());
    data.openedProperty().addListener((_, _, _) -> ask());
  }

  /** Only what is looked at is worked out. */
  private void ask() {
    if (root.isVisible()) {
      MyList now = list.get();
      Opened opened = data.opened();
      Catalogue catalogue = opened == null ? NO_TITLES : opened.data().catalogue();
      answer.ask(() -> ListStatistics.of(now, catalogue));
    }
  }

  private void show(ListStatistics figures) {
    int all = sum(figures.byStatus().values());
    titles.setText(numbers.count(all));
    long about = Math.round(figures.hours());
    hours.setText(texts.format("mylist.statistics.about", numbers.count(about)));
    hoursHint.setText(texts.get("mylist.statistics.hours.hint"));
    episodes.setText(numbers.count(figures.episodes()));
    mean.setText(numbers.decimal(figures.meanScore(), 2));
    showScores(figures);
    say(unknown, "mylist.statistics.unknown", figures.unknown());
    say(undated, "mylist.statistics.undated", figures.withoutYear());
    statuses.show(statusRows(figures, all), ALL, "");
    List<ShareRows.Row> byGenre = groupRows(figures.byGenre());
    genres.show(byGenre, GENRES, texts.format("profile.genres.all", byGenre.size()));
    types.show(groupRows(figures.byType()), ALL, "");
    List<ShareRows.Row> byYear = yearRows(figures);
    years.show(byYear, YEARS, texts.format("mylist.statistics.years.all", byYear.size()));
    state.showContent();
  }

  private void showScores(ListStatistics figures) {
    int[] given = new int[ListEntry.HIGHEST];
    for (int score = 1; score <= ListEntry.HIGHEST; score++) {
      given[score - 1] = figures.scores().get(score);
    }
    boolean any = !Double.isNaN(figures.meanScore());
    scores.show(given, "profile.titles", texts, numbers);
    scores.setVisible(any);
    noScores.setVisible(!any);
    say(unscored, "mylist.statistics.unscored", figures.scores().getFirst());
  }

  private void say(Label label, String key, int titles) {
    label.setVisible(titles > 0);
    label.setText(texts.format(key, titles));
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private List<ShareRows.Row> statusRows(ListStatistics figures, int all) {
    List<ShareRows.Row> rows = new ArrayList<>();
    for (Status status : Status.values()) {
      int count = figures.byStatus().get(status);
      if (count > 0) {
        rows.add(row(marks.status(status), count, all, Double.NaN));
      }
    }
    return rows;
  }

  private List<ShareRows.Row> groupRows(List<ListStatistics.Group> groups) {
    int most = groups.stream().mapToInt(ListStatistics.Group::titles).max().orElse(1);
    return groups.stream()
        .map(
            group ->
                row(
                    group.name().equals(Anime.UNKNOWN)
                        ? texts.get("profile.unknown")
                        : group.name(),
                    group.titles(),
                    most,
                    group.meanScore()))
        .toList();
  }

  private List<ShareRows.Row> yearRows(ListStatistics figures) {
    int most = figures.byYear().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    List<ShareRows.Row> rows = new ArrayList<>();
    for (Map.Entry<Integer, Integer> year : figures.byYear().reversed().entrySet()) {
      rows.add(row(String.valueOf(year.getKey()), year.getValue(), most, Double.NaN));
    }
    return rows;
  }

  /**
   * @param whole what a bar of full length stands for
   * @param meanScore NaN: not told
   */
  private ShareRows.Row row(String name, int count, int whole, double meanScore) {
    boolean scored = !Double.isNaN(meanScore);
    return new ShareRows.Row(
        name,
        (double) count / whole,
        Double.NaN,
        numbers.count(count),
        scored ? numbers.decimal(meanScore, 1) : "",
        texts.format(
            scored ? "mylist.statistics.row.scored" : "mylist.statistics.row",
            name,
            count,
            numbers.decimal(meanScore, 1)),
        null);
  }
}
