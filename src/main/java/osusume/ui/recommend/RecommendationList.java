package osusume.ui.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMenu;
import osusume.ui.state.TitleActions;
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
      TitleActions actions,
      Texts texts,
      Numbers numbers,
      Consumer<RecommendationRow> open,
      BiConsumer<Reason, Opened> takeOut) {
    this.list = list;
    this.takeOut = takeOut;
    list.setCellFactory(_ -> new RecommendationCell(this, actions, texts, numbers));
    new TitleKeys(actions.marking(this::chosen), actions::undo, () -> openChosen(open))
        .listenToList(list);
    new TitleMenu(this::chosen, actions, texts).listenTo(list);
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

  private List<Anime> chosen() {
    RecommendationRow row = list.getSelectionModel().getSelectedItem();
    return row == null ? List.of() : List.of(row.anime());
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

  /**
   * Shows other titles; the chosen one stays chosen if it is among them. Where the same was asked
   * for the same person, whose list has changed, the place in the list stays too, and what comes
   * where the chosen title was is chosen: it was rated, and the next is at hand.
   *
   * @param whom for whom they are
   * @param same whether the same was asked as before
   */
  void show(Opened opened, List<Recommendation> titles, Whom whom, boolean same) {
    List<Integer> before = rows();
    RecommendationRow chosen = list.getSelectionModel().getSelectedItem();
    int place = list.getSelectionModel().getSelectedIndex();
    double most = titles.stream().mapToDouble(Recommendation::weight).max().orElse(0);
    boolean counts = titles.stream().allMatch(t -> t.weight() == Math.rint(t.weight()));
    int digits = counts ? 0 : WEIGHT_DIGITS;
    list.getItems()
        .setAll(
            titles.stream()
                .map(
                    title ->
                        new RecommendationRow(whom, opened, title, relative(title, most), digits))
                .toList());
    list.getSelectionModel().clearSelection();
    for (int i = 0; chosen != null && i < titles.size(); i++) {
      if (titles.get(i).animeRow() == chosen.animeRow()) {
        list.getSelectionModel().select(i);
      }
    }
    boolean gone = chosen != null && list.getSelectionModel().isEmpty();
    if (gone && same && !titles.isEmpty()) {
      list.getSelectionModel().select(Math.min(place, titles.size() - 1));
    }
    if (!same && !rows().equals(before)) {
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
