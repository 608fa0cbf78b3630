package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.profile.Everybody;
import osusume.recommend.profile.Habits;
import osusume.recommend.profile.ProfileRecommender;

/** One feature at a time weighs 1 and all others nothing, so that what it adds is all there is. */
class BlendReasonsTest {
  /** Checkerboard's ratings; the titles 2 and 3 are parts of the story of title 1. */
  private static final Dataset DATA = withAStory(Checkerboard.data());

  private static final NmfSettings GROUPS =
      new NmfSettings(2, 100, 1e-6, NmfSettings.Start.NNDSVD, 1);
  private static final NmfModel NMF = new FreshFitting(DATA, GROUPS, Progress.NONE).nmf();
  private static final SimilarModel SIMILAR = SimilarTraining.train(DATA, "1", 1, Progress.NONE);
  private static final BlendModel MODEL = BlendTraining.train(DATA, GROUPS, "1", 1, Progress.NONE);
  private static final SimilarRecommender SIMILAR_ONES = new SimilarRecommender(DATA, SIMILAR);
  private static final PeopleRecommender PEOPLE = new PeopleRecommender(DATA);
  private static final BlendFacts FACTS =
      new BlendFacts(
          new DatasetFacts(DATA),
          SIMILAR_ONES,
          NMF,
          IntStream.range(0, Checkerboard.TITLES).toArray(),
          MODEL.together());
  private static final Taste TASTE =
      Taste.of(new int[] {0, 1, 2, 6, 25}, new byte[] {9, 10, 4, -1, 7});
  private static final BlendTaste ASKED = FACTS.of(TASTE, Tuning.NONE);
  private static final int[] UNWATCHED = {3, 5, 9, 12, 18, 24, 30};

  private static Dataset withAStory(Dataset plain) {
    Catalogue old = plain.catalogue();
    List<String> parts = List.of("Zefirelle", "Zefirelle 2", "Zefirelle 3");
    return new Dataset(
        plain.name(),
        false,
        new Catalogue(
            IntStream.range(0, old.size())
                .mapToObj(
                    row -> {
                      Anime anime = old.anime(row);
                      return new Anime(
                          anime.id(),
                          row >= 1 && row <= 3 ? parts.get(row - 1) : anime.name(),
                          row % 3 == 0 ? List.of("Drama", "Music") : anime.genres(),
                          row % 5 == 0 ? "Movie" : "TV",
                          row % 7 == 0 ? 1 : 12,
                          7,
                          1000 + row);
                    })
                .toList()),
        plain.ratings(),
        plain.fingerprint(),
        plain.report());
  }

  private static List<Reason> reasons(int row, BlendFeature... features) {
    float[] weights = new float[BlendFeature.COUNT];
    for (BlendFeature feature : features) {
      weights[feature.ordinal()] = 1;
    }
    return new BlendReasons(FACTS, weights, ASKED).of(row, 100);
  }

  private static double above(int row, BlendFeature feature) {
    float[] values = ASKED.features()[feature.ordinal()];
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    return values[row] - mean;
  }

  private static Map<Integer, Double> watched(List<Reason> reasons) {
    Map<Integer, Double> shares = new HashMap<>();
    for (Reason reason : reasons) {
      assertThat(reason).isInstanceOf(Reason.Watched.class);
      shares.put(((Reason.Watched) reason).animeRow(), reason.share());
    }
    return shares;
  }

  private static void assertSharesOf(double[] parts, List<Reason> reasons) {
    double sum = Arrays.stream(parts).filter(part -> part > 0).sum();
    Map<Integer, Double> shares = watched(reasons);
    for (int entry = 0; entry < parts.length; entry++) {
      double share = parts[entry] / sum;
      if (share >= 0.0101) {
        assertThat(shares.get(TASTE.row(entry))).isCloseTo(share, within(1e-6));
      } else if (share < 0.0099) {
        assertThat(shares).doesNotContainKey(TASTE.row(entry));
      }
    }
  }

  @Test
  void similarIsDividedByWhatEachTitleAddsToItsScore() {
    int tested = 0;
    for (int row : UNWATCHED) {
      List<Reason> reasons = reasons(row, BlendFeature.SIMILAR);
      if (above(row, BlendFeature.SIMILAR) > 0) {
        assertSharesOf(SIMILAR_ONES.contributions(TASTE, row), reasons);
        tested++;
      } else {
        assertThat(reasons).isEmpty();
      }
    }
    assertThat(tested).isPositive();
  }

  @Test
  void peopleIsDividedByWhatMadeThemAlike() {
    int tested = 0;
    for (int row : UNWATCHED) {
      List<Reason> reasons = reasons(row, BlendFeature.PEOPLE);
      if (above(row, BlendFeature.PEOPLE) > 0) {
        assertSharesOf(PEOPLE.neighbourhood(TASTE).shares(row), reasons);
        tested++;
      } else {
        assertThat(reasons).isEmpty();
      }
    }
    assertThat(tested).isPositive();
  }

