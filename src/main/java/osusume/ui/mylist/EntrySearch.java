package osusume.ui.mylist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import osusume.data.Catalogue;
import osusume.mylist.ListColumn;
import osusume.mylist.ListFilter;
import osusume.mylist.ListTitle;
import osusume.mylist.MyList;
import osusume.mylist.TitleKey;

/**
 * What the table asks for. Worked out off the JavaFX thread.
 *
 * @param shown what is on the screen and shall keep its order, so that no row is drawn away from
 *     under the hand that changes it; empty: everything is put in order anew
 */
record EntrySearch(
    MyList list,
    Catalogue catalogue,
    ListFilter filter,
    ListColumn order,
    boolean descending,
    List<ListTitle> shown) {
  /** What came of it. */
  record Found(EntrySearch search, List<ListTitle> titles, ListFilter.Found found) {}

  Found find() {
    ListFilter.Found found = filter.of(list, catalogue);
    List<ListTitle> titles = new ArrayList<>(found.titles());
    if (!keepOrder(titles)) {
      titles.sort(order.order(descending));
    }
    return new Found(this, titles, found);
  }

  /** Puts the titles in the order of those shown; not if there are others among them. */
  private boolean keepOrder(List<ListTitle> titles) {
    Map<TitleKey, ListTitle> fresh = HashMap.newHashMap(titles.size());
    titles.forEach(title -> fresh.put(title.entry().key(), title));
    Set<TitleKey> before = HashSet.newHashSet(shown.size());
    shown.forEach(title -> before.add(title.entry().key()));
    if (shown.isEmpty() || !before.containsAll(fresh.keySet())) {
      return false;
    }
    titles.clear();
    for (ListTitle title : shown) {
      ListTitle now = fresh.get(title.entry().key());
      if (now != null) {
        titles.add(now);
      }
    }
    return true;
  }
}
