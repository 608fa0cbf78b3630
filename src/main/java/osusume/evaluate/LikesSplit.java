package osusume.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.recommend.Franchises;

/** Protocols P1 and P1f: of each tested user's likes a fifth is held out. */
final class LikesSplit implements Split {
  private static final int FIFTHS = 5;

  private final Set<Protocol> protocols;
  private final int fold;
  private final Franchises franchises;
  private final Dataset training;
  private final int[] rows;
  private final int[][] heldOut;

  /**
   * @param protocols which of P1 and P1f are wanted
   */
  LikesSplit(Dataset data, Franchises franchises, Set<Protocol> protocols, long seed, int fold) {
    this.protocols = protocols;
    this.fold = fold;
    this.franchises = franchises;
    RatingMatrix all = data.ratings();
    this.rows = RatedRows.testable(all);
    this.heldOut = new int[rows.length][];
    Folds folds = new Folds(new Draw(seed, "likes"), FIFTHS);
    BitSet entries = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      int[] liked = RatedRows.liked(all, rows[i]);
      int[] held =
          IntStream.of(folds.heldOut(liked.length, all.idOfRow(rows[i]), fold))
              .map(n -> liked[n])
              .sorted()
              .toArray();
      IntStream.of(held).forEach(entries::set);
      heldOut[i] = RatedRows.columns(all, held);
    }
    this.training =
        TrainingPart.withoutEntries(data, entries, "likes seed %d fold %d".formatted(seed, fold));
  }

  @Override
  public String label() {
    return "held-out likes, fold " + (fold + 1);
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
    Taste taste = Taste.ofUser(training.ratings(), rows[person]);
    int userId = training.ratings().idOfRow(rows[person]);
    int size = training.catalogue().size();
    List<Case.Ranking> cases = new ArrayList<>();
    if (protocols.contains(Protocol.P1)) {
      BitSet candidates = taste.leaveOut();
      candidates.flip(0, size);
      cases.add(
          new Case.Ranking(Condition.of(Protocol.P1), userId, taste, heldOut[person], candidates));
    }
    if (protocols.contains(Protocol.P1F)) {
      BitSet candidates = franchises.rowsOf(taste.leaveOut());
      candidates.flip(0, size);
      int[] fresh = IntStream.of(heldOut[person]).filter(candidates::get).toArray();
      if (fresh.length > 0) {
        cases.add(new Case.Ranking(Condition.of(Protocol.P1F), userId, taste, fresh, candidates));
      }
    }
    return cases;
  }
}
