package osusume.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import osusume.data.Catalogue;

/**
 * Which titles of a catalogue belong to one story, read from the titles alone. docs/franchises.md
 * has the rule and how good it is. Every title is in exactly one franchise, most alone. Immutable.
 */
public final class Franchises {
  private final int[] franchiseOfRow;
  private final int[][] members;

  private Franchises(int[] franchiseOfRow, int[][] members) {
    this.franchiseOfRow = franchiseOfRow;
    this.members = members;
  }

  /** Reads the franchises of a catalogue. */
  public static Franchises of(Catalogue catalogue) {
    List<TitleWords> titles = new ArrayList<>(catalogue.size());
    for (int row = 0; row < catalogue.size(); row++) {
      titles.add(TitleWords.of(catalogue.anime(row).name()));
    }
    int[] roots = new FranchiseJoiner(titles).join();
    Map<Integer, List<Integer>> byRoot = new HashMap<>();
    for (int row = 0; row < roots.length; row++) {
      byRoot.computeIfAbsent(roots[row], root -> new ArrayList<>()).add(row);
    }
    int[] franchiseOfRow = new int[roots.length];
    int[][] members = new int[byRoot.size()][];
    int count = 0;
    for (int row = 0; row < roots.length; row++) {
      if (roots[row] == row) {
        List<Integer> rows = byRoot.get(row);
        rows.sort((a, b) -> Integer.compare(catalogue.anime(a).id(), catalogue.anime(b).id()));
        members[count] = rows.stream().mapToInt(Integer::intValue).toArray();
        for (int member : members[count]) {
          franchiseOfRow[member] = count;
        }
        count++;
      }
    }
    return new Franchises(franchiseOfRow, members);
  }

  /** How many franchises there are, titles that stand alone included. */
  public int count() {
    return members.length;
  }

  /** The franchise of a title, from 0. */
  public int of(int animeRow) {
    return franchiseOfRow[animeRow];
  }

  /** The catalogue rows of a franchise's titles, in the order in which to watch them. A copy. */
  public int[] members(int franchise) {
    return members[franchise].clone();
  }

  /** All titles of the franchises that some titles belong to. */
  public BitSet rowsOf(BitSet animeRows) {
    BitSet all = new BitSet();
    for (int row = animeRows.nextSetBit(0); row >= 0; row = animeRows.nextSetBit(row + 1)) {
      for (int member : members[franchiseOfRow[row]]) {
        all.set(member);
      }
    }
    return all;
  }
}
