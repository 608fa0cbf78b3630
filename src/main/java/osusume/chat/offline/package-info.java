/**
 * The assistant that needs no language model: a set of rules. {@code Words} are read into an {@code
 * Understanding}, with the {@code Lexicon} for what words mean; for each {@code Intent} somebody
 * asks the tools and puts what they found into words.
 */
package osusume.chat.offline;
