package osusume.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import osusume.data.Dataset;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;
import osusume.recommend.Fitting;
import osusume.recommend.Franchises;
import osusume.recommend.FreshFitting;
import osusume.recommend.PopularRecommender;
import osusume.recommend.Strategy;
import osusume.recommend.rating.RatingStrategy;

/**
 * Runs a {@link Plan}: makes each split, fits every strategy on its training part once, and tests
 * it on the people of the split. Protocols that need the same split share its fits. One evaluation
 * runs in one caller's thread and uses as many more as it is told.
 */
public final class Evaluation {
  private static final int PEOPLE_PER_BLOCK = 8;

  private final Dataset data;
  private final Plan plan;
  private final Progress progress;
  private final ParallelBlocks blocks;
  private final Map<Condition, Map<String, Tally>> tallies = new LinkedHashMap<>();

  private Evaluation(Dataset data, Plan plan, Progress progress, ParallelBlocks blocks) {
    this.data = data;
    this.plan = plan;
    this.progress = progress;
    this.blocks = blocks;
  }

  /**
   * Why a data set can't be put to a protocol, before anything is run: it has too few people or
   * ratings. Looks through all ratings.
   *
   * @return a sentence for a person; empty: it can
   */
  public static Optional<String> lacking(Dataset data, Protocol protocol) {
    return Enough.lacking(data, protocol);
  }

  /**
   * Evaluates on all processors.
   *
   * @throws IllegalArgumentException if the data are too few for a protocol or a strategy; worded
   *     for a person
   * @throws osusume.progress.CancelledException if the person asked to stop
   */
  public static Report run(Dataset data, Plan plan, Progress progress) {
    return run(data, plan, Runtime.getRuntime().availableProcessors(), progress);
  }

  /** Like {@link #run(Dataset, Plan, Progress)}, with a number of threads for the tests. */
  static Report run(Dataset data, Plan plan, int threads, Progress progress) {
    Enough.check(data, plan);
    try (ParallelBlocks blocks = new ParallelBlocks(threads)) {
      return new Evaluation(data, plan, progress, blocks).run();
    }
  }

  private Report run() {
    List<Supplier<Split>> splits = splits();
    for (int i = 0; i < splits.size(); i++) {
      progress.check();
      test(
          splits.get(i).get(),
          progress.part((double) i / splits.size(), (i + 1.0) / splits.size()));
    }
    progress.report(1, "done");
    return new Report(
        data.name(), data.simulated(), data.fingerprint(), plan.seed(), plan.folds(), sections());
  }

  /** Made when their turn comes, for each holds a copy of the ratings. */
  private List<Supplier<Split>> splits() {
    List<Supplier<Split>> splits = new ArrayList<>();
    Set<Protocol> likes = both(Protocol.P1, Protocol.P1F);
    Set<Protocol> people = both(Protocol.P4, Protocol.COLD_START);
    long seed = plan.seed();
    if (!likes.isEmpty()) {
      Franchises franchises = Franchises.of(data.catalogue());
      folds(1, splits, fold -> new LikesSplit(data, franchises, likes, seed, fold));
    }
    if (plan.protocols().contains(Protocol.P2)) {
      folds(1, splits, fold -> new QuartileSplit(data, seed, fold));
    }
    if (plan.protocols().contains(Protocol.P3)) {
      folds(1, splits, fold -> new RatingSplit(data, seed, fold));
    }
    if (!people.isEmpty()) {
      folds(PeopleSplit.FOLDS, splits, fold -> new PeopleSplit(data, people, seed, fold));
    }
    return splits;
  }

  private Set<Protocol> both(Protocol one, Protocol other) {
    Set<Protocol> wanted = EnumSet.of(one, other);
    wanted.retainAll(plan.protocols());
    return wanted;
  }

  private interface SplitOfFold {
    Split make(int fold);
  }

  private void folds(int each, List<Supplier<Split>> splits, SplitOfFold splitOfFold) {
    for (int fold = 0; fold < plan.folds() * each; fold++) {
      int number = fold;
      splits.add(() -> splitOfFold.make(number));
    }
  }

  private interface Fit {
    Contestant fit(Fitting fitting);
  }

