package osusume.ui.chat;

import java.util.Optional;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.Exchange;
import osusume.ui.state.Chatting;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;

/** What can be done about an answer of the conversation that is open. */
record AnswerWays(Exchange exchange, int index, Chatting chatting, Navigation navigation)
    implements AnswerView.Ways {
  @Override
  public void retry() {
    chatting.retry(index);
  }

  @Override
  public Optional<Runnable> askOffline() {
    return chatting.troubleOf(exchange).isEmpty() || chatting.assistants().offline().isEmpty()
        ? Optional.empty()
        : Optional.of(() -> chatting.askOffline(index));
  }

  @Override
  public Optional<Runnable> openSettings() {
    boolean helps =
        chatting
            .troubleOf(exchange)
            .filter(
                kind ->
                    kind == Trouble.NO_KEY
                        || kind == Trouble.WRONG_KEY
                        || kind == Trouble.UNKNOWN_MODEL
                        || kind == Trouble.NOT_THE_PROTOCOL)
            .isPresent();
    return helps
        ? Optional.of(() -> navigation.panelProperty().set(Panel.SETTINGS))
        : Optional.empty();
  }

  @Override
  public Optional<SentTexts> sent() {
    return chatting.sentFor(exchange).isEmpty()
        ? Optional.empty()
        : Optional.of(new SentTexts(chatting.sentFor(exchange)));
  }
}
