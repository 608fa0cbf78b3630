package osusume.chat.model;

import java.time.Duration;

/**
 * How long a language model is waited for.
 *
 * @param connect until the connection stands
 * @param first until the first sign of an answer
 * @param silence between two signs of it
 * @param whole until it is at its end
 */
public record TimeLimits(Duration connect, Duration first, Duration silence, Duration whole) {
  /** For a server that has its models ready. */
  public static final TimeLimits SERVICE = ofSeconds(5, 30, 20, 120);

  /** For a computer of one's own, which first loads the model and then reads the question. */
  public static final TimeLimits OWN = ofSeconds(5, 120, 30, 600);

  public static TimeLimits ofSeconds(long connect, long first, long silence, long whole) {
    return new TimeLimits(
        Duration.ofSeconds(connect),
        Duration.ofSeconds(first),
        Duration.ofSeconds(silence),
        Duration.ofSeconds(whole));
  }

  /** Those that suit what is at an address. */
  public static TimeLimits at(ModelAddress address) {
    return address.isNear() ? OWN : SERVICE;
  }
}
