package osusume.chat.talk;

/**
 * A conversation in which the words that were looked for occur.
 *
 * @param head of the conversation
 * @param exchange the first in which one of the words occurs; 0 is the oldest
 * @param snippet the text around that word, in one line; {@code …} where it was cut
 * @param from where the word begins in the snippet, in characters of Java
 * @param to where it ends, exclusive
 */
public record ConversationHit(
    ConversationHead head, int exchange, String snippet, int from, int to) {}
