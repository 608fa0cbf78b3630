package osusume.mylist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import osusume.data.Catalogue;

/**
 * Which titles of a person's own list are wanted.
 *
 * @param status how they stand to them; null: however
 * @param unknownOnly whether only titles that the data set does not know are wanted
 * @param text what the title, the tags or the comments contain, whatever the case; empty: anything
 */
public record ListFilter(Status status, boolean unknownOnly, String text) {
  /** Wants everything. */
  public static final ListFilter ALL = new ListFilter(null, false, "");

  /**
   * What came of it.
   *
   * @param titles what is wanted, in the list's order
   * @param all how many titles the list has
   * @param unknown how many of them the data set does not know
   * @param byStatus how many of them there are of each status; 0 is not left out
   */
  public record Found(
      List<ListTitle> titles, int all, int unknown, Map<Status, Integer> byStatus) {}

  /** The titles of a list that are wanted. */
  public Found of(MyList list, Catalogue catalogue) {
    List<ListTitle> wanted = new ArrayList<>();
    Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
    for (Status each : Status.values()) {
      byStatus.put(each, 0);
    }
    int unknown = 0;
    String lower = text.strip().toLowerCase(Locale.ROOT);
    for (ListEntry entry : list.entries()) {
      byStatus.merge(entry.status(), 1, Integer::sum);
      ListTitle title = ListTitle.of(entry, catalogue);
      unknown += title.known() ? 0 : 1;
      if ((status == null || entry.status() == status)
          && !(unknownOnly && title.known())
          && contains(title, lower)) {
        wanted.add(title);
      }
    }
    return new Found(wanted, list.size(), unknown, byStatus);
  }

  private static boolean contains(ListTitle title, String lower) {
    return lower.isEmpty()
        || within(title.anime().name(), lower)
        || within(title.entry().title(), lower)
        || within(title.entry().tags(), lower)
        || within(title.entry().comments(), lower);
  }

  private static boolean within(String text, String lower) {
    return text.toLowerCase(Locale.ROOT).contains(lower);
  }
}
