package osusume.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;

/** The assistants the person can choose among; for the JavaFX thread, but for {@link Maker}. */
public interface Assistants {
  /** All there are, in the order in which they are offered; changes with the settings. */
  ObservableValue<List<Choice>> choices();

  /** Looks anew at what is set up, because a key came or went. */
  default void renew() {}

  /** A choice that never changes. */
  static Assistants of(List<Choice> choices) {
    var fixed = new ReadOnlyObjectWrapper<>(List.copyOf(choices));
    return fixed::getReadOnlyProperty;
  }

  /** The one to begin with, and to go back to when the chosen one is gone. */
  default Optional<Choice> first() {
    return choices().getValue().stream().findFirst();
  }

  /** The one that needs neither network nor key. */
  default Optional<Choice> offline() {
    return choices().getValue().stream().filter(Choice::offline).findFirst();
  }

  /**
   * One that can be chosen.
   *
   * @param key by which the choice is remembered, for instance {@code offline}
   * @param name for the person, for instance {@code OpenAI (gpt-4o)}
   * @param offline whether it needs neither network nor key
   */
  record Choice(String key, String name, boolean offline, Maker maker) {}

  /** Makes an assistant, which is closed after one answer. */
  @FunctionalInterface
  interface Maker {
    /**
     * Not on the JavaFX thread, for a key may have to be fetched.
     *
     * @throws AssistantException if it can't be asked, and why
     */
    Assistant make() throws AssistantException;
  }
}
