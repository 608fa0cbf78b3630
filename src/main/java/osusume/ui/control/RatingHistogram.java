package osusume.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * How often each rating from 1 to 10 was given: ten bars over their numbers, with the height of the
 * highest bar written on the axis and every bar's number on hover.
 */
public final class RatingHistogram extends Region {
  private static final int RATINGS = 10;
  private static final double GAP = 4;

  private final Label most = new Label();
  private final Region top = new Region();
  private final Region base = new Region();
  private final List<Region> columns = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final List<Tooltip> hints = new ArrayList<>();
  private int[] counts = new int[RATINGS];

  public RatingHistogram() {
    getStyleClass().add("rating-histogram");
    most.getStyleClass().add("caption");
    top.getStyleClass().add("chart-line");
    base.getStyleClass().add("chart-line");
    getChildren().addAll(most, top, base);
    for (int rating = 1; rating <= RATINGS; rating++) {
      Region bar = new Region();
      bar.getStyleClass().add("chart-bar");
      bar.setMouseTransparent(true);
      Label name = new Label(String.valueOf(rating));
      name.getStyleClass().add("caption");
      // The whole column answers to the mouse, so that a low bar can be asked too.
      Region column = new Region();
      column.getStyleClass().add("chart-column");
      Tooltip hint = new Tooltip();
      hint.setShowDelay(Duration.ZERO);
      Tooltip.install(column, hint);
      columns.add(column);
      bars.add(bar);
      names.add(name);
      hints.add(hint);
    }
    getChildren().addAll(columns);
    getChildren().addAll(bars);
    getChildren().addAll(names);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(96);
    setPrefHeight(128);
  }

  /**
   * @param given how often 1, 2, …, 10 was given
   * @param unit key of the text that names what is counted, with {0} the number and {1} the same
   *     formatted: "titles", "users"
   */
  public void show(int[] given, String unit, Texts texts, Numbers numbers) {
    counts = given.clone();
    int sum = Arrays.stream(counts).sum();
    int highest = Arrays.stream(counts).max().orElse(0);
    most.setText(texts.format(unit, highest, numbers.count(highest)));
    StringJoiner spoken = new StringJoiner(", ");
    for (int i = 0; i < RATINGS; i++) {
      String amount = texts.format(unit, counts[i], numbers.count(counts[i]));
      double share = sum == 0 ? Double.NaN : (double) counts[i] / sum;
      hints.get(i).setText(texts.format("chart.bar", i + 1, amount, numbers.share(share)));
      spoken.add((i + 1) + ": " + amount);
    }
    setAccessibleText(texts.format("chart.ratings", spoken));
    requestLayout();
  }

  /** What a bar says on hover. */
  String hint(int rating) {
    return hints.get(rating - 1).getText();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double labels = 16;
    double ground = getHeight() - labels;
    int highest = Math.max(1, Arrays.stream(counts).max().orElse(0));
    layoutInArea(most, 0, 0, width, labels, 0, HPos.LEFT, VPos.TOP);
    top.resizeRelocate(0, labels, width, 1);
    base.resizeRelocate(0, ground, width, 1);
    double step = width / RATINGS;
    for (int i = 0; i < RATINGS; i++) {
      double x = Math.round(i * step + GAP / 2);
      double barWidth = Math.round((i + 1) * step - GAP / 2) - x;
      double height = Math.round((ground - labels) * counts[i] / highest);
      // What was given at all is seen, however seldom.
      double seen = counts[i] > 0 ? Math.max(1, height) : 0;
      columns.get(i).resizeRelocate(x, labels, barWidth, getHeight() - labels);
      bars.get(i).resizeRelocate(x, ground - seen, barWidth, seen);
      layoutInArea(names.get(i), x, ground, barWidth, labels, 0, HPos.CENTER, VPos.CENTER);
    }
  }
}
