package osusume.chat;

import java.time.Duration;
import java.util.Optional;

/**
 * There is no answer; the message says why, for a person, and holds no key and no answer of a
 * server.
 */
public final class AssistantException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final transient Optional<Duration> retryAfter;

  /** What can go wrong. */
  public enum Trouble {
    /** The address can't be reached. */
    NO_NETWORK,
    /** Nothing came for too long. */
    TIME_OUT,
    /** There is no key to show. */
    NO_KEY,
    /** The key is not valid. */
    WRONG_KEY,
    /** The account has no credit left. */
    NO_CREDIT,
    /** Too many requests in a short time. */
    RATE_LIMIT,
    /** The server has no model of that name. */
    UNKNOWN_MODEL,
    /** The question was refused for what it says. */
    REFUSED,
    /** What was to be sent is longer than the model can take. */
    TOO_LONG,
    /** What answers there does not speak the protocol. */
    NOT_THE_PROTOCOL,
    /** The server failed, or said something no other case is about. */
    SERVER
  }

  public AssistantException(Trouble trouble, String sentence) {
    this(trouble, sentence, Optional.empty(), null);
  }

  /**
   * @param retryAfter how long the server asks to wait
   * @param cause for the log, or null; its message must hold no secret
   */
  public AssistantException(
      Trouble trouble, String sentence, Optional<Duration> retryAfter, Throwable cause) {
    super(sentence, cause);
    this.trouble = trouble;
    this.retryAfter = retryAfter;
  }

  public Trouble trouble() {
    return trouble;
  }

  /** How long the server asks to wait. */
  public Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }
}
