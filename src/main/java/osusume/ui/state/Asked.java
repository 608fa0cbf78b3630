package osusume.ui.state;

import java.util.Optional;
import osusume.chat.AssistantException;
import osusume.chat.Exchange;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.talk.Conversation;

/**
 * A question that was asked in a conversation, and what the exchange becomes of which it is a part.
 * Immutable but for the answer on its way.
 *
 * @param by who is asked
 * @param talk the conversation, with the question at its end
 * @param running the answer on its way
 */
record Asked(Assistants.Choice by, Question question, Conversation talk, Answering running) {
  private Exchange open() {
    return talk.exchanges().getLast();
  }

  private Exchange with(Optional<Reply> reply, Optional<String> trouble) {
    return new Exchange(open().at(), open().userId(), open().said(), reply, trouble);
  }

  /** It was answered. */
  Exchange answered(Reply reply) {
    return with(Optional.of(reply), Optional.empty());
  }

  /** There is no answer, for a reason; what came stays. */
  Exchange failed(AssistantException why) {
    return with(running.soFar(Reply.Ending.CUT), Optional.of(why.getMessage()));
  }

  /**
   * No answer was handed over; what came stays.
   *
   * @param nothing the sentence that stands where nothing came
   */
  Exchange broken(Reply.Ending ending, String nothing) {
    Optional<Reply> came = running.soFar(ending);
    return with(came, came.isPresent() ? Optional.empty() : Optional.of(nothing));
  }

  /** The conversation with the exchange as it has ended. */
  Conversation with(Exchange ended) {
    return talk.first(talk.exchanges().size() - 1).with(ended);
  }
}
