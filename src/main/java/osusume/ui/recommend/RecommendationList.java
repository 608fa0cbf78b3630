package osusume.ui.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import osusume.app.Opened;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The list of recommended titles: which is chosen, and which tell all of their reasons. */
final class RecommendationList {
  private static final int WEIGHT_DIGITS = 3;

  private final ListView<RecommendationRow> list;
  private final BiConsumer<Reason, Opened> takeOut;
  private final Set<Integer> unfolded = new HashSet<>();

  /**
   * @param open is handed the row that was chosen by Enter or a double click
   * @param takeOut is handed a reason that is not to count
   */
  RecommendationList(
      ListView<RecommendationRow> list,
      Texts texts,
      Numbers numbers,
      Consumer<RecommendationRow> open,
      BiConsumer<Reason, Opened> takeOut) {
    this.list = list;
    this.takeOut = takeOut;
    list.setCellFactory(_ -> new RecommendationCell(this, texts, numbers));
    list.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            openChosen(open);
          }
        });
    list.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            openChosen(open);
          }
        });
    list.focusedProperty().addListener((_, _, focused) -> chooseFirst(focused));
  }

  private void openChosen(Consumer<RecommendationRow> open) {
    RecommendationRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      open.accept(row);
    }
  }

  /** Only a chosen row's reasons are reached by Tab, so one is chosen as soon as the list is. */
  private void chooseFirst(boolean focused) {
    if (focused && list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
      list.getSelectionModel().select(0);
    }
  }

  /** Shows other titles; the chosen one stays chosen if it is among them. */
  void show(Opened opened, List<Recommendation> titles) {
    List<Integer> before = rows();
    RecommendationRow chosen = list.getSelectionModel().getSelectedItem();
    double most = titles.stream().mapToDouble(Recommendation::weight).max().orElse(0);
    boolean counts = titles.stream().allMatch(t -> t.weight() == Math.rint(t.weight()));
    int digits = counts ? 0 : WEIGHT_DIGITS;
    list.getItems()
        .setAll(
            titles.stream()
                .map(title -> new RecommendationRow(opened, title, relative(title, most), digits))
                .toList());
    list.getSelectionModel().clearSelection();
    for (int i = 0; chosen != null && i < titles.size(); i++) {
      if (titles.get(i).animeRow() == chosen.animeRow()) {
        list.getSelectionModel().select(i);
      }
    }
    if (!rows().equals(before)) {
      list.scrollTo(0);
    }
  }

  private List<Integer> rows() {
    return list.getItems().stream().map(RecommendationRow::animeRow).toList();
  }

  private static double relative(Recommendation title, double most) {
    return most > 0 ? title.weight() / most : 0;
  }

  boolean isUnfolded(RecommendationRow row) {
    return unfolded.contains(row.animeRow());
  }

  /** Shows all of a title's reasons, or no longer. */
  void turn(RecommendationRow row) {
    if (!unfolded.remove(row.animeRow())) {
      unfolded.add(row.animeRow());
    }
  }

  /** Takes a reason out; where the cross was that did it, there is none any more. */
  void takeOut(Reason reason, RecommendationRow row) {
    list.requestFocus();
    takeOut.accept(reason, row.opened());
  }
}
