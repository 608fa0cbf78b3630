package osusume.mylist;

import java.time.Instant;
import java.util.List;

/**
 * One change of the list, which is kept, shown and undone as a whole.
 *
 * @param number counts the changes of a list from 1
 * @param at when it was made
 * @param kind what led to it
 * @param titles what changed; at least one
 */
public record ListChange(long number, Instant at, Kind kind, List<OfTitle> titles) {
  /** What led to a change. */
  public enum Kind {
    /** The person changed a title or a few. */
    EDIT,

    /** A file or a site's list was merged in. */
    IMPORT,

    /** The list was put back to what a backup holds. */
    RESTORE,

    /** The last change that was not undone yet was taken back. */
    UNDO,

    /** What was there when the journal was written anew; can't be undone. */
    START
  }

  /**
   * What became of one title's entry.
   *
   * @param before null: there was none
   * @param after null: there is none any more
   */
  public record OfTitle(TitleKey key, ListEntry before, ListEntry after) {
    public OfTitle {
      if (before == null && after == null) {
        throw new IllegalArgumentException("Nothing changes for %s.".formatted(key));
      }
      requireOf(key, before);
      requireOf(key, after);
    }

    private static void requireOf(TitleKey key, ListEntry entry) {
      if (entry != null && !entry.key().equals(key)) {
        throw new IllegalArgumentException(
            "The entry of %s can't stand for %s.".formatted(entry.key(), key));
      }
    }

    static OfTitle removed(ListEntry entry) {
      return new OfTitle(entry.key(), entry, null);
    }

    OfTitle inverse() {
      return new OfTitle(key, after, before);
    }
  }

  public ListChange {
    titles = List.copyOf(titles);
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("A change must change something.");
    }
  }

  /** What takes this change back. */
  List<OfTitle> inverse() {
    return titles.reversed().stream().map(OfTitle::inverse).toList();
  }
}
