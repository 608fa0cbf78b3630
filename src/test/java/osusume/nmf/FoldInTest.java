package osusume.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import osusume.progress.Progress;

class FoldInTest {
  private static final int[][] DENSE = SmallData.tastes(210, 90, 5, 1);
  private static final int[] IDS = SmallData.animeIds(90);
  private static final NmfModel MODEL =
      Nmf.train(
          SmallData.matrix(DENSE),
          IDS,
          "print",
          NmfSettings.DEFAULT.withComponents(5).withMaxIterations(1000).withTolerance(0),
          Progress.NONE,
          IterationListener.NONE);

  private static int[] columns(int user) {
    int[] columns = new int[90];
    for (int a = 0; a < 90; a++) {
      columns[a] = DENSE[user][a] == 0 ? -1 : MODEL.columnOfAnime(IDS[a]);
    }
    return columns;
  }

  private static float[] values(int user) {
    float[] values = new float[90];
    for (int a = 0; a < 90; a++) {
      values[a] = Math.max(0, DENSE[user][a]);
    }
    return values;
  }

  @Test
  void foldingInAUserOfTheDataGivesThatUsersRow() {
    for (int user = 0; user < 210; user++) {
      float[] folded = MODEL.foldIn().fold(columns(user), values(user));
      float[] trained = MODEL.userRow(user);
      float scale = 1;
      for (float value : trained) {
        scale = Math.max(scale, value);
      }
      for (int c = 0; c < 5; c++) {
        assertThat(folded[c]).isCloseTo(trained[c], within(2e-3f * scale));
      }
    }
  }

  @Test
  void noRowNearbyFitsBetter() {
    Random random = new Random(2);
    for (int user = 0; user < 50; user++) {
      float[] folded = MODEL.foldIn().fold(columns(user), values(user));
      double best = distance(user, folded);
      for (int trial = 0; trial < 40; trial++) {
        float[] other = folded.clone();
        for (int c = 0; c < 5; c++) {
          other[c] = Math.max(0f, (float) (other[c] + 0.3 * random.nextGaussian()));
        }
        assertThat(distance(user, other)).isGreaterThan(best - 1e-4);
      }
    }
  }

  private static double distance(int user, float[] row) {
    double[] x = new double[MODEL.animeCount()];
    int[] columns = columns(user);
    for (int a = 0; a < 90; a++) {
      if (columns[a] >= 0 && DENSE[user][a] > 0) {
        x[columns[a]] = DENSE[user][a];
      }
    }
    double sum = 0;
    for (int a = 0; a < x.length; a++) {
      double rest = x[a];
      for (int c = 0; c < 5; c++) {
        rest -= (double) row[c] * MODEL.h(c, a);
      }
      sum += rest * rest;
    }
    return sum;
  }

  @Test
  void contributionsSumToTheScore() {
    for (int user = 0; user < 60; user++) {
      float[] mix = MODEL.mixScores(MODEL.foldIn().fold(columns(user), values(user)));
      for (int a = 0; a < MODEL.animeCount(); a += 7) {
        double[] contributions =
            MODEL.foldIn().solve(columns(user), values(user)).contributions(a, Set.of());
        assertThat(contributions).hasSize(90);
        assertThat(Arrays.stream(contributions).sum()).isCloseTo(mix[a], within(1e-4));
        for (int i = 0; i < 90; i++) {
          if (columns(user)[i] < 0 || values(user)[i] <= 0) {
            assertThat(contributions[i]).isZero();
          }
        }
      }
    }
  }

  @Test
  void aTitleContributesMostToOneOfItsOwnKind() {
    int[] columns = {MODEL.columnOfAnime(IDS[0]), MODEL.columnOfAnime(IDS[1])};
    double[] contributions =
        MODEL
            .foldIn()
            .solve(columns, new float[] {9, 9})
            .contributions(MODEL.columnOfAnime(IDS[5]), Set.of());
    assertThat(contributions[0]).isGreaterThan(5 * Math.abs(contributions[1]));
  }

