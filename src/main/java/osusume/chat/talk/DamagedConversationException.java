package osusume.chat.talk;

/**
 * A file is no conversation as this program writes them. Says nothing of what the file holds, for
 * nothing that was said may come into a log.
 */
final class DamagedConversationException extends Exception {
  private static final long serialVersionUID = 1L;
}
