package osusume.ui.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Things to choose any number of: a check box each, with a line below that says what it is, and
 * where one can't be chosen the reason in its place.
 */
final class ChoiceBoxes<T> extends VBox {
  private final Map<T, Choice> choices = new LinkedHashMap<>();

  private record Choice(CheckBox box, Label line, String meaning) {}

  /**
   * @param name what stands beside the box
   * @param meaning what stands below it; may be empty
   * @param id of the box
   * @param changed is run when the person chooses
   */
  ChoiceBoxes(
      List<T> things,
      Function<T, String> name,
      Function<T, String> meaning,
      Function<T, String> id,
      Runnable changed) {
    super(4);
    for (T thing : things) {
      CheckBox box = new CheckBox(name.apply(thing));
      box.setId(id.apply(thing));
      box.setAccessibleHelp(meaning.apply(thing));
      box.selectedProperty().addListener((_, _, _) -> changed.run());
      Label line = new Label();
      line.getStyleClass().addAll("caption", "choice-line");
      line.setWrapText(true);
      line.setMinHeight(Region.USE_PREF_SIZE);
      line.managedProperty().bind(line.textProperty().isNotEmpty());
      line.setOnMouseClicked(
          _ -> {
            if (!box.isDisabled()) {
              box.fire();
            }
          });
      choices.put(thing, new Choice(box, line, meaning.apply(thing)));
      getChildren().add(new VBox(box, line));
      allow(thing, "");
    }
  }

  /** What is chosen and can be, in its order. */
  List<T> chosen() {
    return choices.entrySet().stream()
        .filter(entry -> entry.getValue().box.isSelected() && !entry.getValue().box.isDisable())
        .map(Map.Entry::getKey)
        .toList();
  }

  void choose(T thing, boolean wanted) {
    choices.get(thing).box.setSelected(wanted);
  }

  void chooseAll(boolean wanted) {
    choices.values().forEach(choice -> choice.box.setSelected(wanted));
  }

  /**
   * Lets a thing be chosen, or not.
   *
   * @param why it can't be; empty: it can
   */
  void allow(T thing, String why) {
    Choice choice = choices.get(thing);
    choice.box.setDisable(!why.isEmpty());
    choice.line.setText(why.isEmpty() ? choice.meaning : why);
    choice.line.getStyleClass().remove("inline-trouble");
    if (!why.isEmpty()) {
      choice.line.getStyleClass().add("inline-trouble");
    }
  }

  void focusFirst() {
    choices.values().iterator().next().box.requestFocus();
  }
}
