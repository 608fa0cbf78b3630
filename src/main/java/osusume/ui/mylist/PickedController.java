package osusume.ui.mylist;

import java.util.List;
import java.util.random.RandomGenerator;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import osusume.mylist.Status;
import osusume.mylist.WeightedPick;
import osusume.ui.control.TitleTile;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The planned title that was picked at random, shown large. */
public final class PickedController {
  private final PersonalList list;
  private final Navigation navigation;
  private final RandomGenerator random;
  private final Numbers numbers;
  private final PlannedWords words;
  private final TitleTile tile = new TitleTile(TitleTile.Size.LARGE);
  private List<PlannedRow> rows = List.of();
  private PlannedRow picked;

  @FXML private HBox root;
  @FXML private StackPane tilePlace;
  @FXML private Label name;
  @FXML private Label facts;
  @FXML private Label genres;
  @FXML private Label why;
  @FXML private Button another;

  public PickedController(
      PersonalList list,
      Navigation navigation,
      RandomGenerator random,
      Texts texts,
      Numbers numbers) {
    this.list = list;
    this.navigation = navigation;
    this.random = random;
    this.numbers = numbers;
    this.words = new PlannedWords(texts, numbers);
  }

  @FXML
  private void initialize() {
    tilePlace.getChildren().setAll(tile);
    root.managedProperty().bind(root.visibleProperty());
    root.setVisible(false);
  }

  /** Chooses among other titles from now on; what was picked stays while it is among them. */
  void offer(List<PlannedRow> fresh) {
    rows = fresh;
    another.setDisable(fresh.size() < 2);
    int place = picked == null ? -1 : place();
    if (place >= 0) {
      show(fresh.get(place));
    } else {
      putAway();
    }
  }

  private int place() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).anime().id() == picked.anime().id()) {
        return i;
      }
    }
    return -1;
  }

  /** Picks one, and another one than is shown where there is one. */
  @FXML
  void pick() {
    double[] weights = WeightedPick.byRank(rows.size());
    if (picked != null && rows.size() > 1) {
      weights[place()] = 0;
    }
    show(rows.get(WeightedPick.index(weights, random)));
    another.requestFocus();
  }

  private void show(PlannedRow row) {
    picked = row;
    tile.show(row.anime());
    name.setText(row.anime().name());
    facts.setText(numbers.facts(row.anime()));
    genres.setText(row.anime().genreText());
    why.setText(words.why(row));
    root.setVisible(true);
  }

  @FXML
  private void watch() {
    list.mark(picked.anime(), Status.WATCHING);
  }

  @FXML
  private void showTitle() {
    navigation.showTitle(picked.anime().id());
  }

  @FXML
  private void putAway() {
    picked = null;
    root.setVisible(false);
  }
}
