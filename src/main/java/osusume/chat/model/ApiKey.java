package osusume.chat.model;

/**
 * The key of an account at a language model's server. Shown and compared by nothing: what it holds
 * goes into the header of a request and nowhere else.
 */
public final class ApiKey {
  private static final int LONGEST = 1000;

  /** What stands in its place where a text held it. */
  private static final String MASK = "(key)";

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * Takes a key as a person gave it, with or without blanks around.
   *
   * @throws IllegalArgumentException if it can't be one; worded for a person, without the key
   */
  public static ApiKey of(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("The key is empty. Paste the key of your account.");
    }
    if (trimmed.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A key of %,d characters is too long; it may have %,d."
              .formatted(trimmed.length(), LONGEST));
    }
    if (!trimmed.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "The key holds blanks, line breaks or characters that no key has."
              + " Copy it again, and only it.");
    }
    return new ApiKey(trimmed);
  }

  /** For the header of a request, and the system's key store. */
  public String reveal() {
    return secret;
  }

  /** The text with what is the key in it made unreadable. */
  public String maskedIn(String text) {
    return text.replace(secret, MASK);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
