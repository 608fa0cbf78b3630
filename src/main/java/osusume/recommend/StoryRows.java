package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes one row of the candidates of one story: it ranks where the best of them ranks, or where its
 * entry does, and a person enters it at the first of them in viewing order, at a special, a music
 * video or a recap only where there is nothing else. A story that would be entered at a title that
 * is passed over has no row: who plans its first part is not sent to the second, nor who does not
 * want it. docs/franchises.md says why.
 *
 * <p>An answer has few rows and the catalogue many stories, so no more stories are looked at than
 * the best candidates belong to, wherever that is enough.
 */
final class StoryRows {
  /** Where rows are ranked by their best part, stories seldom have more of the best titles. */
  private static final int PARTS_AMONG_THE_BEST = 4;

  private static final int SPARE = 16;

  private final Franchises franchises;
  private final float[] scores;
  private final int[] watchers;
  private final BitSet candidates;
  private final BitSet passedOver;
  private final boolean byEntry;

  /** The stories that have candidates and no row. */
  private final BitSet withoutRow = new BitSet();

  /**
   * @param scores one a catalogue row
   * @param watchers decides between equal scores, as in {@link TopK}
   * @param candidates catalogue rows that the person has not watched and that fit
   * @param passedOver catalogue rows that are no candidates though nobody watched them
   * @param byEntry whether a story ranks where its entry does
   */
  StoryRows(
      Franchises franchises,
      float[] scores,
      int[] watchers,
      BitSet candidates,
      BitSet passedOver,
      boolean byEntry) {
    this.franchises = franchises;
    this.scores = scores;
    this.watchers = watchers;
    this.candidates = candidates;
    this.passedOver = passedOver;
    this.byEntry = byEntry;
    for (int row = passedOver.nextSetBit(0); row >= 0; row = passedOver.nextSetBit(row + 1)) {
      int story = franchises.of(row);
      if (!withoutRow.get(story) && hasCandidate(story) && isPassedOver(story)) {
        withoutRow.set(story);
      }
    }
  }

  /**
   * Of the first stories the candidate that ranks each, the best first.
   *
   * @param k how many at the most
   */
  int[] first(int k) {
    long pool = (long) PARTS_AMONG_THE_BEST * k + SPARE;
    if (!byEntry && pool < candidates.cardinality()) {
      int[] first = firstAmong(TopK.of(scores, watchers, candidates, (int) pool), k);
      if (first.length == k) {
        return first;
      }
    }
    return TopK.of(scores, watchers, ranking(), k);
  }

  /** The same where only the best candidates, which are given, are looked at. */
  private int[] firstAmong(int[] best, int k) {
    BitSet met = (BitSet) withoutRow.clone();
    int[] first = new int[k];
    int found = 0;
    for (int i = 0; i < best.length && found < k; i++) {
      int story = franchises.of(best[i]);
      if (!met.get(story)) {
        met.set(story);
        first[found++] = best[i];
      }
    }
    return Arrays.copyOf(first, found);
  }

  /** Of each story the candidate that ranks it. */
  private BitSet ranking() {
    int[] bestOf = new int[franchises.count()];
    Arrays.fill(bestOf, -1);
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      int story = franchises.of(row);
      if (bestOf[story] < 0 || TopK.before(row, bestOf[story], scores, watchers)) {
        bestOf[story] = row;
      }
    }
    BitSet ranking = new BitSet();
    for (int story = 0; story < bestOf.length; story++) {
      if (bestOf[story] >= 0 && !withoutRow.get(story)) {
        ranking.set(byEntry ? entry(story, candidates) : bestOf[story]);
      }
    }
    return ranking;
  }

  /** How many stories have a row. */
  int count() {
    int outside = franchises.titles() - candidates.cardinality();
    BitSet met = new BitSet(franchises.count());
    if (outside > candidates.cardinality()) {
      for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
        met.set(franchises.of(row));
      }
      return met.cardinality() - withoutRow.cardinality();
    }
    // Nearly every story has a candidate, so those that have none are counted.
    for (int row = candidates.nextClearBit(0);
        row < franchises.titles();
        row = candidates.nextClearBit(row + 1)) {
      int story = franchises.of(row);
      // One that stands alone needs no look, and most do.
      if (franchises.size(story) == 1 || !met.get(story) && !hasCandidate(story)) {
        met.set(story);
      }
    }
    return franchises.count() - met.cardinality() - withoutRow.cardinality();
  }

  /** The row of the story that a candidate ranks. */
  Ranking.Row row(int rankedBy) {
    int story = franchises.of(rankedBy);
    int entry = entry(story, candidates);
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < franchises.size(story); i++) {
      int part = franchises.member(story, i);
      if (part != entry && candidates.get(part)) {
        others.add(part);
      }
    }
    return new Ranking.Row(rankedBy, entry, others);
  }

  private boolean hasCandidate(int story) {
    int size = franchises.size(story);
    for (int i = 0; i < size; i++) {
      if (candidates.get(franchises.member(story, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a story would be entered at a title passed over. */
  private boolean isPassedOver(int story) {
    BitSet unwatched = new BitSet();
    for (int i = 0; i < franchises.size(story); i++) {
      int part = franchises.member(story, i);
      unwatched.set(part, candidates.get(part) || passedOver.get(part));
    }
    return passedOver.get(entry(story, unwatched));
  }

  /**
   * The title at which a story is entered.
   *
   * @param among the titles it may be; one of the story at least
   */
  private int entry(int story, BitSet among) {
    int first = -1;
    for (int i = 0; i < franchises.size(story); i++) {
      int part = franchises.member(story, i);
      if (among.get(part)) {
        if (!franchises.aside(part)) {
          return part;
        }
        first = first < 0 ? part : first;
      }
    }
    return first;
  }
}
