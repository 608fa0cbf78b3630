package osusume.chat.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import osusume.chat.AssistantException;
import osusume.chat.ChatEvent;
import osusume.chat.Tokens;
import osusume.chat.model.LanguageModel;
import osusume.chat.model.Message;
import osusume.chat.model.ModelAnswer;
import osusume.chat.model.ModelRequest;
import osusume.progress.CancelledException;

/** Asks the model, as often as one answer takes, and counts what that costs. */
final class ModelTurns {
  private final LanguageModel model;
  private final Consumer<ChatEvent> events;
  private final int mostTokens;
  private Tokens tokens = Tokens.NONE;

  /** What is on the screen of the answer. */
  private final StringBuilder shown = new StringBuilder();

  ModelTurns(LanguageModel model, Consumer<ChatEvent> events, int mostTokens) {
    this.model = model;
    this.events = events;
    this.mostTokens = mostTokens;
  }

  /**
   * @return an answer that was stopped, too, with what had come of it
   */
  ModelAnswer ask(List<Message> messages, List<ModelRequest.Offer> offers, Deadline deadline)
      throws AssistantException {
    var request = new ModelRequest(messages, offers, mostTokens);
    drop();
    if (deadline.cancelled()) {
      return stopped();
    }
    events.accept(new ChatEvent.Sending(model.address(), SentContent.of(model.model(), request)));
    ModelAnswer answer = ask(request, deadline);
    tokens =
        tokens.plus(
            answer
                .tokens()
                .orElseGet(() -> TokenEstimate.of(request, answer.text(), answer.calls())));
    if (answer.calls().isEmpty()) {
      show(answer.text());
    }
    return answer;
  }

  private ModelAnswer ask(ModelRequest request, Deadline deadline) throws AssistantException {
    try {
      return model.ask(request, this::add, deadline);
    } catch (CancelledException e) {
      return stopped();
    } catch (AssistantException e) {
      if (deadline.cancelled()) {
        return stopped();
      }
      throw e;
    }
  }

  private ModelAnswer stopped() {
    return new ModelAnswer(
        shown.toString(), List.of(), ModelAnswer.Finish.STOPPED, Optional.empty());
  }

  private void add(String delta) {
    if (!delta.isEmpty()) {
      shown.append(delta);
      events.accept(new ChatEvent.Text(delta));
    }
  }

  /** Takes back what is shown. */
  void drop() {
    if (!shown.isEmpty()) {
      shown.setLength(0);
      events.accept(new ChatEvent.TextDropped());
    }
  }

  /** Has exactly this text be shown: a refusal is not always streamed, a first try may return. */
  void show(String text) {
    if (!text.startsWith(shown.toString())) {
      drop();
    }
    add(text.substring(shown.length()));
  }

  Tokens tokens() {
    return tokens;
  }
}
