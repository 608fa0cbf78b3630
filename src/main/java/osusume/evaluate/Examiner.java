package osusume.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.recommend.TopK;

/** Holds what a strategy says against the truth. Immutable; may be asked from any thread. */
final class Examiner {
  private static final int TEN = 10;
  private static final int TWENTY = 20;

  private final int[] watchers;
  private final int[] popularityRank;
  private final Diversity diversity;

  /**
   * @param training the part that strategies learn from: popularity is counted there
   */
  Examiner(Dataset training) {
    watchers = new int[training.catalogue().size()];
    for (int column : training.ratings().columns()) {
      watchers[column]++;
    }
    popularityRank = new int[watchers.length];
    BitSet all = new BitSet();
    all.set(0, watchers.length);
    int[] byWatchers = TopK.of(new float[watchers.length], watchers, all, watchers.length);
    for (int i = 0; i < byWatchers.length; i++) {
      popularityRank[byWatchers[i]] = i + 1;
    }
    diversity = new Diversity(training.catalogue());
  }

  /** The marks in all cases of one person. */
  List<Marks> marks(Contestant contestant, List<? extends Case> cases) {
    List<Marks> marks = new ArrayList<>(cases.size());
    Taste scored = null;
    float[] scores = null;
    for (Case one : cases) {
      marks.add(
          switch (one) {
            case Case.Ranking ranking -> {
              if (ranking.taste() != scored) {
                scored = ranking.taste();
                scores = ((Contestant.Ranker) contestant).scores(scored);
              }
              yield ranked(ranking, scores);
            }
            case Case.Order order -> ordered(order, contestant);
            case Case.Rated rated -> rated(rated, contestant);
          });
    }
    return marks;
  }

  private Marks ranked(Case.Ranking ranking, float[] scores) {
    int[] best = TopK.of(scores, watchers, ranking.candidates(), TWENTY);
    BitSet relevant = new BitSet();
    IntStream.of(ranking.relevant()).forEach(relevant::set);
    double[] sums = {
      RankingMetrics.ndcg(best, relevant, TEN),
      RankingMetrics.recall(best, relevant, TEN),
      RankingMetrics.recall(best, relevant, TWENTY),
      RankingMetrics.mean(best, popularityRank, TEN),
      diversity.of(best, TEN)
    };
    int[] top = Arrays.copyOf(best, Math.min(TEN, best.length));
    return new Marks(ranking.condition(), ranking.userId(), sums, 1, top);
  }

  private static Marks ordered(Case.Order order, Contestant contestant) {
    int tops = order.top().length;
    int[] rows = Arrays.copyOf(order.top(), tops + order.bottom().length);
    System.arraycopy(order.bottom(), 0, rows, tops, order.bottom().length);
    float[] numbers = contestant.numbers(order.taste(), rows);
    float[] top = Arrays.copyOf(numbers, tops);
    float[] bottom = Arrays.copyOfRange(numbers, tops, numbers.length);
    double[] sums = {OrderMetrics.auc(top, bottom), OrderMetrics.precision(top, bottom)};
    return new Marks(order.condition(), order.userId(), sums, 1, new int[0]);
  }

  private static Marks rated(Case.Rated rated, Contestant contestant) {
    float[] predicted = contestant.numbers(rated.taste(), rated.rows());
    double squares = 0;
    double sizes = 0;
    for (int i = 0; i < predicted.length; i++) {
      double error = Math.clamp(predicted[i], 1f, 10f) - rated.ratings()[i];
      squares += error * error;
      sizes += Math.abs(error);
    }
    double[] sums = {squares, sizes};
    return new Marks(rated.condition(), rated.userId(), sums, predicted.length, new int[0]);
  }
}
