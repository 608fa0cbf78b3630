package osusume.chat.model;

import java.util.OptionalInt;
import java.util.function.Consumer;
import osusume.chat.AssistantException;
import osusume.progress.Progress;

/** A language model that can be asked. Blocks; may be asked from any thread but the JavaFX one. */
public interface LanguageModel extends AutoCloseable {
  /** For instance {@code gpt-4o}. */
  String model();

  /** Host and port it is asked at, for the person; holds no secret. */
  String address();

  /**
   * How many tokens one request and its answer may have together, as the person or the server says;
   * empty: it is not known, and there is no reason to think it is little. May ask the server.
   *
   * @param progress asked often whether to stop
   */
  default OptionalInt contextTokens(Progress progress) {
    return OptionalInt.empty();
  }

  /**
   * Asks the model, streaming.
   *
   * @param text is told each piece of the text as it comes
   * @param progress asked often whether to stop, also while nothing comes
   * @return also of a stream that broke off after something came
   * @throws AssistantException if nothing came, and why
   */
  ModelAnswer ask(ModelRequest request, Consumer<String> text, Progress progress)
      throws AssistantException;

  @Override
  void close();
}