  @Test
  void aLinkGoesToTheTitleItStartsFrom() {
    RatingMatrix ratings = DATA.ratings();
    int[] watchers = KnownTitles.watchers(ratings);
    int tested = 0;
    for (int row : UNWATCHED) {
      int strongest =
          IntStream.range(0, TASTE.size())
              .boxed()
              .max(
                  Comparator.comparingDouble(
                      e ->
                          MODEL.together().at(TASTE.row(e), row) / (watchers[TASTE.row(e)] + 15.0)))
              .orElseThrow();
      if (above(row, BlendFeature.CONFIDENCE) > 0) {
        assertThat(watched(reasons(row, BlendFeature.CONFIDENCE)))
            .containsExactly(Map.entry(TASTE.row(strongest), 1.0));
        tested++;
      }
    }
    assertThat(tested).isPositive();
  }

  @Test
  void aStoryBegunGoesToItsWatchedPartsAlike() {
    assertThat(watched(reasons(3, BlendFeature.MET)))
        .containsExactlyInAnyOrderEntriesOf(Map.of(1, 0.5, 2, 0.5));
    assertThat(reasons(9, BlendFeature.MET)).isEmpty();
    assertThat(reasons(3, BlendFeature.PARTS)).isEmpty();
    assertThat(reasons(3, BlendFeature.MAIN_PART)).isEmpty();
  }

  @Test
  void groupsGetTheirPartsOfTheScoreOfMix() {
    int tested = 0;
    for (int row : UNWATCHED) {
      List<Reason> given = reasons(row, BlendFeature.GROUPS);
      if (above(row, BlendFeature.GROUPS) > 0) {
        List<Reason> own =
            FACTS.mix().reasons(TASTE, row, 100).stream()
                .filter(reason -> reason instanceof Reason.Group)
                .toList();
        // The reasons of mix leave out groups below a hundredth, which here stay a rest.
        assertThat(given).hasSameSizeAs(own);
        for (int i = 0; i < own.size(); i++) {
          assertThat(given.get(i).share()).isCloseTo(own.get(i).share(), within(0.011));
        }
        tested++;
      }
    }
    assertThat(tested).isPositive();
  }

  @Test
  void aHabitGoesToWhatSpeaksForIt() {
    Habits habits = Habits.of(Everybody.of(DATA), TASTE);
    int tested = 0;
    for (int row : UNWATCHED) {
      if (above(row, BlendFeature.HABIT_GENRES) > 0) {
        Map<String, Double> expected = new HashMap<>();
        ProfileRecommender.parts(habits, Habit.GENRES, row).stream()
            .filter(part -> part.share() > 0)
            .forEach(part -> expected.put(part.value(), part.share()));
        double sum = expected.values().stream().mapToDouble(Double::doubleValue).sum();
        for (Reason reason : reasons(row, BlendFeature.HABIT_GENRES)) {
          var choice = (Reason.Choice) reason;
          assertThat(choice.habit()).isEqualTo(Habit.GENRES);
          assertThat(choice.share()).isCloseTo(expected.get(choice.value()) / sum, within(1e-6));
          tested++;
        }
      }
    }
    assertThat(tested).isPositive();
  }

  @Test
  void whatOthersDidHasReasonsOfItsOwnAndAgeHasNone() {
    int[] watchers = KnownTitles.watchers(DATA.ratings());
    for (int row : UNWATCHED) {
      List<Reason> popular = reasons(row, BlendFeature.POPULAR);
      if (above(row, BlendFeature.POPULAR) > 0) {
        assertThat(popular).containsExactly(new Reason.Popular(watchers[row], 1));
      } else {
        assertThat(popular).isEmpty();
      }
      List<Reason> rated = reasons(row, BlendFeature.RATED);
      if (above(row, BlendFeature.RATED) > 0) {
        assertThat(rated)
            .singleElement()
            .isInstanceOfSatisfying(
                Reason.Rated.class, reason -> assertThat(reason.share()).isEqualTo(1));
      }
      assertThat(reasons(row, BlendFeature.RECENT)).isEmpty();
      assertThat(reasons(row, BlendFeature.TIME)).isEmpty();
    }
  }

  @Test
  void theRestCountsInTheWhole() {
    for (int row : UNWATCHED) {
      double known = above(row, BlendFeature.POPULAR);
      double rest = above(row, BlendFeature.RECENT);
      List<Reason> reasons = reasons(row, BlendFeature.POPULAR, BlendFeature.RECENT);
      if (known > 0 && known / (known + Math.max(0, rest)) >= 0.011) {
        assertThat(reasons.getFirst().share())
            .isCloseTo(known / (known + Math.max(0, rest)), within(1e-6));
      }
    }
  }
}
