package osusume.ui.state;

import osusume.mylist.ListChange;
import osusume.ui.text.Texts;

/**
 * Says what became of the list and offers to turn it back, until something else is changed. For the
 * JavaFX thread.
 */
final class ChangeOffer {
  private final Messages messages;
  private final Texts texts;
  private final ChangeWords words;
  private Messages.Message shown;

  ChangeOffer(Messages messages, Texts texts) {
    this.messages = messages;
    this.texts = texts;
    this.words = new ChangeWords(texts);
  }

  /**
   * @param verb the key of what can be done about it
   */
  void show(String sentence, String verb, Runnable action) {
    putAway();
    shown = messages.done(sentence, new Messages.Action(texts.get(verb), action));
  }

  /**
   * @param key of a sentence with a place for what the change was
   * @param verb the key of what can be done about it
   */
  void show(String key, ListChange change, String verb, Runnable action) {
    show(texts.format(key, words.of(change)), verb, action);
  }

  /** Says that an offer came too late. */
  void changedSince() {
    messages.done(texts.get("mylist.changedSince"));
  }

  void putAway() {
    if (shown != null) {
      messages.putAway(shown);
      shown = null;
    }
  }
}
