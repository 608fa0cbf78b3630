package osusume.ui.users;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import osusume.data.Anime;
import osusume.recommend.profile.Habits;
import osusume.recommend.profile.Heading;
import osusume.ui.control.ShareRows;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What a user chooses beside everybody else, in words and bars: what the strategies go by. */
public final class HabitsController {
  /** How many genres a sentence names at the most. */
  private static final int NAMED = 4;

  private static final int GENRES = 8;
  private static final int ALL = 100;

  private final Texts texts;
  private final Numbers numbers;

  @FXML private VBox root;
  @FXML private Label chosenMore;
  @FXML private Label chosenLess;
  @FXML private Label likedMore;
  @FXML private Label likedLess;
  @FXML private Label alike;
  @FXML private Label popularity;
  @FXML private ShareRows genres;
  @FXML private ShareRows bands;
  @FXML private ShareRows lengths;
  @FXML private ShareRows types;

  public HabitsController(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    for (Label label : List.of(chosenMore, chosenLess, likedMore, likedLess, alike, popularity)) {
      label.managedProperty().bind(label.visibleProperty());
    }
    root.managedProperty().bind(root.visibleProperty());
  }

  /**
   * Shows habits.
   *
   * @param any whether there is a title to read them off; if not, nothing is shown
   */
  void show(Habits habits, boolean any) {
    root.setVisible(any);
    name(chosenMore, "habits.chosenMore", habits.genresChosenMore(NAMED));
    name(chosenLess, "habits.chosenLess", habits.genresChosenLess(NAMED));
    name(likedMore, "habits.likedMore", habits.genresLikedMore(NAMED));
    name(likedLess, "habits.likedLess", habits.genresLikedLess(NAMED));
    alike.setVisible(
        Stream.of(chosenMore, chosenLess, likedMore, likedLess).noneMatch(Label::isVisible));
    boolean compared = habits.leaning() != Habits.Leaning.UNKNOWN;
    popularity.setVisible(compared);
    popularity.setText(compared ? leaning(habits) : "");
    List<ShareRows.Row> genreRows = rows(habits.genres(), this::name);
    genres.show(genreRows, GENRES, texts.format("profile.genres.all", genreRows.size()));
    bands.show(rows(habits.bands(), band -> texts.get("habits.band." + band.name())), ALL, "");
    lengths.show(rows(habits.lengths(), this::length), ALL, "");
    types.show(rows(habits.types(), this::name), ALL, "");
  }

  private String leaning(Habits habits) {
    return texts.format(
        "habits.leaning." + habits.leaning().name().toLowerCase(Locale.ROOT),
        numbers.roughCount(Math.round(habits.typicalWatchers())),
        numbers.share(habits.usersChoosingLessKnown()),
        numbers.share(1 - habits.usersChoosingLessKnown()),
        numbers.roughCount(Math.round(habits.typicalWatchersOfTheMiddleUser())));
  }

  private void name(Label label, String key, List<Heading> headings) {
    label.setVisible(!headings.isEmpty());
    label.setText(
        texts.format(key, headings.stream().map(this::name).collect(Collectors.joining(", "))));
  }

  private String name(Heading heading) {
    return heading.name().equals(Anime.UNKNOWN) ? texts.get("profile.unknown") : heading.name();
  }

  private String length(Heading heading) {
    return heading.name().equals(Anime.UNKNOWN)
        ? name(heading)
        : texts.format("facts.episodes", heading.name());
  }

  private List<ShareRows.Row> rows(List<Heading> headings, Function<Heading, String> name) {
    return headings.stream()
        .filter(heading -> heading.watched() > 0)
        .map(heading -> row(heading, name.apply(heading)))
        .toList();
  }

  private ShareRows.Row row(Heading heading, String name) {
    return new ShareRows.Row(
        name,
        heading.share(),
        heading.everybody(),
        numbers.share(heading.share()),
        numbers.decimal(heading.mean(), 1),
        texts.format(
            Double.isNaN(heading.mean()) ? "profile.share.unrated" : "profile.share",
            name,
            numbers.share(heading.share()),
            numbers.share(heading.everybody()),
            numbers.decimal(heading.mean(), 1),
            heading.watched(),
            numbers.count(heading.watched())),
        null);
  }
}
