package osusume.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * Protocol P2: rated titles only; of what a user rated no lower than their third quartile, and of
 * what they rated no higher than their first, a fifth each is held out.
 */
final class QuartileSplit implements Split {
  private static final int FIFTHS = 5;

  private final int fold;
  private final Dataset training;
  private final List<HeldOut> people = new ArrayList<>();

  private record HeldOut(int row, int[] top, int[] bottom) {}

  QuartileSplit(Dataset data, long seed, int fold) {
    this.fold = fold;
    RatingMatrix all = data.ratings();
    Folds top = new Folds(new Draw(seed, "top"), FIFTHS);
    Folds bottom = new Folds(new Draw(seed, "bottom"), FIFTHS);
    BitSet out = unrated(all);
    for (int row : testable(all)) {
      int[] rated = RatedRows.entries(all, row);
      double[] quartiles = quartiles(all, rated);
      int[] held1 = heldOut(top, all, row, fold, rated, quartiles[1], Double.POSITIVE_INFINITY);
      int[] held2 = heldOut(bottom, all, row, fold, rated, 0, quartiles[0]);
      IntStream.of(held1).forEach(out::set);
      IntStream.of(held2).forEach(out::set);
      people.add(new HeldOut(row, RatedRows.columns(all, held1), RatedRows.columns(all, held2)));
    }
    this.training =
        TrainingPart.withoutEntries(data, out, "quartiles seed %d fold %d".formatted(seed, fold));
  }

  private static BitSet unrated(RatingMatrix all) {
    BitSet unrated = new BitSet(all.entryCount());
    for (int e = 0; e < all.entryCount(); e++) {
      unrated.set(e, all.values()[e] < 0);
    }
    return unrated;
  }

  /** The rows with more than 20 ratings whose quartiles differ. */
  static int[] testable(RatingMatrix all) {
    return IntStream.of(RatedRows.testable(all))
        .filter(
            row -> {
              double[] quartiles = quartiles(all, RatedRows.entries(all, row));
              return quartiles[0] < quartiles[1];
            })
        .toArray();
  }

  /** The first and third quartile, interpolated as NumPy does it. */
  private static double[] quartiles(RatingMatrix all, int[] entries) {
    double[] ratings = IntStream.of(entries).mapToDouble(e -> all.values()[e]).toArray();
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(ratings);
    return new double[] {percentile.evaluate(25), percentile.evaluate(75)};
  }

  private static int[] heldOut(
      Folds folds, RatingMatrix all, int row, int fold, int[] rated, double from, double to) {
    int[] within =
        IntStream.of(rated).filter(e -> all.values()[e] >= from && all.values()[e] <= to).toArray();
    return IntStream.of(folds.heldOut(within.length, all.idOfRow(row), fold))
        .map(i -> within[i])
        .sorted()
        .toArray();
  }

  @Override
  public String label() {
    return "likes above dislikes, fold " + (fold + 1);
  }

  @Override
  public Set<Protocol> tests() {
    return Set.of(Protocol.P2);
  }

  @Override
  public Dataset training() {
    return training;
  }

  @Override
  public int people() {
    return people.size();
  }

  @Override
  public List<Case.Order> cases(int person) {
    HeldOut held = people.get(person);
    RatingMatrix ratings = training.ratings();
    return List.of(
        new Case.Order(
            Condition.of(Protocol.P2),
            ratings.idOfRow(held.row),
            Taste.ofUser(ratings, held.row),
            held.top,
            held.bottom));
  }
}
