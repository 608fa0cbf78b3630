package osusume.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/** Protocol P4 and the cold start: a tenth of the testable users is wholly left out of training. */
final class PeopleSplit implements Split {
  /** How many folds the protocol has. */
  static final int FOLDS = 3;

  /** Two people in each tenth. */
  static final int PEOPLE_NEEDED = 20;

  private static final int TENTHS = 10;
  private static final int FIFTHS = 5;

  private final Set<Protocol> protocols;
  private final long seed;
  private final int fold;
  private final RatingMatrix all;
  private final Dataset training;
  private final int[] rows;

  /**
   * @param protocols which of P4 and the cold start are wanted
   */
  PeopleSplit(Dataset data, Set<Protocol> protocols, long seed, int fold) {
    this.protocols = protocols;
    this.seed = seed;
    this.fold = fold;
    this.all = data.ratings();
    int[] testable = RatedRows.testable(all);
    this.rows =
        IntStream.of(new Folds(new Draw(seed, "people"), TENTHS).heldOut(testable.length, 0, fold))
            .map(i -> testable[i])
            .sorted()
            .toArray();
    BitSet leftOut = new BitSet();
    IntStream.of(rows).forEach(leftOut::set);
    this.training =
        TrainingPart.withoutRows(data, leftOut, "people seed %d fold %d".formatted(seed, fold));
  }

  @Override
  public String label() {
    return "people never seen, fold " + (fold + 1);
  }

  @Override
  public Set<Protocol> tests() {
    return protocols;
  }

  @Override
  public Dataset training() {
    return training;
  }

  @Override
  public int people() {
    return rows.length;
  }

  @Override
  public List<Case.Ranking> cases(int person) {
    int row = rows[person];
    int[] watched = IntStream.range(all.starts()[row], all.starts()[row + 1]).toArray();
    List<Case.Ranking> cases = new ArrayList<>();
    if (protocols.contains(Protocol.P4)) {
      BitSet asked = new BitSet();
      IntStream.of(
              new Folds(new Draw(seed, "watches"), FIFTHS)
                  .heldOut(watched.length, all.idOfRow(row), 0))
          .forEach(i -> asked.set(watched[i]));
      cases.add(ranking(Condition.of(Protocol.P4), row, without(watched, asked), asked));
    }
    if (protocols.contains(Protocol.COLD_START)) {
      int[] order = new Draw(seed, "cold start").permutation(watched.length, all.idOfRow(row), 0);
      BitSet liked = new BitSet();
      IntStream.of(RatedRows.liked(all, row)).forEach(liked::set);
      for (int given : Protocol.COLD_START_TITLES) {
        if (given < order.length) {
          int[] told = IntStream.of(order).limit(given).map(i -> watched[i]).sorted().toArray();
          BitSet rest = (BitSet) liked.clone();
          IntStream.of(told).forEach(rest::clear);
          if (!rest.isEmpty()) {
            cases.add(ranking(new Condition(Protocol.COLD_START, given), row, told, rest));
          }
        }
      }
    }
    return cases;
  }

  private static int[] without(int[] entries, BitSet leftOut) {
    return IntStream.of(entries).filter(e -> !leftOut.get(e)).toArray();
  }

  private Case.Ranking ranking(Condition condition, int row, int[] told, BitSet asked) {
    byte[] ratings = new byte[told.length];
    for (int i = 0; i < told.length; i++) {
      ratings[i] = all.values()[told[i]];
    }
    Taste taste = Taste.of(RatedRows.columns(all, told), ratings);
    BitSet candidates = taste.leaveOut();
    candidates.flip(0, all.columnCount());
    int[] relevant = RatedRows.columns(all, asked.stream().toArray());
    return new Case.Ranking(condition, all.idOfRow(row), taste, relevant, candidates);
  }
}
