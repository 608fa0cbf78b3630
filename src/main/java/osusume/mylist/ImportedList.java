package osusume.mylist;

import java.time.Instant;
import java.util.List;

/**
 * A list that was read and is not merged yet.
 *
 * @param name the file's name, or the user's at the site
 * @param origin where it comes from
 * @param exportedAt as of when it holds: where the file does not say, when it was last changed
 * @param entries one a title, in the file's order; each changed as of its own time, or else of
 *     {@code exportedAt}
 * @param notes what the person should know of the reading, a sentence each; may be empty
 */
public record ImportedList(
    String name,
    ListOrigin origin,
    Instant exportedAt,
    List<ListEntry> entries,
    List<String> notes) {
  public ImportedList {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }
}
