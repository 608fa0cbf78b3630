package osusume.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import osusume.recommend.TasteGroups;
import osusume.recommend.TasteGroups.TasteGroup;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * How many users each group has: a bar a group, over the band in which most groups lie. Numbers on
 * hover; a press leads to the group.
 */
final class GroupSizesChart extends Region {
  private static final double LABELS = 16;
  private static final double LABEL_WIDTH = 24;

  private final Texts texts;
  private final Numbers numbers;
  private final IntConsumer onGroup;
  private final Label most = new Label();
  private final Region band = new Region();
  private final Region mean = new Region();
  private final Region base = new Region();
  private final List<Region> columns = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private TasteGroups groups;

  /**
   * @param onGroup is told the index of a group that is pressed
   */
  GroupSizesChart(Texts texts, Numbers numbers, IntConsumer onGroup) {
    this.texts = texts;
    this.numbers = numbers;
    this.onGroup = onGroup;
    getStyleClass().add("group-sizes");
    most.getStyleClass().add("caption");
    band.getStyleClass().add("group-sizes-band");
    mean.getStyleClass().add("group-sizes-mean");
    base.getStyleClass().add("chart-line");
    for (Region still : List.of(band, mean, base)) {
      still.setMouseTransparent(true);
    }
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(96);
    setPrefSize(280, 160);
  }

  /**
   * Shows the groups of a model.
   *
   * @param spoken what there is to say of them, for a screen reader
   */
  void show(TasteGroups shown, String spoken) {
    groups = shown;
    columns.clear();
    bars.clear();
    names.clear();
    getChildren().clear();
    setAccessibleText(texts.format("model.sizes.spoken", spoken));
    for (TasteGroup group : groups.groups()) {
      add(group);
    }
    most.setText(users(highest()));
    getChildren().add(band);
    getChildren().addAll(columns);
    getChildren().addAll(bars);
    getChildren().addAll(mean, base, most);
    getChildren().addAll(names);
    requestLayout();
  }

  private void add(TasteGroup group) {
    Region column = new Region();
    column.getStyleClass().add("chart-column");
    column.setId("group-column-" + group.number());
    column.setCursor(Cursor.HAND);
    column.setOnMouseClicked(_ -> onGroup.accept(group.index()));
    String size = users(group.users());
    Tooltip hint =
        new Tooltip(
            texts.format("model.sizes.column", group.number(), size, numbers.share(group.share())));
    hint.setShowDelay(Duration.ZERO);
    Tooltip.install(column, hint);
    Region bar = new Region();
    bar.getStyleClass().add("chart-bar");
    bar.setMouseTransparent(true);
    Label name = new Label(String.valueOf(group.number()));
    name.getStyleClass().add("caption");
    name.setMouseTransparent(true);
    columns.add(column);
    bars.add(bar);
    names.add(name);
  }

  private String users(int count) {
    return texts.format("chart.users", count, numbers.count(count));
  }

  private int highest() {
    return groups.groups().stream().mapToInt(TasteGroup::users).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    if (groups == null) {
      return;
    }
    double ground = getHeight() - LABELS;
    double room = ground - LABELS;
    // The band is part of the picture, so it fits in even where it is higher than every bar.
    double top = Math.max(1, Math.max(highest(), groups.usualHigh()));
    layoutInArea(most, 0, 0, getWidth(), LABELS, 0, HPos.LEFT, VPos.TOP);
    double bandTop = Math.round(ground - room * groups.usualHigh() / top);
    double bandBottom = Math.round(ground - room * groups.usualLow() / top);
    band.resizeRelocate(0, bandTop, getWidth(), bandBottom - bandTop);
    mean.resizeRelocate(0, Math.round(ground - room * groups.meanSize() / top), getWidth(), 1);
    base.resizeRelocate(0, ground, getWidth(), 1);
    layoutColumns(ground, room, top);
  }

  private void layoutColumns(double ground, double room, double top) {
    double step = getWidth() / columns.size();
    int every = labelEvery(step);
    for (int i = 0; i < columns.size(); i++) {
      double x = Math.round(i * step);
      double width = Math.max(1, Math.round((i + 1) * step) - x);
      double gap = width > 6 ? 2 : width > 2 ? 1 : 0;
      int users = groups.groups().get(i).users();
      // Who is there at all is seen, however few.
      double height = users > 0 ? Math.max(1, Math.round(room * users / top)) : 0;
      columns.get(i).resizeRelocate(x, LABELS, width, getHeight() - LABELS);
      bars.get(i).resizeRelocate(x + gap / 2, ground - height, width - gap, height);
      Label name = names.get(i);
      name.setVisible((i + 1) % every == 0 || (every > 1 && i == 0));
      double middle = x + width / 2;
      double from = Math.clamp(middle - LABEL_WIDTH / 2, 0, getWidth() - LABEL_WIDTH);
      layoutInArea(name, from, ground, LABEL_WIDTH, LABELS, 0, HPos.CENTER, VPos.CENTER);
    }
  }

  /** Each how many columns there is room for a number below. */
  private static int labelEvery(double step) {
    for (int every : new int[] {1, 5, 10, 20}) {
      // The last one is moved in from the edge, so there must be room to spare.
      if (step * every >= (every == 1 ? LABEL_WIDTH - 4 : LABEL_WIDTH * 1.5)) {
        return every;
      }
    }
    return 50;
  }
}
