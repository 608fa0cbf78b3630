/** What an assistant may do: a fixed set of typed tools over the data and the recommender. */
package osusume.chat.tool;
