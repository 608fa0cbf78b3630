package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.linalg.ParallelBlocks;
import osusume.linalg.SparseFloats;
import osusume.progress.Progress;

class ResidualModelsTest {
  private static final ParallelBlocks PARALLEL = new ParallelBlocks(2);
  private static final Dataset DATA = Ratings.crowds(300, 30, 5);
  private static final Members MEMBERS =
      Members.fit(DATA.catalogue(), DATA.ratings(), PARALLEL, Progress.NONE);
  private static final Residuals RESIDUALS = Residuals.of(MEMBERS.biases(), DATA.ratings());

  @AfterAll
  static void close() {
    PARALLEL.close();
  }

  static List<ResidualModel> models() {
    return MEMBERS.onBiases();
  }

  private static float[] predict(ResidualModel model, Taste taste, int... rows) {
    float[] predicted = new float[rows.length];
    Person person = Person.of(MEMBERS.biases(), taste);
    model.predict(ResidualModel.Request.of(person, rows, DATA.catalogue().size()), predicted);
    return predicted;
  }

  @ParameterizedTest
  @MethodSource("models")
  void aTitleThePersonRatedIsPredictedAsIfTheyHadNot(ResidualModel model) {
    for (int user = 0; user < 20; user++) {
      Taste taste = Taste.ofUser(DATA.ratings(), user);
      int[] rows = Ratings.all(DATA);
      float[] together = predict(model, taste, rows);
      for (int row : rows) {
        float alone = predict(model, taste.without(row), row)[0];
        assertThat(together[row]).isCloseTo(alone, within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void wherePeopleRatedNothingNothingIsAdded(ResidualModel model) {
    Taste unrated = Taste.of(new int[] {0, 1, 2}, new byte[] {-1, -1, -1});
    assertThat(predict(model, unrated, 0, 1, 5)).containsOnly(0f);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theLikesOfACrowdAreFound(ResidualModel model) {
    Taste evenCrowd = Taste.of(new int[] {0, 1, 2, 3, 4, 5}, new byte[] {10, 5, 10, 5, 10, 5});
    float[] predicted = predict(model, evenCrowd, IntStream.range(6, 30).toArray());
    double even = 0;
    double odd = 0;
    for (int i = 0; i < predicted.length; i += 2) {
      even += predicted[i];
      odd += predicted[i + 1];
    }
    assertThat(even).isGreaterThan(0).isGreaterThan(odd);
    assertThat(odd).isLessThan(0);
  }

  @Test
  void neighboursAreThoseOfTheFormula() {
    Neighbours neighbours = MEMBERS.neighbours();
    double[][] e = new double[DATA.ratings().rowCount()][30];
    boolean[][] rated = new boolean[e.length][30];
    for (int user = 0; user < e.length; user++) {
      int end = RESIDUALS.personStarts()[user + 1];
      for (int i = RESIDUALS.personStarts()[user]; i < end; i++) {
        e[user][RESIDUALS.titles()[i]] = RESIDUALS.ofPeople()[i];
        rated[user][RESIDUALS.titles()[i]] = true;
      }
    }
    for (int a = 0; a < 30; a++) {
      float last = Float.MAX_VALUE;
      assertThat(neighbours.starts()[a + 1] - neighbours.starts()[a]).isEqualTo(29);
      for (int n = neighbours.starts()[a]; n < neighbours.starts()[a + 1]; n++) {
        int b = neighbours.titles()[n];
        double ab = 0;
        double aa = Neighbours.SHRINK;
        double bb = Neighbours.SHRINK;
        double both = 0;
        double ofA = Neighbours.SHRINK;
        double ofB = Neighbours.SHRINK;
        for (int user = 0; user < e.length; user++) {
          ab += e[user][a] * e[user][b];
          aa += e[user][a] * e[user][a];
          bb += e[user][b] * e[user][b];
          both += rated[user][a] && rated[user][b] ? 1 : 0;
          ofA += rated[user][a] ? 1 : 0;
          ofB += rated[user][b] ? 1 : 0;
        }
        double mean = (Math.max(0, ab / Math.sqrt(aa * bb)) + both / Math.sqrt(ofA * ofB)) / 2;
        assertThat((double) neighbours.likeness()[n]).isCloseTo(Math.pow(mean, 3), within(1e-5));
        assertThat(neighbours.likeness()[n]).isLessThanOrEqualTo(last);
        last = neighbours.likeness()[n];
      }
    }
  }

  @Test
  void theNearestThatWereRatedAreAveragedAndDrawnToZero() {
    Neighbours neighbours =
        new Neighbours(
            new int[] {0, 3, 3, 3, 3}, new int[] {3, 1, 2}, new float[] {0.5f, 0.25f, 0.125f});
    Biases biases = new Biases(7, new float[4]);
    Taste taste = Taste.of(new int[] {1, 2}, new byte[] {9, 6});
    Person person = Person.of(biases, taste);
    float[] predicted = new float[2];
    neighbours.predict(ResidualModel.Request.of(person, new int[] {0, 3}, 4), predicted);
    double offset = (2 - 1) / (2 + Biases.PERSON_PRIOR);
    assertThat((double) predicted[0])
        .isCloseTo(
            (0.25 * (2 - offset) + 0.125 * (-1 - offset)) / (0.375 + Neighbours.NOTHING),
            within(1e-6));
    assertThat(predicted[1]).as("a title without neighbours").isZero();
  }

  /** Circles of a person who rated some of four titles, the first being most like the last. */
  private static Circles circles(Taste taste, int... rows) {
    Neighbours neighbours =
        new Neighbours(
            new int[] {0, 3, 3, 4, 4},
            new int[] {3, 1, 2, 0},
            new float[] {0.5f, 0.25f, 0.1f, 0.3f});
    Biases biases = new Biases(7, new float[] {0.5f, 1, -0.25f, 0});
    var request = ResidualModel.Request.of(Person.of(biases, taste), rows, 4);
    return Circles.of(neighbours, biases, request);
  }

  @Test
  void circlesAreThoseOfTheFormulas() {
    Circles circles = circles(Taste.of(new int[] {1, 2}, new byte[] {9, 6}), 0, 3);
    double offset = (1 - 0.75) / (2 + Biases.PERSON_PRIOR);
    double[] left = {1 - offset, -0.75 - offset};
    double[] level = {1 - 0.5, -0.25 - 0.5};
    double[][] weights = {{0.25, 0.1}, {Math.sqrt(0.25), Math.sqrt(0.1)}, {0.25 * 0.25, 0.1 * 0.1}};
    double[] nothing = {Neighbours.NOTHING, Circles.WIDE_NOTHING, Circles.NARROW_NOTHING};
    float[][] found = {
      circles.near(), circles.wide(), circles.narrow(),
      circles.nearness(), circles.wideNearness(), circles.narrowNearness(),
      circles.nearLevel(), circles.wideLevel(), circles.narrowLevel()
    };
    for (int c = 0; c < 3; c++) {
      double sum = weights[c][0] + weights[c][1] + nothing[c];
      double predicted = (weights[c][0] * left[0] + weights[c][1] * left[1]) / sum;
      double higher = (weights[c][0] * level[0] + weights[c][1] * level[1]) / sum;
      assertThat((double) found[c][0]).isCloseTo(predicted, within(1e-6));
      assertThat((double) found[3 + c][0]).isCloseTo(Math.log(sum), within(1e-6));
      assertThat((double) found[6 + c][0]).isCloseTo(higher, within(1e-6));
      assertThat(found[c][1]).as("a title without neighbours").isZero();
      assertThat((double) found[3 + c][1]).isCloseTo(Math.log(nothing[c]), within(1e-6));
      assertThat(found[6 + c][1]).isZero();
    }
  }

  @Test
  void aCircleOfATitleThePersonRatedIsAsIfTheyHadNot() {
    Taste taste = Taste.of(new int[] {0, 1, 3}, new byte[] {3, 9, 8});
    Circles with = circles(taste, 0, 2);
    Circles without = circles(taste.without(0), 0);
    assertThat(with.near()[0]).isCloseTo(without.near()[0], within(1e-6f));
    assertThat(with.wide()[0]).isCloseTo(without.wide()[0], within(1e-6f));
    assertThat(with.narrow()[0]).isCloseTo(without.narrow()[0], within(1e-6f));
    assertThat(with.nearness()[0]).isEqualTo(without.nearness()[0]);
    assertThat(with.nearLevel()[0]).isEqualTo(without.nearLevel()[0]);
    assertThat(with.near()[1]).as("its only neighbour was rated low").isNegative();
  }

  @Test
  void theNearestCircleIsWhatTheNeighboursPredict() {
    int[] all = Ratings.all(DATA);
    for (int user = 0; user < 20; user++) {
      Taste taste = Taste.ofUser(DATA.ratings(), user);
      var request = ResidualModel.Request.of(Person.of(MEMBERS.biases(), taste), all, all.length);
      float[] near = Circles.of(MEMBERS.neighbours(), MEMBERS.biases(), request).near();
      float[] predicted = predict(MEMBERS.neighbours(), taste, all);
      for (int row : all) {
        assertThat(near[row]).isCloseTo(predicted[row], within(1e-5f));
      }
    }
  }

  @Test
  void residualEaseIsTheClosedFormOfThePaper() {
    int n = 30;
    double[] gram = new double[n * n];
    for (int user = 0; user < RESIDUALS.personCount(); user++) {
      int end = RESIDUALS.personStarts()[user + 1];
      for (int i = RESIDUALS.personStarts()[user]; i < end; i++) {
        for (int j = RESIDUALS.personStarts()[user]; j < end; j++) {
          gram[RESIDUALS.titles()[i] * n + RESIDUALS.titles()[j]] +=
              RESIDUALS.ofPeople()[i] * RESIDUALS.ofPeople()[j];
        }
      }
    }
    for (int t = 0; t < n; t++) {
      gram[t * n + t] += ResidualEase.LAMBDA;
    }
    double[] p = Positive.inverse(gram, n);
    SparseFloats weights = MEMBERS.ease().weights();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double expected = i == j ? 0 : -p[i * n + j] / p[j * n + j];
        // B_ij stands in row j: what i says of j.
        assertThat((double) weights.at(j, i)).isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void residualEaseAddsUpWhatEachRatingSays() {
    SparseFloats weights = MEMBERS.ease().weights();
    for (int user = 0; user < 20; user++) {
      Taste taste = Taste.ofUser(DATA.ratings(), user);
      Person person = Person.of(MEMBERS.biases(), taste);
      float[] predicted = predict(MEMBERS.ease(), taste, Ratings.all(DATA));
      for (int title = 0; title < predicted.length; title++) {
        if (!taste.holds(title)) {
          double sum = 0;
          for (int i = 0; i < person.size(); i++) {
            sum += weights.at(title, person.rows()[i]) * person.left()[i];
          }
          assertThat((double) predicted[title]).isCloseTo(sum, within(1e-5));
        }
      }
    }
  }

  @Test
  void aPositionIsTheRidgeRegressionOfItsRatings() {
    Random random = new Random(3);
    int d = 5;
    float[] vectors = new float[20 * d];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = i % 7 == 0 ? 0 : (float) random.nextGaussian();
    }
    int[] rows = {2, 5, 7, 11, 13, 17};
    Taste taste = Taste.of(rows, new byte[] {9, 4, 8, 10, 7, 1});
    Person person = Person.of(new Biases(7, new float[20]), taste);
    double[] penalties = {1, 2, 3, 0.5, 10};
    float[] predicted = new float[1];
    new RidgeFoldIn(person, new TitleVectors(d, vectors), penalties)
        .predict(ResidualModel.Request.of(person, new int[] {0}, 20), predicted);
    // By gradient descent on the very sum it minimises.
    double[] p = new double[d];
    for (int step = 0; step < 20_000; step++) {
      double[] gradient = new double[d];
      for (int l = 0; l < d; l++) {
        gradient[l] = penalties[l] * p[l];
      }
      for (int i = 0; i < rows.length; i++) {
        double error = -person.left()[i];
        for (int l = 0; l < d; l++) {
          error += p[l] * vectors[rows[i] * d + l];
        }
        for (int l = 0; l < d; l++) {
          gradient[l] += error * vectors[rows[i] * d + l];
        }
      }
      for (int l = 0; l < d; l++) {
        p[l] -= 0.01 * gradient[l];
      }
    }
    double expected = 0;
    for (int l = 0; l < d; l++) {
      expected += p[l] * vectors[l];
    }
    assertThat((double) predicted[0]).isCloseTo(expected, within(1e-5));
  }

  @Test
  void anInverseTimesItsMatrixIsOne() {
    Random random = new Random(4);
    int d = 12;
    double[] a = new double[d * d];
    double[] roots = random.doubles(d * d, -1, 1).toArray();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int l = 0; l < d; l++) {
          a[i * d + j] += roots[i * d + l] * roots[j * d + l];
        }
      }
      a[i * d + i] += 0.5;
    }
    double[] inverse = Positive.inverse(a.clone(), d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int l = 0; l < d; l++) {
          sum += a[i * d + l] * inverse[l * d + j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }
}
