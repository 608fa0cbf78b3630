package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import osusume.data.Catalogue;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

class BiasesTest {
  private static final Taste NOBODY = Taste.of(new int[0], new byte[0]);

  @Test
  void theMeanOfAPersonIsDrawnToThatOfAll() {
    RatingMatrix ratings = Ratings.matrix(new int[][] {{8, 8, 0, -1}, {2, 2, 2, 2}});
    double mean = 24 / 6.0;
    UserMean model = UserMean.fit(ratings);
    float[] predicted = model.predict(Taste.ofUser(ratings, 0), new int[] {2, 3, 0});
    assertThat(predicted[0]).isEqualTo((float) ((16 + 3 * mean) / 5));
    assertThat(predicted[1]).as("unrated says nothing").isEqualTo(predicted[0]);
    assertThat(predicted[2])
        .as("its own rating is left out")
        .isEqualTo((float) ((8 + 3 * mean) / 4));
    assertThat(model.predict(NOBODY, new int[] {1})).containsExactly((float) mean);
  }

  @Test
  void aTitleNobodyRatedIsWhereTheCatalogueSaysAndAMuchRatedOneWhereItsRatersSay() {
    int users = 2000;
    int[][] lists = new int[users][4];
    for (int user = 0; user < users; user++) {
      lists[user][0] = 5;
      lists[user][1] = 9;
      lists[user][2] = user == 0 ? 9 : 0;
    }
    Catalogue catalogue = Ratings.titles(9, 5, 7, Double.NaN);
    Biases biases = Biases.fit(catalogue, Ratings.matrix(lists));
    float[] predicted = biases.predict(NOBODY, new int[] {0, 1, 2, 3});
    assertThat(predicted[0]).as("its raters outvote the catalogue").isCloseTo(5f, within(0.1f));
    assertThat(predicted[1]).isCloseTo(9f, within(0.1f));
    assertThat(predicted[2]).as("one rating moves little").isCloseTo(7f, within(0.5f));
    assertThat(predicted[3]).as("nothing is known of it").isBetween(5f, 9f);
  }

  @Test
  void withoutAnyRatingsTheCatalogueStillTellsTitlesApart() {
    Biases biases =
        Biases.fit(Ratings.titles(9, 5, Double.NaN), Ratings.matrix(new int[][] {{0, 0, 0}}));
    float[] predicted = biases.predict(NOBODY, new int[] {0, 1, 2});
    assertThat(predicted).containsOnly(5.5f);
  }

  @Test
  void aPersonsOffsetIsTheMeanDrawnToZeroAndLeavesOutWhatIsAskedFor() {
    Biases biases = new Biases(7, new float[] {1, 0, -1});
    Taste taste = Taste.of(new int[] {0, 2}, new byte[] {10, 9});
    float[] predicted = biases.predict(taste, new int[] {1, 0, 2});
    assertThat(predicted[0]).isEqualTo((float) (7 + (2 + 3) / (2 + Biases.PERSON_PRIOR)));
    assertThat(predicted[1]).isEqualTo((float) (8 + 3 / (1 + Biases.PERSON_PRIOR)));
    assertThat(predicted[2]).isEqualTo((float) (6 + 2 / (1 + Biases.PERSON_PRIOR)));
  }

  @Test
  void nothingIsPredictedOffTheScale() {
    Biases biases = new Biases(7, new float[] {9, -9});
    assertThat(biases.predict(NOBODY, new int[] {0, 1})).containsExactly(10f, 1f);
  }
}
