package osusume.chat.model;

import java.util.List;
import java.util.Optional;
import osusume.chat.Tokens;

/**
 * What a language model answered.
 *
 * @param text may be empty where it calls tools
 * @param calls the tools it asks for, in order
 * @param finish why it ended there
 * @param tokens what the server counted; empty where it did not say
 */
public record ModelAnswer(
    String text, List<ToolCall> calls, Finish finish, Optional<Tokens> tokens) {
  public ModelAnswer {
    calls = List.copyOf(calls);
  }

  /** Why an answer ended. */
  public enum Finish {
    /** It is whole. */
    DONE,
    /** It is as long as it may be. */
    LENGTH,
    /** The model, or a filter of the server, would not say it; {@code text} is the refusal. */
    REFUSED,
    /** The stream broke off or fell silent; {@code text} is what came. */
    CUT,
    /** It was stopped from here. */
    STOPPED
  }
}
