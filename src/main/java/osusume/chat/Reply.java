package osusume.chat;

import java.util.List;
import java.util.Optional;

/**
 * What an assistant answered.
 *
 * @param assistant which one, by name and model, for instance {@code OpenAI (gpt-4o)}
 * @param text in Markdown, exactly as the assistant said it
 * @param ending how the text came to its end
 * @param steps what the assistant looked up for it, in order
 * @param titles the titles that the text names, in the order in which they occur
 * @param notes what the person should know about the answer, a sentence each: a title that does not
 *     exist, a limit that was reached
 * @param tokens what it took; empty where it is not known
 */
public record Reply(
    String assistant,
    String text,
    Ending ending,
    List<Step> steps,
    List<NamedTitle> titles,
    List<String> notes,
    Optional<Tokens> tokens) {
  public Reply {
    steps = List.copyOf(steps);
    titles = List.copyOf(titles);
    notes = List.copyOf(notes);
  }

  /** How an answer came to its end. */
  public enum Ending {
    /** It is whole. */
    COMPLETE,
    /** The person stopped it. */
    STOPPED,
    /** The stream broke off; what came is kept. */
    CUT,
    /** The assistant would not answer that. */
    REFUSED,
    /** It was longer than it may be, or took more steps or time than it may. */
    LIMIT
  }
}
