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
 * @param localContext tokens that the local one can take at once; 0: what its server says
 * @param keep whether conversations are kept on this machine
 */
public record ChatSettings(
    Optional<AssistantKind> assistant,
    Mode mode,
    String openAiModel,
    String localAddress,
    String localModel,
    int localContext,
    boolean keep) {
  public static final String USUAL_MODEL = "gpt-4o";

  /** Of a first start. */
  public static final ChatSettings DEFAULT =
      new ChatSettings(Optional.empty(), Mode.AGENT, USUAL_MODEL, "", "", 0, true);

  /** Less holds no instructions and no answer; a first start has what is out of these bounds. */
  public static final int LEAST_CONTEXT = 2_048;

  public static final int MOST_CONTEXT = 1_000_000;

  public ChatSettings {
    openAiModel = openAiModel.isBlank() ? USUAL_MODEL : openAiModel.strip();
    localAddress = localAddress.strip();
    localModel = localModel.strip();
    localContext = localContext < LEAST_CONTEXT || localContext > MOST_CONTEXT ? 0 : localContext;
  }

  public ChatSettings withAssistant(AssistantKind wanted) {
    return new ChatSettings(
        Optional.of(wanted), mode, openAiModel, localAddress, localModel, localContext, keep);
  }

  public ChatSettings withMode(Mode wanted) {
    return new ChatSettings(
        assistant, wanted, openAiModel, localAddress, localModel, localContext, keep);
  }

  public ChatSettings withOpenAiModel(String wanted) {
    return new ChatSettings(assistant, mode, wanted, localAddress, localModel, localContext, keep);
  }

  public ChatSettings withLocal(String address, String model) {
    return new ChatSettings(assistant, mode, openAiModel, address, model, localContext, keep);
  }

  public ChatSettings withLocalContext(int tokens) {
    return new ChatSettings(assistant, mode, openAiModel, localAddress, localModel, tokens, keep);
  }

  public ChatSettings withKeep(boolean wanted) {
    return new ChatSettings(
        assistant, mode, openAiModel, localAddress, localModel, localContext, wanted);
  }
}
