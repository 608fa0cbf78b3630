package osusume.chat;

import java.util.OptionalInt;

/**
 * A title that an answer names.
 *
 * @param from where it begins in the text, in characters of Java
 * @param to where it ends, exclusive
 * @param said as the text has it
 * @param animeId of the catalogue's title that is meant; empty: there is none of that name
 * @param known whether the person watched it, or does not want it
 */
public record NamedTitle(int from, int to, String said, OptionalInt animeId, boolean known) {}
