package osusume.chat.agent;

import java.util.List;
import java.util.function.IntFunction;
import osusume.chat.model.Message;

/**
 * What a model is told before the person's message, and what its answer is held against.
 *
 * @param messages what comes before the message, in so many tokens as there is room for
 * @param check of the titles that the answer names
 * @param notes what the person should know of it in any case
 */
record Briefing(IntFunction<List<Message>> messages, TitleCheck check, List<String> notes) {}
