package osusume.chat.talk;

import java.time.Instant;

/**
 * What a list of conversations shows of one.
 *
 * @param id of the {@link Conversation}
 * @param begun when it was begun
 * @param last when something was said last
 * @param title the beginning of what the person said first
 * @param exchanges how many there are
 */
public record ConversationHead(
    String id, Instant begun, Instant last, String title, int exchanges) {}
