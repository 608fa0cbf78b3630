package osusume.ui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Sentences that are shown at the top of the window until they are put away; for the JavaFX thread.
 */
public final class Messages {
  /** More would push the content out of the window; the oldest goes first. */
  private static final int MOST = 3;

  private final ObservableList<Message> shown = FXCollections.observableArrayList();

  // Kept, for a view of a list is heard only as long as somebody holds it.
  private final ObservableList<Message> view = FXCollections.unmodifiableObservableList(shown);

  /**
   * One sentence.
   *
   * @param action what the person may do about it
   */
  public record Message(Kind kind, String sentence, Optional<Action> action) {}

  /**
   * What can be done about a sentence.
   *
   * @param name a verb, on the button
   */
  public record Action(String name, Runnable run) {}

  /** How a sentence is meant. */
  public enum Kind {
    DONE,
    ASKS,
    WRONG
  }

  public ObservableList<Message> shown() {
    return view;
  }

  /** Says that something was done. */
  public void done(String sentence) {
    add(new Message(Kind.DONE, sentence, Optional.empty()));
  }

  /** Says that something was done, and offers to do something about it. */
  public Message done(String sentence, Action action) {
    Message message = new Message(Kind.DONE, sentence, Optional.of(action));
    add(message);
    return message;
  }

  /** Asks whether something shall be done, which is done by the action only. */
  public Message ask(String sentence, Action action) {
    Message message = new Message(Kind.ASKS, sentence, Optional.of(action));
    add(message);
    return message;
  }

  /** Says that something went wrong. */
  public void wrong(String sentence) {
    add(new Message(Kind.WRONG, sentence, Optional.empty()));
  }

  /** Says that something went wrong, and offers what helps. */
  public Message wrong(String sentence, Action action) {
    Message message = new Message(Kind.WRONG, sentence, Optional.of(action));
    add(message);
    return message;
  }

  private void add(Message message) {
    List<Message> now = new ArrayList<>(shown);
    now.remove(message);
    now.add(message);
    shown.setAll(now.subList(Math.max(0, now.size() - MOST), now.size()));
  }

  public void putAway(Message message) {
    shown.remove(message);
  }
}
