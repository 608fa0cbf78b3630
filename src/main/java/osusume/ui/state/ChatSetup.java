package osusume.ui.state;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import osusume.app.ApiKeys;
import osusume.app.AssistantKind;
import osusume.app.ChatSettings;
import osusume.chat.AssistantException;
import osusume.chat.model.ConnectionReport;
import osusume.progress.Progress;

/**
 * How the chat is set up, seen from the settings and from the chat alike: who is chosen in either
 * is chosen in both, and at the next start; for the JavaFX thread, but where it says otherwise.
 */
public final class ChatSetup {
  private final Chatting chatting;
  private final SettingsModel settings;
  private final osusume.app.Assistants assistants;
  private final ReadOnlyObjectWrapper<ChatSettings> chat;
  private final ReadOnlyObjectWrapper<List<String>> models = new ReadOnlyObjectWrapper<>(List.of());

  public ChatSetup(Chatting chatting, SettingsModel settings, osusume.app.Assistants assistants) {
    this.chatting = chatting;
    this.settings = settings;
    this.assistants = assistants;
    this.chat = new ReadOnlyObjectWrapper<>(settings.get().chat());
    chatting.modeProperty().set(chat.get().mode());
    settings.settingsProperty().addListener((_, _, now) -> settingsAre(now.chat()));
    chatting
        .modeProperty()
        .addListener((_, _, mode) -> change(now -> mode == null ? now : now.withMode(mode)));
    chatting.choiceProperty().addListener((_, old, now) -> chosenInChat(old, now));
    chatting.assistants().choices().addListener((_, _, _) -> fitChoice());
    fitChoice();
  }

  private void settingsAre(ChatSettings now) {
    chat.set(now);
    chatting.modeProperty().set(now.mode());
  }

  /** The settings count; the same assistant made anew is no other choice. */
  private void chosenInChat(Assistants.Choice before, Assistants.Choice choice) {
    boolean another = choice != null && (before == null || !before.key().equals(choice.key()));
    if (another && !choice.key().equals(meant())) {
      for (AssistantKind kind : AssistantKind.values()) {
        if (kind.option().equals(choice.key())) {
          change(now -> now.withAssistant(kind));
        }
      }
    }
  }

  private String meant() {
    return chat.get()
        .assistant()
        .map(AssistantKind::option)
        .or(() -> chatting.assistants().first().map(Assistants.Choice::key))
        .orElse("");
  }

  /** Where the settings mean another than the chat has, the chat takes that. */
  private void fitChoice() {
    // The choices may be told of a change before this is; what the settings are now is what counts.
    settingsAre(settings.get().chat());
    chatting.assistants().choices().getValue().stream()
        .filter(choice -> choice.key().equals(meant()))
        .findFirst()
        .ifPresent(chatting.choiceProperty()::set);
  }

  public ReadOnlyObjectProperty<ChatSettings> settingsProperty() {
    return chat.getReadOnlyProperty();
  }

  public ChatSettings get() {
    return chat.get();
  }

  /** Changes how the chat is set up. */
  public void change(UnaryOperator<ChatSettings> change) {
    settings.change(now -> now.withChat(change.apply(now.chat())));
  }

  /** Who is asked now. */
  public AssistantKind kind() {
    return assistants.likely(chat.get());
  }

  /** The models that the server was last seen to have; empty: it was not asked. */
  public ReadOnlyObjectProperty<List<String>> modelsProperty() {
    return models.getReadOnlyProperty();
  }

  /** Notes which models a server has, or that it is not known any more. */
  public void sawModels(List<String> names) {
    models.set(List.copyOf(names));
  }

  /**
   * Where the environment says that models are asked, in place of what stands in the settings.
   *
   * @return the address, or what is wrong with it; empty: the environment says nothing
   */
  public Optional<String> addressOfEnvironment() {
    try {
      return assistants.addressOfEnvironment().map(Object::toString);
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Where the keys are; not to be asked on the JavaFX thread. */
  public ApiKeys keys() {
    return assistants.keys();
  }

  /** A key came or went. */
  public void keyChanged() {
    chatting.assistants().renew();
  }

  /**
   * Tries the connection to the server of an assistant; not on the JavaFX thread.
   *
   * @throws AssistantException if it can't be asked, and why
   */
  public ConnectionReport test(AssistantKind kind, ChatSettings with, Progress progress)
      throws AssistantException {
    return assistants.test(kind, with, progress);
  }
}
