package osusume.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something the person said and what came of it, as a conversation keeps it.
 *
 * @param at when it was said
 * @param userId for which user of the data set; empty: for the person
 * @param said what the person said
 * @param reply what the assistant answered, perhaps only in part; empty: nothing came
 * @param trouble why the answer did not come, or not whole, as a sentence; empty: it did
 */
public record Exchange(
    Instant at, OptionalInt userId, String said, Optional<Reply> reply, Optional<String> trouble) {}
