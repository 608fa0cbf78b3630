package osusume.recommend.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import osusume.data.Anime;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.recommend.Habit;
import osusume.recommend.Reason;
import osusume.recommend.Recommender;

class ProfileRecommenderTest {
  private static final Map<Habit, Double> WEIGHTS =
      Map.of(
          Habit.SCALE, 0.2,
          Habit.GENRES, 0.85,
          Habit.LENGTH, 0.5,
          Habit.POPULARITY, 0.5,
          Habit.TYPE, 0.5);

  private static final Dataset DATA = People.random(80, 60);
  private static final Everybody EVERYBODY = Everybody.of(DATA);
  private static final Recommender PROFILE = ProfileRecommender.ofAll(EVERYBODY);

  /**
   * How many ratings there are, their mean and their spread.
   *
   * @param prior how many ratings with everybody's mean and spread are added
   */
  private record Rates(double count, double mean, double spread, double prior) {
    double standard(int rating) {
      double steadyMean = (count * mean + prior * 8) / (count + prior);
      double steadySpread = (count * spread + prior * 1.3) / (count + prior);
      return rating > 0 ? (rating - steadyMean) / (steadySpread + 0.5) : 0;
    }

    double weight(int rating) {
      double z = standard(rating);
      double x = z < -1.5 ? 0.225 + (z + 1.5) : 0.6 + 0.25 * z;
      if (prior > 0 && rating > 0 && rating <= 3) {
        return 0;
      }
      return Math.clamp(x, 0, 1.2);
    }
  }

  private static Rates rates(Taste taste) {
    double[] given =
        IntStream.range(0, taste.size())
            .map(taste::rating)
            .filter(rating -> rating > 0)
            .asDoubleStream()
            .toArray();
    double mean = IntStream.range(0, given.length).mapToDouble(i -> given[i]).average().orElse(0);
    double variance =
        IntStream.range(0, given.length)
            .mapToDouble(i -> (given[i] - mean) * (given[i] - mean))
            .average()
            .orElse(0);
    return new Rates(given.length, mean, Math.sqrt(variance), taste.userRow() < 0 ? 5 : 0);
  }

  private static long watchers(int row) {
    RatingMatrix ratings = DATA.ratings();
    return IntStream.range(0, ratings.rowCount())
        .filter(user -> ratings.at(user, row) != 0)
        .count();
  }

  private static double log(int row) {
    return Math.log(watchers(row) + 0.05);
  }

  private static double overWatches(java.util.function.IntToDoubleFunction of) {
    double sum = 0;
    long all = 0;
    for (int row = 0; row < DATA.catalogue().size(); row++) {
      sum += watchers(row) * of.applyAsDouble(row);
      all += watchers(row);
    }
    return sum / all;
  }

  private static final double TYPICAL = overWatches(ProfileRecommenderTest::log);