  private void test(Split split, Progress whole) {
    Examiner examiner = new Examiner(split.training());
    PopularRecommender popular = new PopularRecommender(split.training());
    Map<String, Fit> fits = new LinkedHashMap<>();
    if (split.tests().stream().anyMatch(Protocol::ranks)) {
      for (Strategy strategy : plan.rankers()) {
        fits.put(strategy.name(), fitting -> new Contestant.Ranker(strategy.fit(fitting), popular));
      }
    }
    if (split.tests().stream().anyMatch(Protocol::rates)) {
      for (RatingStrategy strategy : plan.raters()) {
        fits.put(
            strategy.name(),
            fitting -> new Contestant.Rater(strategy.name(), strategy.fit(fitting)));
      }
    }
    StepProgress step = new StepProgress();
    Fitting fitting = new FreshFitting(split.training(), plan.nmf(), step);
    int done = 0;
    for (Map.Entry<String, Fit> entry : fits.entrySet()) {
      double from = (double) done / fits.size();
      double to = (done + 1.0) / fits.size();
      double half = (from + to) / 2;
      String what = split.label() + ": " + entry.getKey();
      step.become(whole.part(from, half), what);
      step.check();
      step.report(0, "fitting");
      Contestant contestant = entry.getValue().fit(fitting);
      step.become(whole.part(half, to), what);
      add(entry.getKey(), marks(split, examiner, contestant, step));
      done++;
    }
  }

  private List<List<Marks>> marks(
      Split split, Examiner examiner, Contestant contestant, Progress step) {
    int people = split.people();
    List<List<Marks>> marks = new ArrayList<>(Collections.nCopies(people, List.of()));
    AtomicInteger done = new AtomicInteger();
    blocks.run(
        (people + PEOPLE_PER_BLOCK - 1) / PEOPLE_PER_BLOCK,
        (block, worker) -> {
          step.check();
          int end = Math.min(people, (block + 1) * PEOPLE_PER_BLOCK);
          for (int person = block * PEOPLE_PER_BLOCK; person < end; person++) {
            marks.set(person, examiner.marks(contestant, split.cases(person)));
            step.report((double) done.incrementAndGet() / people, "testing");
          }
        });
    return marks;
  }

  private void add(String strategy, List<List<Marks>> marks) {
    Map<Condition, List<Marks>> byCondition = new LinkedHashMap<>();
    for (List<Marks> person : marks) {
      for (Marks one : person) {
        byCondition.computeIfAbsent(one.condition(), c -> new ArrayList<>()).add(one);
      }
    }
    byCondition.forEach(
        (condition, of) ->
            tallies
                .computeIfAbsent(condition, c -> new LinkedHashMap<>())
                .computeIfAbsent(strategy, s -> new Tally(condition, data.catalogue().size()))
                .add(of));
  }

  private List<Section> sections() {
    for (Protocol protocol : plan.protocols()) {
      if (tallies.keySet().stream().noneMatch(found -> found.protocol() == protocol)) {
        throw new IllegalArgumentException(
            protocol.key() + " found nobody to test in this data set.");
      }
    }
    return tallies.keySet().stream()
        .sorted(Comparator.comparing(Condition::protocol).thenComparingInt(Condition::given))
        .map(this::section)
        .toList();
  }

  private Section section(Condition condition) {
    Map<String, Tally> byStrategy = tallies.get(condition);
    Map<String, Map<Metric, Estimate>> estimates = new LinkedHashMap<>();
    byStrategy.forEach((strategy, tally) -> estimates.put(strategy, tally.estimates()));
    List<Figure> figures = new ArrayList<>();
    estimates.forEach(
        (strategy, byMetric) -> {
          byMetric.forEach(
              (metric, estimate) -> figures.add(Figure.of(strategy, metric, estimate)));
          if (byMetric.containsKey(Metric.NDCG_10)) {
            figures.add(Figure.coverage(strategy, byStrategy.get(strategy).coverage()));
          }
        });
    int people = byStrategy.values().iterator().next().people();
    return new Section(condition, people, figures, differences(estimates));
  }

  private static List<Difference> differences(Map<String, Map<Metric, Estimate>> estimates) {
    List<String> strategies = List.copyOf(estimates.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      for (int i = 0; i < strategies.size() && metric.tellsQuality(); i++) {
        Estimate one = estimates.get(strategies.get(i)).get(metric);
        for (int j = i + 1; j < strategies.size() && one != null; j++) {
          Estimate other = estimates.get(strategies.get(j)).get(metric);
          differences.add(
              Difference.of(strategies.get(i), strategies.get(j), metric, one.minus(other)));
        }
      }
    }
    return differences;
  }
}
