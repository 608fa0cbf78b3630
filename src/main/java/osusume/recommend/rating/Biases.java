package osusume.recommend.rating;

import osusume.data.Catalogue;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * r̂ = μ + b_u + b_i: everybody's mean, how much the person rates above it, how much the title is
 * rated above it (Koren, Bell and Volinsky 2009, "Matrix Factorization Techniques for Recommender
 * Systems", section "Adding biases"; Koren 2008, section 2.1). A title's offset is drawn towards
 * what the catalogue's own rating of it lets one expect, the more the fewer people rated it here; a
 * person's towards zero. Offsets are fitted by turns.
 */
final class Biases implements RatingModel {
  /**
   * Pseudo-ratings without offset in a person's mean: b_u = Σ (r − μ − b_i) / (n + κ). 3 and 6 gave
   * RMSE within .002 of each other, 3 the less.
   */
  static final double PERSON_PRIOR = 3;

  /**
   * Pseudo-ratings at the catalogue's rating in a title's mean. 5 to 40 gave RMSE within .002 of
   * each other; 20 keeps titles whose raters here are few near what more people said.
   */
  static final double TITLE_PRIOR = 20;

  private static final int TURNS = 6;

  private final double mean;
  private final float[] titleOffsets;

  /**
   * @param mean μ
   * @param titleOffsets b_i, one a catalogue row
   */
  Biases(double mean, float[] titleOffsets) {
    this.mean = mean;
    this.titleOffsets = titleOffsets;
  }

  static Biases fit(Catalogue catalogue, RatingMatrix ratings) {
    double mean = UserMean.meanOf(ratings);
    double[] expected = new double[catalogue.size()];
    double[] offsets = new double[catalogue.size()];
    double[] people = new double[ratings.rowCount()];
    for (int turn = 0; turn < TURNS; turn++) {
      fitPeople(ratings, mean, offsets, people);
      double[] sums = new double[offsets.length];
      int[] counts = new int[offsets.length];
      addUp(ratings, mean, people, sums, counts);
      expect(catalogue, sums, counts, expected);
      for (int row = 0; row < offsets.length; row++) {
        offsets[row] = (sums[row] + TITLE_PRIOR * expected[row]) / (counts[row] + TITLE_PRIOR);
      }
    }
    float[] titleOffsets = new float[offsets.length];
    for (int row = 0; row < offsets.length; row++) {
      titleOffsets[row] = (float) offsets[row];
    }
    return new Biases(mean, titleOffsets);
  }

  private static void fitPeople(
      RatingMatrix ratings, double mean, double[] offsets, double[] people) {
    int[] starts = ratings.starts();
    for (int user = 0; user < people.length; user++) {
      double sum = 0;
      int count = 0;
      for (int e = starts[user]; e < starts[user + 1]; e++) {
        if (ratings.values()[e] > 0) {
          sum += ratings.values()[e] - mean - offsets[ratings.columns()[e]];
          count++;
        }
      }
      people[user] = sum / (count + PERSON_PRIOR);
    }
  }

  private static void addUp(
      RatingMatrix ratings, double mean, double[] people, double[] sums, int[] counts) {
    int[] starts = ratings.starts();
    for (int user = 0; user < people.length; user++) {
      for (int e = starts[user]; e < starts[user + 1]; e++) {
        if (ratings.values()[e] > 0) {
          sums[ratings.columns()[e]] += ratings.values()[e] - mean - people[user];
          counts[ratings.columns()[e]]++;
        }
      }
    }
  }

  /**
   * What the catalogue's rating lets one expect of a title's offset: a line through the mean
   * offsets of the titles that have both, each counted by how sure its mean is. A title without a
   * catalogue rating is expected at the mean of its like.
   */
  private static void expect(Catalogue catalogue, double[] sums, int[] counts, double[] expected) {
    double weights = 0;
    double x = 0;
    double y = 0;
    double withoutRating = 0;
    double withoutWeights = 0;
    for (int row = 0; row < expected.length; row++) {
      double weight = counts[row] / (counts[row] + TITLE_PRIOR);
      double rating = catalogue.anime(row).rating();
      double offset = counts[row] == 0 ? 0 : sums[row] / counts[row];
      if (Double.isNaN(rating)) {
        withoutRating += weight * offset;
        withoutWeights += weight;
      } else {
        weights += weight;
        x += weight * rating;
        y += weight * offset;
      }
    }
    double centre = weights == 0 ? 0 : x / weights;
    double level = weights == 0 ? 0 : y / weights;
    double xx = 0;
    double xy = 0;
    for (int row = 0; row < expected.length; row++) {
      double rating = catalogue.anime(row).rating();
      if (!Double.isNaN(rating) && counts[row] > 0) {
        double weight = counts[row] / (counts[row] + TITLE_PRIOR);
        xx += weight * (rating - centre) * (rating - centre);
        xy += weight * (rating - centre) * (sums[row] / counts[row] - level);
      }
    }
    // One pseudo-title on the diagonal: where nobody rated anything, an offset is the catalogue's.
    double slope = (xy + 1) / (xx + 1);
    double unknown = withoutRating / (withoutWeights + 1);
    for (int row = 0; row < expected.length; row++) {
      double rating = catalogue.anime(row).rating();
      if (Double.isNaN(rating)) {
        expected[row] = unknown;
      } else {
        expected[row] = weights == 0 ? 0 : level + slope * (rating - centre);
      }
    }
  }

  double mean() {
    return mean;
  }

  float[] titleOffsets() {
    return titleOffsets;
  }

  /** What a rating is above μ + b_i: what the person and their taste have to account for. */
  float aboveTitle(int animeRow, int rating) {
    return (float) (rating - mean - titleOffsets[animeRow]);
  }

  @Override
  public float[] predict(Taste taste, int[] animeRows) {
    var request = ResidualModel.Request.of(Person.of(this, taste), animeRows, titleOffsets.length);
    float[] predicted = new float[animeRows.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = clip(of(request, i));
    }
    return predicted;
  }

  /** μ + b_u + b_i of a title asked for; of one the person rated, without that rating. */
  double of(ResidualModel.Request request, int asked) {
    return mean
        + titleOffsets[request.rows()[asked]]
        + request.person().offsetWithoutEntry(request.entry(asked));
  }

  /** A number drawn into the scale of ratings. */
  static float clip(double rating) {
    return (float) Math.clamp(rating, 1, 10);
  }
}
