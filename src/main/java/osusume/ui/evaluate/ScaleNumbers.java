package osusume.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import osusume.ui.text.Numbers;

/** The numbers of an axis, below the bars that it belongs to. */
final class ScaleNumbers extends Region {
  private static final double WIDTH = 48;

  /** What a number needs; where there is less, each second one is left out. */
  private static final double ROOM = 32;

  private final Scale scale;
  private final List<Label> labels = new ArrayList<>();

  ScaleNumbers(Scale scale, Numbers numbers) {
    this.scale = scale;
    for (double number : scale.numbers()) {
      Label label = new Label(numbers.decimal(number, scale.digits()));
      label.getStyleClass().add("caption");
      labels.add(label);
    }
    getChildren().setAll(labels);
    setPrefHeight(16);
    setMinHeight(16);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 1;
    int every = width / Math.max(1, labels.size() - 1) < ROOM ? 2 : 1;
    for (int i = 0; i < labels.size(); i++) {
      double x = Math.round(width * scale.place(scale.numbers().get(i)));
      labels.get(i).setVisible(i % every == 0);
      boolean first = i == 0;
      boolean last = i == labels.size() - 1;
      double left = first ? 0 : last ? getWidth() - WIDTH : x - WIDTH / 2;
      HPos side = first ? HPos.LEFT : last ? HPos.RIGHT : HPos.CENTER;
      layoutInArea(labels.get(i), left, 0, WIDTH, getHeight(), 0, side, VPos.CENTER);
    }
  }
}
