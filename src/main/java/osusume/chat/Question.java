package osusume.chat;

import java.util.List;

/**
 * What is asked of an assistant.
 *
 * @param text what the person says
 * @param mode how the answer is come to
 * @param before what was said before in the same conversation, the oldest first; the assistant
 *     keeps as much of it in mind as its budget allows, and in {@link Mode#SIMPLE} nothing
 * @param ground what the answer stands on
 */
public record Question(String text, Mode mode, List<Exchange> before, Ground ground) {
  /** What a message may have in characters; longer ones are refused whole. */
  public static final int LONGEST = 8_000;

  /**
   * @throws IllegalArgumentException if the text is empty or too long; worded for a person
   */
  public Question {
    requireText(text);
    before = List.copyOf(before);
  }

  /**
   * Refuses what is no message.
   *
   * @throws IllegalArgumentException if the text is empty or too long; worded for a person
   */
  public static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The message is empty. Say what you would like to watch.");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The message has %,d characters, but %,d is the most that is read. Say it shorter."
              .formatted(text.length(), LONGEST));
    }
  }
}
