package osusume.ui.control;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import osusume.mylist.Status;
import osusume.ui.state.Marking;

/**
 * The keys that say something of the chosen titles, the same in every list: 1 to 9 and 0 for ten
 * rate, Delete takes the score away, P plans, W, C, H and D tell how far the person is, X does not
 * want them, Z undoes, Space shows the details.
 */
public final class TitleKeys {
  private final Marking marking;
  private final Runnable undo;
  private final Runnable details;

  /**
   * @param marking changes the titles that are chosen when a key is pressed
   * @param undo takes back the last change
   * @param details shows the details of the chosen title
   */
  public TitleKeys(Marking marking, Runnable undo, Runnable details) {
    this.marking = marking;
    this.undo = undo;
    this.details = details;
  }

  /**
   * Listens to the keys of a list. What has the focus within a row keeps Space and Delete for
   * itself.
   */
  public void listenToList(Node list) {
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          boolean ofList = key.getTarget() == list;
          if (pressed(key) || ofList && pressedOnList(key)) {
            key.consume();
          }
        });
  }

  /** Listens to the keys of a title that stands alone, which does with Space as it likes. */
  public void listenToTitle(Node title) {
    title.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (pressed(key) || takesScoreAway(key)) {
            key.consume();
          }
        });
  }

  private boolean pressedOnList(KeyEvent key) {
    if (key.getCode() == KeyCode.SPACE && plain(key)) {
      details.run();
      return true;
    }
    return takesScoreAway(key);
  }

  private boolean takesScoreAway(KeyEvent key) {
    boolean away = key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE;
    if (away && plain(key)) {
      marking.rate(0);
    }
    return away && plain(key);
  }

  private boolean pressed(KeyEvent key) {
    if (!plain(key) || types(key.getTarget())) {
      return false;
    }
    int score = score(key);
    if (score > 0) {
      marking.rate(score);
      return true;
    }
    switch (key.getCode()) {
      case P -> marking.mark(Status.PLANNED);
      case W -> marking.mark(Status.WATCHING);
      case C -> marking.mark(Status.COMPLETED);
      case H -> marking.mark(Status.ON_HOLD);
      case D -> marking.mark(Status.DROPPED);
      case X -> marking.notInterested("");
      case Z -> undo.run();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean plain(KeyEvent key) {
    return !key.isShortcutDown() && !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
  }

  /** Whether a key is typed into a text. */
  public static boolean types(EventTarget target) {
    return target instanceof TextInputControl;
  }

  /** The score that a key stands for: 1 to 9, 0 for ten; 0 where it is no digit. */
  public static int score(KeyEvent key) {
    if (!plain(key) || !key.getCode().isDigitKey()) {
      return 0;
    }
    String name = key.getCode().name();
    int digit = name.charAt(name.length() - 1) - '0';
    return digit == 0 ? 10 : digit;
  }
}
