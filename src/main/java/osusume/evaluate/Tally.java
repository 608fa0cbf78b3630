package osusume.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One strategy's marks under one condition, over all folds. */
final class Tally {
  private final Condition condition;
  private final int catalogueSize;
  private final List<Fold> folds = new ArrayList<>();

  /** The marks of one fold, one a case; {@code sums} has one array a metric. */
  private record Fold(int[] users, double[][] sums, double[] counts, int covered) {}

  Tally(Condition condition, int catalogueSize) {
    this.condition = condition;
    this.catalogueSize = catalogueSize;
  }

  /** What {@link Marks#sums} are, in their order. */
  static List<Metric> metrics(Protocol protocol) {
    return switch (protocol) {
      case P1, P1F, P4, COLD_START ->
          List.of(
              Metric.NDCG_10,
              Metric.RECALL_10,
              Metric.RECALL_20,
              Metric.POPULARITY_RANK_10,
              Metric.DIVERSITY_10);
      case P2 -> List.of(Metric.AUC, Metric.PRECISION);
      case P3 -> List.of(Metric.RMSE, Metric.MAE);
    };
  }

  /** Adds the marks of a fold, which are of this condition and in the order of the people. */
  void add(List<Marks> marks) {
    int metrics = metrics(condition.protocol()).size();
    int[] users = marks.stream().mapToInt(Marks::userId).toArray();
    double[] counts = marks.stream().mapToDouble(Marks::count).toArray();
    double[][] sums = new double[metrics][];
    for (int m = 0; m < metrics; m++) {
      int metric = m;
      sums[m] = marks.stream().mapToDouble(mark -> mark.sums()[metric]).toArray();
    }
    BitSet covered = new BitSet();
    marks.forEach(mark -> IntStream.of(mark.top()).forEach(covered::set));
    folds.add(new Fold(users, sums, counts, covered.cardinality()));
  }

  /**
   * The figures over people. Of somebody tested in several folds the folds are meaned first (in
   * {@link Protocol#P3}: their errors of all folds are taken together).
   */
  Map<Metric, Estimate> estimates() {
    Map<Integer, Integer> place = new LinkedHashMap<>();
    for (Fold fold : folds) {
      for (int user : fold.users) {
        place.putIfAbsent(user, place.size());
      }
    }
    List<Metric> metrics = metrics(condition.protocol());
    Map<Metric, Estimate> estimates = new LinkedHashMap<>();
    for (int m = 0; m < metrics.size(); m++) {
      double[] sums = new double[place.size()];
      double[] counts = new double[place.size()];
      for (Fold fold : folds) {
        for (int i = 0; i < fold.users.length; i++) {
          int at = place.get(fold.users[i]);
          sums[at] += fold.sums[m][i];
          counts[at] += fold.counts[i];
        }
      }
      estimates.put(metrics.get(m), estimate(metrics.get(m), sums, counts));
    }
    return estimates;
  }

  private static Estimate estimate(Metric metric, double[] sums, double[] counts) {
    return switch (metric) {
      case RMSE -> Estimate.ofRatio(sums, counts).root();
      case MAE -> Estimate.ofRatio(sums, counts);
      default -> {
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> sums[i] / counts[i]);
        yield Estimate.ofMean(means);
      }
    };
  }

  /** How many people were tested. */
  int people() {
    return (int) folds.stream().flatMapToInt(fold -> IntStream.of(fold.users)).distinct().count();
  }

  /** The share of the catalogue in somebody's first ten, meaned over the folds. */
  double coverage() {
    return folds.stream().mapToInt(Fold::covered).average().orElse(0) / catalogueSize;
  }
}
