package osusume.ui.state;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import osusume.app.AssistantKind;
import osusume.app.AssistantSource;
import osusume.app.AssistantWish;
import osusume.app.ChatSettings;
import osusume.progress.Progress;
import osusume.ui.text.Texts;

/** The assistants that the settings and the environment set up; the one that is meant is first. */
public final class SettingsAssistants implements Assistants {
  private final osusume.app.Assistants assistants;
  private final SettingsModel settings;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>();

  /**
   * @param settings where the person changes what is chosen
   */
  public SettingsAssistants(
      osusume.app.Assistants assistants, SettingsModel settings, Texts texts) {
    this.assistants = assistants;
    this.settings = settings;
    this.texts = texts;
    // Where the window stands is a setting too, and makes no assistant anew.
    settings
        .settingsProperty()
        .addListener(
            (_, old, now) -> {
              if (!old.chat().equals(now.chat())) {
                renew();
              }
            });
    renew();
  }

  @Override
  public ObservableValue<List<Choice>> choices() {
    return choices.getReadOnlyProperty();
  }

  @Override
  public void renew() {
    choices.set(choices(settings.get().chat()));
  }

  private List<Choice> choices(ChatSettings chat) {
    List<AssistantKind> kinds = new ArrayList<>(List.of(AssistantKind.values()));
    AssistantKind first = assistants.likely(chat);
    // One that was chosen stays, and says what it lacks; no other takes its place.
    if (first != AssistantKind.LOCAL && !assistants.hasAddress(chat)) {
      kinds.remove(AssistantKind.LOCAL);
    }
    kinds.sort((one, other) -> Boolean.compare(other == first, one == first));
    return kinds.stream().map(kind -> choice(kind, chat)).toList();
  }

  private Choice choice(AssistantKind kind, ChatSettings chat) {
    String name =
        switch (kind) {
          case OPENAI -> texts.format("chat.assistant.openai", chat.openAiModel());
          case LOCAL ->
              chat.localModel().isEmpty()
                  ? texts.get("chat.assistant.local")
                  : texts.format("chat.assistant.local.model", chat.localModel());
          case OFFLINE -> texts.get("chat.assistant.offline");
        };
    return new Choice(
        kind.option(),
        name,
        kind == AssistantKind.OFFLINE,
        () -> assistants.open(AssistantWish.of(kind), chat, Progress.NONE));
  }

  /** Who answers other programs: the one that the settings mean when they ask. */
  public AssistantSource forOthers() {
    return progress -> {
      ChatSettings chat = settings.get().chat();
      return assistants.open(AssistantWish.of(assistants.likely(chat)), chat, progress);
    };
  }
}
