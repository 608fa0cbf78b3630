package osusume.ui.state;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where every failure ends up. What the program foresaw comes worded for a person and is shown as a
 * message; anything else is a fault of the program and gets the error window. Each is logged once,
 * here.
 */
public final class Troubles {
  private static final Logger LOG = Logger.getLogger(Troubles.class.getName());

  private final Messages messages;
  private final Consumer<Throwable> errorWindow;

  /**
   * @param errorWindow shows a fault of the program
   */
  public Troubles(Messages messages, Consumer<Throwable> errorWindow) {
    this.messages = messages;
    this.errorWindow = errorWindow;
  }

  /** Tells the person; on the JavaFX thread. */
  public void tell(Throwable trouble) {
    if (foreseen(trouble)) {
      note(trouble);
      messages.wrong(trouble.getMessage());
    } else {
      LOG.log(Level.SEVERE, "A fault of the program", trouble);
      errorWindow.accept(trouble);
    }
  }

  /** Logs what the program foresaw and somebody else shows. */
  void note(Throwable trouble) {
    LOG.log(Level.WARNING, trouble.getMessage(), trouble);
  }

  /** Whether a failure comes with a sentence for a person. */
  public static boolean foreseen(Throwable trouble) {
    return trouble.getMessage() != null
        && (trouble instanceof IOException || trouble instanceof IllegalArgumentException);
  }
}
