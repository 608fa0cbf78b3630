package osusume.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/** Protocol P3: a random tenth of all ratings is held out. */
final class RatingSplit implements Split {
  /** Two in each tenth. */
  static final int RATINGS_NEEDED = 20;

  private static final int TENTHS = 10;

  private final int fold;
  private final RatingMatrix all;
  private final Dataset training;
  private final BitSet heldOut = new BitSet();
  private final int[] rows;

  RatingSplit(Dataset data, long seed, int fold) {
    this.fold = fold;
    this.all = data.ratings();
    int[] rated = IntStream.range(0, all.entryCount()).filter(e -> all.values()[e] > 0).toArray();
    Folds folds = new Folds(new Draw(seed, "ratings"), TENTHS);
    for (int i : folds.heldOut(rated.length, 0, fold)) {
      heldOut.set(rated[i]);
    }
    this.rows = IntStream.range(0, all.rowCount()).filter(row -> heldOut(row).length > 0).toArray();
    this.training =
        TrainingPart.withoutEntries(data, heldOut, "ratings seed %d fold %d".formatted(seed, fold));
  }

  private int[] heldOut(int row) {
    int from = all.starts()[row];
    return heldOut.get(from, all.starts()[row + 1]).stream().map(e -> from + e).toArray();
  }

  @Override
  public String label() {
    return "rating error, fold " + (fold + 1);
  }

  @Override
  public Set<Protocol> tests() {
    return Set.of(Protocol.P3);
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
  public List<Case.Rated> cases(int person) {
    int row = rows[person];
    int[] held = heldOut(row);
    int[] ratings = Arrays.stream(held).map(e -> all.values()[e]).toArray();
    return List.of(
        new Case.Rated(
            Condition.of(Protocol.P3),
            all.idOfRow(row),
            Taste.ofUser(training.ratings(), row),
            RatedRows.columns(all, held),
            ratings));
  }
}
