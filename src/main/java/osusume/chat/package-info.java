/**
 * The chat: assistants that say in words what to watch, all from the same tools over the same data.
 * What they need (data, recommender, the person's taste, a key, a way to change the list) is handed
 * to them. The nouns lie here; what speaks to a language model in {@code model}, what an assistant
 * may do in {@code tool}.
 */
package osusume.chat;
