package osusume.chat.agent;

import java.time.Duration;

/**
 * What one answer may take.
 *
 * @param steps calls of tools
 * @param failuresInARow calls of tools that are refused one after the other, until the model gets
 *     no more tools
 * @param tokens sent and said, all requests together
 * @param time until the model is asked for its last word, which may take {@link #LAST_WORD} more
 * @param contextTokens what one request may have: instructions, tools, what was said before, and
 *     room for the answer; what was said before gives way first
 * @param answerTokens how long one answer of the model may be
 */
public record Limits(
    int steps,
    int failuresInARow,
    long tokens,
    Duration time,
    int contextTokens,
    int answerTokens) {
  /** What holds unless told otherwise. */
  public static final Limits DEFAULT =
      new Limits(8, 3, 100_000, Duration.ofSeconds(90), 16_000, 1_200);

  /** How long the model may take to say what it knows once its time is over. */
  public static final Duration LAST_WORD = Duration.ofSeconds(20);

  /** An answer of a model with little room has this part of it at most, but a few sentences. */
  private static final int ANSWER_PART = 6;

  private static final int SHORT_ANSWER = 300;

  /**
   * @throws IllegalArgumentException if one of them is not above 0
   */
  public Limits {
    if (steps < 1
        || failuresInARow < 1
        || tokens < 1
        || time.isNegative()
        || time.isZero()
        || contextTokens < 1
        || answerTokens < 1) {
      throw new IllegalArgumentException("Each limit of an answer must be above 0.");
    }
  }

  /** The same for requests of so many tokens. */
  public Limits withContext(int mostTokens) {
    return new Limits(steps, failuresInARow, tokens, time, mostTokens, answerTokens);
  }

  /** The same for a model that can take so many tokens at once. */
  Limits within(int modelTokens) {
    int answer = Math.min(answerTokens, Math.max(SHORT_ANSWER, modelTokens / ANSWER_PART));
    return new Limits(
        steps, failuresInARow, tokens, time, Math.min(contextTokens, modelTokens), answer);
  }
}
