package osusume.mylist;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A list that was read and is not merged yet.
 *
 * @param name the file's name, or the user's at the site
 * @param origin where it comes from
 * @param exportedAt as of when it holds: where the file does not say, when it was last changed
 * @param entries one a title, in the file's order; each changed as of its own time, or else of
 *     {@code exportedAt}
 * @param formerKeys by the key of an entry the one under which an older list may have its title:
 *     AniList's number, from before AniList knew MyAnimeList's
 * @param notes what the person should know of the reading, a sentence each; may be empty
 */
public record ImportedList(
    String name,
    ListOrigin origin,
    Instant exportedAt,
    List<ListEntry> entries,
    Map<TitleKey, TitleKey> formerKeys,
    List<String> notes) {
  public ImportedList {
    entries = List.copyOf(entries);
    formerKeys = Map.copyOf(formerKeys);
    notes = List.copyOf(notes);
  }

  /** One whose titles never had another key. */
  public ImportedList(
      String name,
      ListOrigin origin,
      Instant exportedAt,
      List<ListEntry> entries,
      List<String> notes) {
    this(name, origin, exportedAt, entries, Map.of(), notes);
  }

  /** The same list with other entries. */
  ImportedList saying(List<ListEntry> others) {
    return new ImportedList(name, origin, exportedAt, others, formerKeys, notes);
  }
}
