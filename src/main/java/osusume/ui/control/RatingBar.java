package osusume.ui.control;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import osusume.mylist.ListEntry;
import osusume.ui.text.Texts;

/**
 * Shows a score from 1 to 10 and lets the person give one: by a click, where a click on the score
 * that is there takes it away; by 1 to 9 and 0 for ten; or by the arrows and Enter. Delete takes
 * the score away.
 */
public final class RatingBar extends HBox {
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final Label[] steps = new Label[ListEntry.HIGHEST];
  private IntConsumer onRated = _ -> {};
  private Texts texts;
  private int score;

  /** Where the mouse or the arrows point; 0: nowhere. */
  private int pointed;

  public RatingBar() {
    super(2);
    getStyleClass().add("rating-bar");
    setAccessibleRole(AccessibleRole.SLIDER);
    setFocusTraversable(true);
    for (int i = 0; i < steps.length; i++) {
      steps[i] = step(i + 1);
    }
    getChildren().setAll(steps);
    setOnMouseExited(_ -> point(0));
    setOnKeyPressed(this::pressed);
    focusedProperty().addListener((_, _, _) -> point(0));
  }

  /**
   * @param rated is handed the score that was given; 0: it was taken away
   */
  public void setUp(Texts words, IntConsumer rated) {
    texts = words;
    onRated = rated;
    show(0);
  }

  private Label step(int number) {
    Label step = new Label(String.valueOf(number));
    step.getStyleClass().add("rating-step");
    step.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(step, Priority.ALWAYS);
    step.setOnMouseEntered(_ -> point(number));
    step.setOnMouseClicked(
        _ -> {
          requestFocus();
          rate(number == score ? 0 : number);
        });
    return step;
  }

  /**
   * Shows a score.
   *
   * @param now 1 to 10; 0: none
   */
  public void show(int now) {
    score = now;
    draw();
    setAccessibleText(now == 0 ? texts.get("rating.none") : texts.format("rating.given", now));
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
  }

  private void point(int at) {
    pointed = at;
    draw();
  }

  private void draw() {
    for (int i = 0; i < steps.length; i++) {
      steps[i].pseudoClassStateChanged(FILLED, i < score);
      steps[i].pseudoClassStateChanged(POINTED, pointed > 0 && i < pointed);
    }
  }

  private void rate(int wanted) {
    point(0);
    if (wanted != score) {
      onRated.accept(wanted);
    }
  }

  private void pressed(KeyEvent key) {
    int digit = TitleKeys.score(key);
    KeyCode code = key.getCode();
    if (digit > 0) {
      rate(digit);
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      rate(0);
    } else if (code == KeyCode.LEFT) {
      point(Math.max(1, from() - 1));
    } else if (code == KeyCode.RIGHT) {
      point(Math.min(steps.length, from() + 1));
    } else if ((code == KeyCode.ENTER || code == KeyCode.SPACE) && pointed > 0) {
      rate(pointed);
    } else {
      return;
    }
    key.consume();
  }

  private int from() {
    return pointed > 0 ? pointed : score;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> (double) score;
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> (double) ListEntry.HIGHEST;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
