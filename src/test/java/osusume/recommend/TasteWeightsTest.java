package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

class TasteWeightsTest {
  private static Taste taste(int... ratings) {
    Taste.Builder list = Taste.builder();
    for (int row = 0; row < ratings.length; row++) {
      list.watched(row, ratings[row], 1);
    }
    return list.build();
  }

  /** What each entry says, in the order of the ratings. */
  private static double[] says(Taste taste) {
    TasteWeights scale = TasteWeights.of(taste);
    return IntStream.range(0, taste.size()).mapToDouble(entry -> scale.of(taste, entry)).toArray();
  }

  static List<int[]> lists() {
    return List.of(
        new int[] {1},
        new int[] {10, 1},
        new int[] {10, 10, 1},
        new int[] {10, 10, 10, 10, 10, 10, 10, 1, 1, 1},
        new int[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1},
        IntStream.range(0, 1000).map(entry -> 10 - entry % 10).toArray(),
        new int[] {3, 3, 3, 3, 2, 1});
  }

  @ParameterizedTest
  @MethodSource("lists")
  void whatIsCalledVeryBadNeverSpeaksForItsLikeAndTheWorseTheMoreAgainstIt(int[] ratings) {
    Taste list = taste(ratings);
    double[] says = says(list);
    TasteWeights scale = TasteWeights.of(list);
    for (int entry = 0; entry < ratings.length; entry++) {
      if (ratings[entry] <= 3) {
        assertThat(says[entry]).isLessThanOrEqualTo(-0.099);
        assertThat(scale.against(list, entry)).isTrue();
      }
      if (ratings[entry] == 1) {
        assertThat(says[entry]).isCloseTo(-0.3, within(1e-6));
      }
      for (int other = 0; other < ratings.length; other++) {
        if (ratings[other] < ratings[entry]) {
          assertThat(says[other]).isLessThanOrEqualTo(says[entry]);
        }
      }
    }
  }

  @Test
  void aFirstRatingIsComparedWithWhatEverybodyGives() {
    assertThat(says(taste(10))[0]).isGreaterThan(0.6);
    assertThat(says(taste(8))[0]).isCloseTo(0.6, within(1e-6));
    assertThat(says(taste(5))[0]).isPositive().isLessThan(0.3);
    assertThat(TasteWeights.of(taste(5)).likes(5)).isFalse();
    assertThat(TasteWeights.of(taste(9)).likes(9)).isTrue();
    assertThat(says(taste(-1))[0]).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void withManyRatingsTheOwnScaleCounts() {
    int[] strict = new int[1000];
    Arrays.setAll(strict, entry -> 4 + entry % 3);
    double own = 0.6 + 0.25 / (Math.sqrt(2 / 3.0) + 0.5);
    assertThat(says(taste(strict))[2]).isCloseTo(own, within(0.01));
    assertThat(TasteWeights.of(taste(strict)).mean()).isCloseTo(5, within(0.001));
  }

  @Test
  void halfTheWeightIsHalfTheRatings() {
    Taste halved = Taste.builder().watched(0, 10, 0.5).watched(1, 10, 0.5).watched(2, 6, 1).build();
    double[] whole = says(taste(10, 6));
    assertThat(says(halved)[0]).isCloseTo(whole[0] / 2, within(1e-6));
    assertThat(says(halved)[2]).isCloseTo(whole[1], within(1e-6));
  }

  @Test
  void aUserOfTheDataSetHasTheScaleTheyHadInTraining() {
    byte[] ratings = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    RatingMatrix matrix =
        new RatingMatrix(
            new int[] {7}, new int[] {0, 10}, IntStream.range(0, 10).toArray(), ratings, 10);
    Taste user = Taste.ofUser(matrix, 0);
    TasteWeights scale = TasteWeights.of(user);
    for (int entry = 0; entry < ratings.length; entry++) {
      assertThat(scale.of(user, entry)).isEqualTo(scale.of(ratings[entry]));
      assertThat(scale.of(user, entry))
          .isEqualTo(TasteWeights.of(matrix, 0).of(ratings[entry]))
          .isPositive();
    }
  }
}
