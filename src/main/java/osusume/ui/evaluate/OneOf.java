package osusume.ui.evaluate;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A row of buttons of which one always holds. */
final class OneOf<T> extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final Function<T, String> name;
  private final Function<T, String> hint;
  private T chosen;

  /**
   * @param name what stands on a button; it is found as {@code show-} and this
   * @param hint what is said of it on hover and to screen readers
   * @param changed is run when the person chooses
   */
  OneOf(Function<T, String> name, Function<T, String> hint, Runnable changed) {
    this.name = name;
    this.hint = hint;
    group
        .selectedToggleProperty()
        .addListener(
            (_, old, now) -> {
              if (now == null && group.getToggles().contains(old)) {
                group.selectToggle(old);
              } else if (now != null && !now.getUserData().equals(chosen)) {
                chosen = choice();
                changed.run();
              }
            });
  }

  /** What holds; not before something was offered. */
  T chosen() {
    return chosen;
  }

  @SuppressWarnings("unchecked")
  private T choice() {
    return (T) group.getSelectedToggle().getUserData();
  }

  /** Offers things, of which what held before holds again if it is still there, else the first. */
  void offer(List<T> things) {
    chosen = things.contains(chosen) ? chosen : things.getFirst();
    getChildren().clear();
    group.getToggles().clear();
    for (int i = 0; i < things.size(); i++) {
      ToggleButton button = button(things.get(i));
      if (things.size() > 1) {
        boolean last = i == things.size() - 1;
        button.getStyleClass().add(i == 0 ? "left-pill" : last ? "right-pill" : "center-pill");
      }
      getChildren().add(button);
    }
  }

  private ToggleButton button(T thing) {
    ToggleButton button = new ToggleButton(name.apply(thing));
    button.setId("show-" + name.apply(thing));
    button.setUserData(thing);
    button.setTooltip(new Tooltip(hint.apply(thing)));
    button.setAccessibleHelp(hint.apply(thing));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setToggleGroup(group);
    button.setSelected(thing.equals(chosen));
    return button;
  }
}
