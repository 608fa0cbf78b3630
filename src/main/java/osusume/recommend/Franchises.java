package osusume.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * Which titles of a catalogue belong to one story, read from the titles alone. docs/franchises.md
 * has the rule and how good it is. Every title is in exactly one franchise, most alone. Immutable.
 */
public final class Franchises {
  /** Types that no story begins with. */
  private static final Set<String> ASIDE_TYPES = Set.of("special", "music");

  /** Words of titles that no story begins with. */
  private static final Set<String> ASIDE_WORDS =
      Set.of("recap", "recaps", "soushuuhen", "digest", "pilot", "omake");

  /** Types that no story begins with if they are shorter than {@link #EPISODES_OF_A_PART}. */
  private static final Set<String> SHORT_TYPES = Set.of("ova", "ona");

  private static final int EPISODES_OF_A_PART = 3;

  private static final List<String> PICTURE_DRAMA = List.of("picture", "drama");

  /**
   * Those read already: reading them takes a tenth of a second, and the answers, the blend and the
   * evaluation all need them.
   */
  private static final Map<Catalogue, Franchises> READ = new WeakHashMap<>();

  private final int[] franchiseOfRow;
  private final int[][] members;
  private final BitSet aside;

  private Franchises(int[] franchiseOfRow, int[][] members, BitSet aside) {
    this.franchiseOfRow = franchiseOfRow;
    this.members = members;
    this.aside = aside;
  }

  /** The franchises of a catalogue; read once, however often they are asked for. */
  public static Franchises of(Catalogue catalogue) {
    synchronized (READ) {
      return READ.computeIfAbsent(catalogue, Franchises::read);
    }
  }

  private static Franchises read(Catalogue catalogue) {
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
        members[count] = new ViewingOrder(catalogue, titles, byRoot.get(row)).rows();
        for (int member : members[count]) {
          franchiseOfRow[member] = count;
        }
        count++;
      }
    }
    return new Franchises(franchiseOfRow, members, asides(catalogue, titles));
  }

  private static BitSet asides(Catalogue catalogue, List<TitleWords> titles) {
    BitSet asides = new BitSet();
    for (int row = 0; row < titles.size(); row++) {
      Anime anime = catalogue.anime(row);
      String type = anime.type().toLowerCase(Locale.ROOT);
      List<String> words = titles.get(row).words();
      boolean aside =
          ASIDE_TYPES.contains(type)
              || SHORT_TYPES.contains(type)
                  && anime.episodes() > 0
                  && anime.episodes() < EPISODES_OF_A_PART
              || !Collections.disjoint(words, ASIDE_WORDS)
              || Collections.indexOfSubList(words, PICTURE_DRAMA) >= 0;
      asides.set(row, aside);
    }
    return asides;
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

  /**
   * Whether a title is a special, a music video, a recap or a short OVA or ONA: nothing to begin a
   * story with.
   */
  public boolean aside(int animeRow) {
    return aside.get(animeRow);
  }

  /** How many titles a franchise has. */
  int size(int franchise) {
    return members[franchise].length;
  }

  /** The catalogue row of a franchise's title, by its place in the order in which to watch them. */
  int member(int franchise, int place) {
    return members[franchise][place];
  }

  /** How many titles there are in all. */
  int titles() {
    return franchiseOfRow.length;
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
