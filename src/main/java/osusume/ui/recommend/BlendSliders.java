package osusume.ui.recommend;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.recommend.BlendPart;
import osusume.recommend.BlendWeights;
import osusume.ui.control.ValueSlider;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * A slider for each part of the blend, folded away until the person wants them. Weights that can't
 * be used are told below the sliders, and those before them hold on.
 */
public final class BlendSliders extends VBox {
  private static final double MOST = 2;
  private static final double AS_LEARNED = 1;

  private final ReadOnlyObjectWrapper<BlendWeights> weights =
      new ReadOnlyObjectWrapper<>(BlendWeights.LEARNED);
  private final Map<BlendPart, ValueSlider> sliders = new EnumMap<>(BlendPart.class);
  private final ToggleButton unfold = new ToggleButton();
  private final Hyperlink reset = new Hyperlink();
  private final VBox body = new VBox(8);
  private final Label trouble = new Label();
  private boolean several;

  public BlendSliders() {
    super(8);
    unfold.setId("weights-unfold");
    unfold.getStyleClass().addAll("flat", "fold");
    unfold.setGraphic(new FontIcon(Feather.CHEVRON_RIGHT));
    unfold.selectedProperty().addListener((_, _, open) -> unfold(open));
    reset.setId("weights-reset");
    reset.setOnAction(_ -> reset());
    trouble.setId("weights-trouble");
    trouble.getStyleClass().add("danger-text");
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    body.setId("weights-body");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(unfold, gap, reset);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(head, body);
    unfold(false);
  }

  /** To be called once. */
  void setUp(Texts texts, Numbers numbers, BlendWeights first) {
    unfold.setText(texts.get("weights.heading"));
    reset.setText(texts.get("weights.reset"));
    for (BlendPart part : BlendPart.values()) {
      ValueSlider slider = new ValueSlider();
      slider.setId("weight-" + part.key());
      slider.setUp(
          0,
          MOST,
          AS_LEARNED,
          factor ->
              factor == 0
                  ? texts.get("weights.off")
                  : texts.format("weights.times", numbers.decimal(factor, 1)));
      slider.setName(
          texts.get("weights." + part.key()), texts.get("weights." + part.key() + ".hint"));
      slider.setValue(first.of(part));
      slider.valueProperty().addListener((_, _, _) -> read());
      sliders.put(part, slider);
      body.getChildren().add(slider);
    }
    body.getChildren().add(trouble);
    read();
  }

  private void unfold(boolean open) {
    body.setVisible(open);
    body.setManaged(open);
    ((FontIcon) unfold.getGraphic())
        .setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
  }

  private void reset() {
    several = true;
    sliders.values().forEach(ValueSlider::reset);
    several = false;
    read();
    unfold.requestFocus();
  }

  private void read() {
    if (several) {
      return;
    }
    Map<BlendPart, Double> factors = new EnumMap<>(BlendPart.class);
    sliders.forEach((part, slider) -> factors.put(part, slider.value()));
    reset.setVisible(factors.values().stream().anyMatch(factor -> factor != AS_LEARNED));
    try {
      weights.set(new BlendWeights(factors));
      trouble.setText("");
    } catch (IllegalArgumentException e) {
      trouble.setText(e.getMessage());
    }
    trouble.setVisible(!trouble.getText().isEmpty());
    trouble.setManaged(trouble.isVisible());
  }

  /** The weights that hold. */
  ReadOnlyObjectProperty<BlendWeights> weightsProperty() {
    return weights.getReadOnlyProperty();
  }
}