  /** The expectation over every list that can come out, which is what the class says it is. */
  @Test
  void aPartOfARatingIsTheRowWithTheLeastExpectedError() {
    int[] columns = {3, 17, 40};
    double[] chances = {1, 0.3, 0.6};
    float[] ratings = {9, 8, 10};
    float[] says = new float[3];
    for (int i = 0; i < 3; i++) {
      says[i] = (float) (chances[i] * ratings[i]);
    }
    float[] folded = MODEL.foldIn().fold(columns, says);
    double best = expectedError(columns, chances, ratings, folded);
    Random random = new Random(5);
    for (int trial = 0; trial < 200; trial++) {
      float[] other = folded.clone();
      for (int c = 0; c < 5; c++) {
        other[c] = Math.max(0f, (float) (other[c] + 0.2 * random.nextGaussian()));
      }
      assertThat(expectedError(columns, chances, ratings, other)).isGreaterThan(best - 1e-4);
    }
  }

  private static double expectedError(
      int[] columns, double[] chances, float[] ratings, float[] row) {
    double expected = 0;
    for (int lists = 0; lists < 1 << columns.length; lists++) {
      double chance = 1;
      double[] x = new double[MODEL.animeCount()];
      for (int i = 0; i < columns.length; i++) {
        boolean on = (lists >> i & 1) == 1;
        chance *= on ? chances[i] : 1 - chances[i];
        x[columns[i]] = on ? ratings[i] : 0;
      }
      double error = 0;
      for (int a = 0; a < x.length; a++) {
        for (int c = 0; c < 5; c++) {
          x[a] -= (double) row[c] * MODEL.h(c, a);
        }
        error += x[a] * x[a];
      }
      expected += chance * error;
    }
    return expected;
  }

  @Test
  void whatSpeaksAgainstLowersTheTitleItselfAndNoGroupBelowZero() {
    for (int user = 0; user < 30; user++) {
      int[] columns = columns(user);
      float[] values = values(user);
      int column = -1;
      for (int a = 0; a < 90; a++) {
        if (columns[a] < 0 && MODEL.columnOfAnime(IDS[a]) >= 0) {
          column = MODEL.columnOfAnime(IDS[a]);
          columns[a] = column;
          values[a] = -5;
          break;
        }
      }
      float[] with = MODEL.foldIn().fold(columns, values);
      float[] without = MODEL.foldIn().fold(columns(user), values(user));
      assertThat(MODEL.mixScores(with)[column])
          .isLessThanOrEqualTo(MODEL.mixScores(without)[column] + 1e-5f);
      for (float factor : with) {
        assertThat(factor).isNotNegative();
      }
      double sum =
          Arrays.stream(MODEL.foldIn().solve(columns, values).contributions(column, Set.of()))
              .sum();
      assertThat(sum).isCloseTo(MODEL.mixScores(with)[column], within(1e-4));
    }
  }

  @Test
  void aTasteWithoutARatingIsZero() {
    assertThat(MODEL.foldIn().fold(new int[0], new float[0])).containsOnly(0f);
    assertThat(MODEL.foldIn().fold(new int[] {3, -1}, new float[] {0, 10})).containsOnly(0f);
    assertThat(MODEL.foldIn().solve(new int[] {3}, new float[] {0}).contributions(4, Set.of()))
        .containsExactly(0);
  }

  @Test
  void aTasteThatIsNoneIsRefused() {
    FoldIn foldIn = MODEL.foldIn();
    assertThatThrownBy(() -> foldIn.fold(new int[2], new float[1]))
        .hasMessageContaining("2 titles and 1 ratings");
    assertThatThrownBy(() -> foldIn.fold(new int[] {80}, new float[] {1}))
        .hasMessage("The model has 80 titles, so there is no column 80.");
    assertThatThrownBy(() -> foldIn.fold(new int[] {1}, new float[] {Float.NaN}))
        .hasMessageContaining("NaN");
  }
}