  private static double lift(Taste taste, double prior, java.util.function.IntPredicate has) {
    Rates rates = rates(taste);
    double everybody = overWatches(row -> has.test(row) ? 1 : 0);
    double chosen = 0;
    double all = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      double x = rates.weight(taste.rating(entry));
      all += x;
      chosen += has.test(taste.row(entry)) ? x : 0;
    }
    // log P(value | person) − log P(value | everybody)
    return everybody == 0
        ? 0
        : Math.log((chosen + prior * everybody) / (all + prior)) - Math.log(everybody);
  }

  private static int length(int episodes) {
    return episodes < 0
        ? 7
        : (int) IntStream.of(1, 6, 13, 26, 52, 100).filter(last -> episodes > last).count();
  }

  /** The number of one habit for one title, from the definition, slowly. */
  private static double number(Habit habit, Taste taste, int row) {
    Anime anime = DATA.catalogue().anime(row);
    Rates rates = rates(taste);
    return switch (habit) {
      case SCALE -> {
        double liking = 0;
        int raters = 0;
        double spreads = 0;
        int users = 0;
        for (int user = 0; user < DATA.ratings().rowCount(); user++) {
          Rates other = rates(Taste.ofUser(DATA.ratings(), user));
          int rating = DATA.ratings().at(user, row);
          liking += other.standard(rating);
          raters += rating > 0 ? 1 : 0;
          if (other.count() >= 5) {
            spreads += other.spread();
            users++;
          }
        }
        double spread =
            (rates.count() * rates.spread() + 10 * spreads / users) / (rates.count() + 10);
        yield rates.count() == 0 ? 0 : (spread + 0.5) * liking / (raters + 10);
      }
      case GENRES -> {
        double sum = 0;
        for (String genre : anime.genres()) {
          double liked = 0;
          int rated = 0;
          for (int entry = 0; entry < taste.size(); entry++) {
            if (taste.rating(entry) > 0 && genresOf(taste.row(entry)).contains(genre)) {
              liked += rates.standard(taste.rating(entry));
              rated++;
            }
          }
          sum += lift(taste, 20, other -> genresOf(other).contains(genre));
          sum += 1.2 * liked / (rated + 30);
        }
        yield sum / Math.sqrt(anime.genres().size());
      }
      case LENGTH -> {
        int length = length(anime.episodes());
        yield lift(taste, 50, other -> length(DATA.catalogue().anime(other).episodes()) == length);
      }
      case POPULARITY -> {
        double variance = overWatches(other -> (log(other) - TYPICAL) * (log(other) - TYPICAL));
        double sum = 0;
        double all = 0;
        for (int entry = 0; entry < taste.size(); entry++) {
          double x = rates.weight(taste.rating(entry));
          sum += x * (log(taste.row(entry)) - TYPICAL);
          all += x;
        }
        yield Math.max(-1, sum / (all + 20) / variance) * (log(row) - TYPICAL);
      }
      case TYPE ->
          lift(taste, 20, other -> DATA.catalogue().anime(other).type().equals(anime.type()));
    };
  }

  private static List<String> genresOf(int row) {
    return DATA.catalogue().anime(row).genres();
  }

  private static final List<Taste> TASTES =
      List.of(
          Taste.ofUser(DATA.ratings(), 0),
          Taste.ofUser(DATA.ratings(), 17),
          Taste.of(new int[] {3}, new byte[] {9}),
          Taste.of(new int[] {1, 4, 59}, new byte[] {-1, -1, -1}),
          Taste.of(new int[] {58, 59}, new byte[] {2, 10}));

  @ParameterizedTest
  @EnumSource(Habit.class)
  void everyNumberIsWhatItsDefinitionSays(Habit habit) {
    Recommender alone = ProfileRecommender.of(EVERYBODY, habit);
    assertThat(alone.name()).isEqualTo(habit.key());
    for (Taste taste : TASTES) {
      float[] numbers = ProfileRecommender.numbers(Habits.of(EVERYBODY, taste))[habit.ordinal()];
      float[] scores = alone.score(taste);
      for (int row = 0; row < numbers.length; row++) {
        double expected = number(habit, taste, row);
        assertThat((double) numbers[row]).isCloseTo(expected, within(1e-5));
        assertThat((double) scores[row])
            .isCloseTo(log(row) - TYPICAL + WEIGHTS.get(habit) * expected, within(1e-4));
      }
    }
  }

  @Test
  void theProfileIsTheirWeighedSum() {
    for (Taste taste : TASTES) {
      float[][] numbers = ProfileRecommender.numbers(Habits.of(EVERYBODY, taste));
      float[] scores = PROFILE.score(taste);
      for (int row = 0; row < scores.length; row++) {
        double expected = log(row) - TYPICAL;
        for (Habit habit : Habit.values()) {
          expected += WEIGHTS.get(habit) * numbers[habit.ordinal()][row];
        }
        assertThat((double) scores[row]).isCloseTo(expected, within(1e-4));
      }
    }
  }

  @Test
  void somebodyWhoRatesAPointHigherIsToldTheSame() {
    int[] rows = {2, 5, 9, 14};
    Taste low = user(rows, new byte[] {4, 6, 9, -1});
    Taste high = user(rows, new byte[] {5, 7, 10, -1});
    assertThat(PROFILE.score(high)).containsExactly(PROFILE.score(low), within(1e-5f));
  }

  private static Taste user(int[] rows, byte[] ratings) {
    int[] starts = {0, rows.length};
    int titles = DATA.catalogue().size();
    return Taste.ofUser(new RatingMatrix(new int[] {7}, starts, rows, ratings, titles), 0);
  }

  @Test
  void anEmptyListLeavesWhatIsPopular() {
    Taste empty = Taste.of(new int[0], new byte[0]);
    assertThat(PROFILE.knows(empty)).isFalse();
    float[] scores = PROFILE.score(empty);
    for (int row = 0; row < scores.length; row++) {
      assertThat((double) scores[row]).isCloseTo(log(row) - TYPICAL, within(1e-5));
    }
    Taste unrated = Taste.of(new int[] {1}, new byte[] {-1});
    assertThat(PROFILE.knows(unrated)).isTrue();
    assertThat(ProfileRecommender.of(EVERYBODY, Habit.SCALE).knows(unrated)).isFalse();
    assertThat(ProfileRecommender.of(EVERYBODY, Habit.GENRES).knows(unrated)).isTrue();
  }

  @Test
  void titlesNobodyWatchedComeLast() {
    for (Taste taste : TASTES) {
      float[] scores = PROFILE.score(taste);
      int[] last =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted(Comparator.comparingDouble(row -> scores[row]))
              .mapToInt(Integer::intValue)
              .limit(2)
              .toArray();
      assertThat(IntStream.of(last).filter(row -> watchers(row) > 0)).isEmpty();
    }
  }

  @Test
  void aUserOfTheDataSetAndAnOutsiderWhoRateNothingAreToldTheSame() {
    int[] rows = {2, 5, 9, 14};
    byte[] ratings = {-1, -1, -1, -1};
    assertThat(PROFILE.score(Taste.of(rows, ratings)))
        .containsExactly(PROFILE.score(user(rows, ratings)));
  }

  @Test
  void theSharesOfTheReasonsAreTheirExactPartsOfWhatRaisedTheScore() {
    int choices = 0;
    for (Taste taste : TASTES) {
      Habits habits = Habits.of(EVERYBODY, taste);
      for (int row = 0; row < DATA.catalogue().size(); row++) {
        List<Reason> reasons = PROFILE.reasons(taste, row, 100);
        double raised = Math.max(0, log(row) - TYPICAL);
        double lowered = Math.min(0, log(row) - TYPICAL);
        for (HabitScorer scorer : ProfileRecommender.SCORERS) {
          for (HabitScorer.Part part : scorer.parts(habits, row)) {
            raised += Math.max(0, scorer.weight() * part.amount());
            lowered += Math.min(0, scorer.weight() * part.amount());
          }
        }
        assertThat(raised + lowered).isCloseTo(PROFILE.score(taste)[row], within(1e-4));
        double said = 0;
        for (Reason reason : reasons) {
          said += reason.share();
          if (reason instanceof Reason.Popular popular) {
            assertThat((long) popular.watchers()).isEqualTo(watchers(row));
            assertThat(popular.share()).isCloseTo((log(row) - TYPICAL) / raised, within(1e-5));
          }
          if (reason instanceof Reason.Choice choice && choice.habit() == Habit.TYPE) {
            choices++;
            assertThat(choice.value()).isEqualTo(DATA.catalogue().anime(row).type());
            assertThat(choice.share())
                .isCloseTo(0.5 * number(Habit.TYPE, taste, row) / raised, within(1e-5));
          }
        }
        // Reasons below one in a hundred are left out: at most seven, with popularity eight.
        assertThat(said).isBetween(reasons.isEmpty() ? 0 : 0.91, 1 + 1e-9);
        List<Reason> first = PROFILE.reasons(taste, row, 1);
        assertThat(first.stream().filter(Reason.Choice.class::isInstance).count())
            .isLessThanOrEqualTo(1);
        assertThat(reasons).containsAll(first);
      }
    }
    assertThat(choices).isPositive();
  }
}
