package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.progress.Progress;
import osusume.recommend.Checkerboard;

/** What the weights of a list do to predicted ratings. */
class WeightedRatingsTest {
  private static final Dataset DATA = Checkerboard.data();
  private static final Stack STACK = RatingFit.of(DATA, "1", 1, Progress.NONE).stack();
  private static final int[] ALL = IntStream.range(0, Checkerboard.TITLES).toArray();

  private static Taste.Builder list(double[] weights) {
    Taste.Builder list = Taste.builder();
    for (int i = 0; i < weights.length; i++) {
      list.watched(3 * i, 4 + 5 * i % 7, weights[i]);
    }
    return list;
  }

  @Test
  void ofATitleOnTheListThePredictionIsThatWithoutIt() {
    double[] weights = {1, 0.3, 0.8, 0.1, 1, 0.5};
    Taste taste = list(weights).build();
    float[] predicted = STACK.predict(taste, ALL);
    float[] widths = STACK.halfWidths(taste, ALL);
    for (int entry = 0; entry < taste.size(); entry++) {
      int[] row = {taste.row(entry)};
      Taste rest = taste.without(row[0]);
      assertThat(predicted[row[0]]).isCloseTo(STACK.predict(rest, row)[0], within(2e-3f));
      assertThat(widths[row[0]]).isCloseTo(STACK.halfWidths(rest, row)[0], within(2e-3f));
    }
  }

  @Test
  void aRatingThatHardlyCountsIsNearlyNotThere() {
    double[] weights = {1, 0.3, 0.8};
    float[] without = STACK.predict(list(weights).build(), ALL);
    float[] with = STACK.predict(list(weights).watched(37, 10, 1e-6).build(), ALL);
    for (int row : ALL) {
      assertThat(with[row]).isCloseTo(without[row], within(1e-3f));
    }
  }

  @Test
  void aMeanLeansOnWhatCountsMore() {
    UserMean mean = UserMean.fit(DATA.ratings());
    Taste alike = Taste.builder().watched(0, 10, 1).watched(1, 4, 1).build();
    Taste recent = Taste.builder().watched(0, 10, 1).watched(1, 4, 0.5).build();
    int[] row = {5};
    double common = UserMean.meanOf(DATA.ratings());
    assertThat((double) mean.predict(alike, row)[0]).isCloseTo((14 + 3 * common) / 5, within(1e-5));
    assertThat((double) mean.predict(recent, row)[0])
        .isCloseTo((12 + 3 * common) / 4.5, within(1e-5));
    assertThat((double) mean.predict(recent, new int[] {1})[0])
        .isCloseTo((10 + 3 * common) / 4, within(1e-5));
  }
}
