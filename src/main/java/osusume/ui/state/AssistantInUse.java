package osusume.ui.state;

import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.progress.CancelledException;

/**
 * The assistant that was asked last, kept for the next question, for to make one takes its time.
 * One that is no longer wanted is closed once nobody asks it any more. Not for the JavaFX thread.
 */
final class AssistantInUse {
  private Held last;
  private boolean closed;

  /** What an assistant is asked. */
  @FunctionalInterface
  interface Use<T> {
    T of(Assistant assistant) throws AssistantException;
  }

  private static final class Held {
    private final Assistants.Choice choice;
    private final Assistant assistant;
    private int uses;
    private boolean unwanted;

    Held(Assistants.Choice choice, Assistant assistant) {
      this.choice = choice;
      this.assistant = assistant;
    }
  }

  /**
   * Asks the assistant of a choice.
   *
   * @throws CancelledException if the program is ending
   */
  <T> T ask(Assistants.Choice wanted, Use<T> use) throws AssistantException {
    Held held = take(wanted);
    try {
      return use.of(held.assistant);
    } finally {
      giveBack(held);
    }
  }

  private Held take(Assistants.Choice wanted) throws AssistantException {
    synchronized (this) {
      if (!closed && last != null && last.choice.equals(wanted)) {
        last.uses++;
        return last;
      }
    }
    // Without the lock: a server may be asked for its models, and closing must not wait for that.
    Held made = new Held(wanted, wanted.maker().make());
    made.uses = 1;
    Held before = null;
    synchronized (this) {
      if (!closed) {
        before = last;
        last = made;
      } else {
        made.unwanted = true;
      }
    }
    if (made.unwanted) {
      made.assistant.close();
      throw new CancelledException();
    }
    if (before != null) {
      leave(before);
    }
    return made;
  }

  private void leave(Held before) {
    boolean idle;
    synchronized (this) {
      before.unwanted = true;
      idle = before.uses == 0;
    }
    if (idle) {
      before.assistant.close();
    }
  }

  private void giveBack(Held held) {
    boolean over;
    synchronized (this) {
      held.uses--;
      over = held.uses == 0 && held.unwanted;
    }
    if (over) {
      held.assistant.close();
    }
  }

  /** Ends it, and whatever it answers. */
  void close() {
    Held open;
    synchronized (this) {
      closed = true;
      open = last;
      last = null;
    }
    if (open != null) {
      open.assistant.close();
    }
  }
}
