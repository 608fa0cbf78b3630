package osusume.app;

import java.util.Optional;
import osusume.chat.Mode;

/**
 * How the chat is set up. Holds no key.
 *
 * @param assistant which was chosen; empty: none was, so that it is the one that is set up
 * @param mode how answers are come to in the window
 * @param openAiModel asked of OpenAI
 * @param localAddress base URL of the local one, which ends in {@code /v1} as a rule; empty: none
 * @param localModel asked of the local one; empty: the first it has
 * @param keep whether conversations are kept on this machine
 */
public record ChatSettings(
    Optional<AssistantKind> assistant,
    Mode mode,
    String openAiModel,
    String localAddress,
    String localModel,
    boolean keep) {
  public static final String USUAL_MODEL = "gpt-4o";

  /** Of a first start. */
  public static final ChatSettings DEFAULT =
      new ChatSettings(Optional.empty(), Mode.AGENT, USUAL_MODEL, "", "", true);

  public ChatSettings {
    openAiModel = openAiModel.isBlank() ? USUAL_MODEL : openAiModel.strip();
    localAddress = localAddress.strip();
    localModel = localModel.strip();
  }

  public ChatSettings withAssistant(AssistantKind wanted) {
    return new ChatSettings(Optional.of(wanted), mode, openAiModel, localAddress, localModel, keep);
  }

  public ChatSettings withMode(Mode wanted) {
    return new ChatSettings(assistant, wanted, openAiModel, localAddress, localModel, keep);
  }

  public ChatSettings withOpenAiModel(String wanted) {
    return new ChatSettings(assistant, mode, wanted, localAddress, localModel, keep);
  }

  public ChatSettings withLocal(String address, String model) {
    return new ChatSettings(assistant, mode, openAiModel, address, model, keep);
  }

  public ChatSettings withKeep(boolean wanted) {
    return new ChatSettings(assistant, mode, openAiModel, localAddress, localModel, wanted);
  }
}
