package osusume.chat;

/** How an assistant comes to its answer. */
public enum Mode {
  /**
   * The documented way: the ten titles recommended to the person's taste group are its context, one
   * of them is picked by the message, and nothing is remembered.
   */
  SIMPLE,

  /** It asks the tools what it needs, and knows what was said before. */
  AGENT
}
