package osusume.chat.tool;

/**
 * The arguments of a call are not what they must be; the message says which, and what is expected.
 */
public final class ToolArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  public ToolArgumentException(String sentence) {
    super(sentence);
  }
}
