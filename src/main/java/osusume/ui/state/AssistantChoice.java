package osusume.ui.state;

import javafx.beans.property.SimpleObjectProperty;

/** Who is asked next; null where there is nobody. */
final class AssistantChoice extends SimpleObjectProperty<Assistants.Choice> {
  private final Assistants assistants;

  AssistantChoice(Assistants assistants) {
    this.assistants = assistants;
    assistants.choices().addListener((_, _, _) -> fit());
    fit();
  }

  /** A choice that is gone gives way to the first; one of the same key is the same, made anew. */
  private void fit() {
    String key = get() == null ? "" : get().key();
    set(
        assistants.choices().getValue().stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .or(assistants::first)
            .orElse(null));
  }
}
