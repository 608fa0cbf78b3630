package osusume.ui.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.recommend.Reason;
import osusume.recommend.TakenOut;
import osusume.ui.text.Texts;

/** The reasons that do not count, as chips; a press on one lets it count again. */
public final class TakenOutChips extends FlowPane {
  private final ReadOnlyObjectWrapper<TakenOut> takenOut =
      new ReadOnlyObjectWrapper<>(TakenOut.NONE);
  private final List<Out> outs = new ArrayList<>();
  private Texts texts;

  /**
   * One reason that does not count.
   *
   * @param group whether {@code index} is a taste group's; else it is a catalogue row
   */
  private record Out(boolean group, int index, String name) {}

  public TakenOutChips() {
    super(8, 4);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("taken-out");
    show();
  }

  /** To be called once. */
  void setUp(Texts words) {
    texts = words;
  }

  /** Whether a reason is of the kinds that can be taken out. */
  static boolean takes(Reason reason) {
    return reason instanceof Reason.OfTitle || reason instanceof Reason.Group;
  }

  /**
   * Takes a reason out.
   *
   * @param name of the title or the taste group
   */
  void add(Reason reason, String name) {
    Out out =
        switch (reason) {
          case Reason.OfTitle title -> new Out(false, title.animeRow(), name);
          case Reason.Group group -> new Out(true, group.group(), name);
          default -> throw new IllegalArgumentException(reason + " can't be taken out.");
        };
    if (!outs.contains(out)) {
      outs.add(out);
      show();
    }
  }

  /** Lets every reason count again. */
  void clear() {
    remove(_ -> true);
  }

  /** Lets every taste group count again: another model has other groups. */
  void clearGroups() {
    remove(Out::group);
  }

  private void remove(Predicate<Out> which) {
    if (outs.removeIf(which)) {
      show();
    }
  }

  private void show() {
    setVisible(!outs.isEmpty());
    setManaged(!outs.isEmpty());
    List<Node> children = new ArrayList<>();
    if (!outs.isEmpty()) {
      Label lead = new Label(texts.get("takenOut.lead"));
      lead.getStyleClass().add("caption");
      children.add(lead);
      outs.forEach(out -> children.add(chip(out)));
      Hyperlink all = new Hyperlink(texts.get("takenOut.all"));
      all.setId("put-all-back");
      all.setOnAction(_ -> clear());
      children.add(all);
    }
    getChildren().setAll(children);
    takenOut.set(new TakenOut(indices(false), indices(true)));
  }

  private Button chip(Out out) {
    Button chip = new Button(out.name(), new FontIcon(Feather.X));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setMnemonicParsing(false);
    chip.setMaxWidth(240);
    chip.getStyleClass().addAll("chip", "small");
    chip.setAccessibleText(texts.format("takenOut.back", out.name()));
    chip.setTooltip(new Tooltip(texts.format("takenOut.back", out.name())));
    chip.setOnAction(_ -> remove(out::equals));
    return chip;
  }

  private Set<Integer> indices(boolean group) {
    return outs.stream()
        .filter(out -> out.group() == group)
        .map(Out::index)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What does not count now. */
  ReadOnlyObjectProperty<TakenOut> takenOutProperty() {
    return takenOut.getReadOnlyProperty();
  }
}
