package osusume.ui.mylist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** More are replaced at once with less ado. */
  private static final int A_FEW = 100;

  /**
   * What came of it.
   *
   * @param changed places at which something else is said of the title that was shown there; empty
   *     if other titles are shown now, or many changed
   */
  record Found(
      EntrySearch search,
      List<ListTitle> titles,
      ListFilter.Found found,
      Optional<List<Integer>> changed) {}

  Found find() {
    ListFilter.Found found = filter.of(list, catalogue);
    List<ListTitle> titles = new ArrayList<>(found.titles());
    if (!keepOrder(titles)) {
      titles.sort(order.order(descending));
    }
    return new Found(this, titles, found, changed(titles));
  }

  private Optional<List<Integer>> changed(List<ListTitle> titles) {
    List<Integer> changed = new ArrayList<>();
    boolean same = !shown.isEmpty() && shown.size() == titles.size();
    for (int i = 0; same && i < titles.size(); i++) {
      same = shown.get(i).entry().key().equals(titles.get(i).entry().key());
      if (!shown.get(i).equals(titles.get(i))) {
        changed.add(i);
      }
    }
    return same && changed.size() <= A_FEW ? Optional.of(changed) : Optional.empty();
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
