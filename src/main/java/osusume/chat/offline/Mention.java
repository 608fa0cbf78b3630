package osusume.chat.offline;

import java.util.List;
import java.util.OptionalInt;

/**
 * A title that a message names.
 *
 * @param from its first word
 * @param to the word behind its last
 * @param said as it was written
 * @param row catalogue row of the title that is meant; empty: none is, or more than one
 * @param nearest where none is meant, catalogue rows of those that may be
 * @param ambiguous whether several are of that name
 */
record Mention(
    int from, int to, String said, OptionalInt row, List<Integer> nearest, boolean ambiguous) {}
