package osusume.recommend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins titles to franchises by the rule of docs/franchises.md. */
final class FranchiseJoiner {
  private static final int FEWEST_LETTERS = 8;

  private final List<TitleWords> titles;
  private final int[] parent;

  FranchiseJoiner(List<TitleWords> titles) {
    this.titles = titles;
    this.parent = new int[titles.size()];
    Arrays.setAll(parent, row -> row);
  }

  /** For each title the first title of its franchise. */
  int[] join() {
    Map<List<String>, Integer> byKey = new HashMap<>();
    for (int row = 0; row < parent.length; row++) {
      Integer same = byKey.putIfAbsent(titles.get(row).key(), row);
      if (same != null) {
        join(row, same);
      }
    }
    Map<List<String>, Integer> byHead = new HashMap<>(byKey);
    for (int row = 0; row < parent.length; row++) {
      TitleWords title = titles.get(row);
      if (title.head() < title.words().size()) {
        Integer same = byHead.putIfAbsent(title.headKey(), row);
        if (same != null) {
          join(row, same);
        }
      }
    }
    for (int row = 0; row < parent.length; row++) {
      List<String> words = titles.get(row).key();
      for (int n = words.size() - 1; n >= 2; n--) {
        List<String> start = words.subList(0, n);
        Integer stem = byHead.get(start);
        if (stem != null && String.join("", start).length() >= FEWEST_LETTERS) {
          join(row, stem);
          break;
        }
      }
    }
    int[] roots = new int[parent.length];
    Arrays.setAll(roots, this::root);
    return roots;
  }

  private void join(int a, int b) {
    int one = root(a);
    int other = root(b);
    parent[Math.max(one, other)] = Math.min(one, other);
  }

  private int root(int row) {
    int root = row;
    while (parent[root] != root) {
      root = parent[root];
    }
    parent[row] = root;
    return root;
  }
}
