package osusume.recommend.rating;

import java.util.Arrays;
import java.util.SplittableRandom;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

/**
 * A small matrix factorisation of what the biases leave over: ê_ui = p_uᵀ q_i with d = 16. Fitted
 * by alternating least squares in which a person's position is not taken for certain: with p_u ~
 * N(0, I) and e_ui ~ N(p_uᵀ q_i, σ²) a turn takes the mean and covariance of every p_u given the q,
 * and then the q and σ² that fit them best (expectation maximisation; Salakhutdinov and Mnih 2008
 * for the model; Lim and Teh 2007, "Variational Bayesian Approach to Movie Rating Prediction", for
 * why the covariance must not be left out: people who rated little would be believed too much).
 *
 * <p>Only the titles' vectors are kept. Everybody, a user of the data set too, is folded in.
 */
final class Factors implements ResidualModel {
  static final int D = 16;

  /**
   * Pseudo-ratings at the vector zero in each title's vector. On inner splits of the 3,500 users
   * RMSE after 12 turns was 1.222 with 30, 1.184 with 100, 1.169 with 200, 1.167 with 400.
   */
  static final double TITLE_PRIOR = 300;

  /** Turns that are taken. Four more changed RMSE by less than .001. */
  static final int TURNS = 8;

  private static final long SEED = 20_261_123;
  private static final double START_SPREAD = 0.1;
  private static final int PACKED = D * (D + 1) / 2;
  private static final int BLOCK = 128;

  private final TitleVectors vectors;
  private final double noise;

  /**
   * @param vectors D numbers a catalogue row
   * @param noise σ²
   */
  Factors(float[] vectors, double noise) {
    this.vectors = new TitleVectors(D, vectors);
    this.noise = noise;
  }

  static Factors fit(Residuals residuals, ParallelBlocks parallel, Progress progress) {
    return new Fit(residuals, parallel).run(progress);
  }

  float[] vectors() {
    return vectors.numbers();
  }

  double noise() {
    return noise;
  }

  @Override
  public void predict(Request request, float[] predicted) {
    double[] penalties = new double[D];
    Arrays.fill(penalties, noise);
    new RidgeFoldIn(request.person(), vectors, penalties).predict(request, predicted);
  }

  /** The turns. */
  private static final class Fit {
    private final Residuals residuals;
    private final ParallelBlocks parallel;
    private final float[] vectors;

    /** E[p] of each person. */
    private final float[] positions;

    /** E[p pᵀ] of each person, lower triangle. */
    private final float[] moments;

    private double noise = 1;

    Fit(Residuals residuals, ParallelBlocks parallel) {
      this.residuals = residuals;
      this.parallel = parallel;
      this.vectors = new float[residuals.titleCount() * D];
      this.positions = new float[residuals.personCount() * D];
      this.moments = new float[residuals.personCount() * PACKED];
      SplittableRandom random = new SplittableRandom(SEED);
      for (int title = 0; title < residuals.titleCount(); title++) {
        for (int l = 0; l < D; l++) {
          float start = (float) (START_SPREAD * random.nextGaussian());
          vectors[title * D + l] = residuals.raters(title) == 0 ? 0 : start;
        }
      }
    }

    Factors run(Progress progress) {
      for (int turn = 0; turn < TURNS; turn++) {
        progress.report((double) turn / TURNS, "factorising what is left of the ratings");
        people(progress);
        titles(progress);
      }
      return new Factors(vectors, noise);
    }

    private void people(Progress progress) {
      int people = residuals.personCount();
      parallel.run(
          (people + BLOCK - 1) / BLOCK,
          (block, worker) -> {
            progress.check();
            for (int p = block * BLOCK; p < Math.min(people, (block + 1) * BLOCK); p++) {
              person(p);
            }
          });
    }

    private void person(int person) {
      double[] a = new double[D * D];
      double[] sums = new double[D];
      for (int e = residuals.personStarts()[person];
          e < residuals.personStarts()[person + 1];
          e++) {
        int at = residuals.titles()[e] * D;
        float left = residuals.ofPeople()[e];
        for (int l = 0; l < D; l++) {
          float q = vectors[at + l];
          sums[l] += q * left;
          for (int j = 0; j <= l; j++) {
            a[l * D + j] += q * vectors[at + j];
          }
        }
      }
      for (int l = 0; l < D; l++) {
        a[l * D + l] += noise;
      }
      double[] inverse = Positive.inverse(a, D);
      double[] mean = new double[D];
      for (int l = 0; l < D; l++) {
        for (int j = 0; j < D; j++) {
          mean[l] += inverse[l * D + j] * sums[j];
        }
        positions[person * D + l] = (float) mean[l];
      }
      int at = person * PACKED;
      for (int l = 0; l < D; l++) {
        for (int j = 0; j <= l; j++) {
          moments[at++] = (float) (noise * inverse[l * D + j] + mean[l] * mean[j]);
        }
      }
    }

    private void titles(Progress progress) {
      int titles = residuals.titleCount();
      double[] errors = new double[titles];
      parallel.run(
          (titles + BLOCK - 1) / BLOCK,
          (block, worker) -> {
            progress.check();
            for (int t = block * BLOCK; t < Math.min(titles, (block + 1) * BLOCK); t++) {
              errors[t] = title(t);
            }
          });
      double sum = 0;
      for (double error : errors) {
        sum += error;
      }
      // A little is never explained: without noise a person's position would be taken for certain.
      noise = Math.max(0.1, sum / Math.max(1, residuals.titles().length));
    }

    /** Fits a title's vector and returns the squared error that is to be expected with it. */
    private double title(int title) {
      if (residuals.raters(title) == 0) {
        return 0;
      }
      double[] packed = new double[PACKED];
      double[] sums = new double[D];
      double squares = 0;
      for (int e = residuals.titleStarts()[title]; e < residuals.titleStarts()[title + 1]; e++) {
        int person = residuals.people()[e];
        float left = residuals.ofTitles()[e];
        squares += left * left;
        for (int l = 0; l < D; l++) {
          sums[l] += left * positions[person * D + l];
        }
        int at = person * PACKED;
        for (int i = 0; i < PACKED; i++) {
          packed[i] += moments[at + i];
        }
      }
      double[] a = new double[D * D];
      int at = 0;
      for (int l = 0; l < D; l++) {
        for (int j = 0; j <= l; j++) {
          a[l * D + j] = packed[at++];
        }
        a[l * D + l] += TITLE_PRIOR;
      }
      double[] q = sums.clone();
      Positive.factor(a, D);
      Positive.solve(a, D, q);
      double error = squares;
      at = 0;
      for (int l = 0; l < D; l++) {
        vectors[title * D + l] = (float) q[l];
        error -= 2 * q[l] * sums[l];
        for (int j = 0; j < l; j++) {
          error += 2 * q[l] * q[j] * packed[at++];
        }
        error += q[l] * q[l] * packed[at++];
      }
      return error;
    }
  }
}
