package osusume.nmf;

import java.util.Random;
import osusume.linalg.Kernels;
import osusume.linalg.ParallelBlocks;
import osusume.linalg.RandomizedSvd;

/** Where the factors start. */
final class StartingFactors {
  /**
   * How often XᵀX is applied in the randomized SVD. More sharpens the singular vectors, but gives
   * no better error after training: measured with 1 to 4, on which the seed has more influence.
   */
  private static final int POWER_ITERATIONS = 2;

  /** Below this an entry of a singular pair counts as zero, as in scikit-learn. */
  private static final float SMALL = 1e-6f;

  private StartingFactors() {}

  static Factors of(
      PositiveRatings x,
      NmfSettings settings,
      Kernels kernels,
      ParallelBlocks parallel,
      Runnable betweenPasses) {
    return switch (settings.start()) {
      case RANDOM -> random(x, settings);
      case NNDSVD -> nndsvd(x, settings, kernels, parallel, betweenPasses);
    };
  }

  /** |N(0, 1)| times √(mean / k), so that W·H has about the mean of the data. */
  private static Factors random(PositiveRatings x, NmfSettings settings) {
    int k = settings.components();
    int stride = Kernels.stride(k);
    float scale = (float) Math.sqrt(mean(x) / k);
    Random random = new Random(settings.seed());
    float[] h = noise(x.animeCount(), k, stride, scale, random);
    float[] w = noise(x.userCount(), k, stride, scale, random);
    return new Factors(w, h, stride);
  }

  private static float[] noise(int rows, int k, int stride, float scale, Random random) {
    float[] table = new float[rows * stride];
    for (int row = 0; row < rows; row++) {
      for (int c = 0; c < k; c++) {
        table[row * stride + c] = (float) (scale * Math.abs(random.nextGaussian()));
      }
    }
    return table;
  }

  /**
   * Of each singular pair the positive or the negative halves, whichever are larger together;
   * Boutsidis and Gallopoulos 2008, section 2.2. Zeros become the mean of the data.
   */
  private static Factors nndsvd(
      PositiveRatings x,
      NmfSettings settings,
      Kernels kernels,
      ParallelBlocks parallel,
      Runnable betweenPasses) {
    int k = settings.components();
    RandomizedSvd svd =
        RandomizedSvd.of(
            x.byUser(),
            x.byAnime(),
            k,
            POWER_ITERATIONS,
            settings.seed(),
            kernels,
            parallel,
            betweenPasses);
    float[] w = svd.left();
    float[] h = svd.right();
    int stride = svd.stride();
    float fill = (float) mean(x);
    for (int c = 0; c < k; c++) {
      double[] left = halves(w, x.userCount(), stride, c);
      double[] right = halves(h, x.animeCount(), stride, c);
      double positive = left[0] * right[0];
      double negative = left[1] * right[1];
      int sign = positive >= negative ? 1 : -1;
      double size = Math.sqrt(svd.value(c) * Math.max(positive, negative));
      keepHalf(w, x.userCount(), stride, c, sign, size / left[sign > 0 ? 0 : 1], fill);
      keepHalf(h, x.animeCount(), stride, c, sign, size / right[sign > 0 ? 0 : 1], fill);
    }
    return new Factors(w, h, stride);
  }

  /** The lengths of the positive and the negative half of a column. */
  private static double[] halves(float[] table, int rows, int stride, int c) {
    double positive = 0;
    double negative = 0;
    for (int row = 0; row < rows; row++) {
      double value = table[row * stride + c];
      if (value > 0) {
        positive += value * value;
      } else {
        negative += value * value;
      }
    }
    return new double[] {Math.sqrt(positive), Math.sqrt(negative)};
  }

  private static void keepHalf(
      float[] table, int rows, int stride, int c, int sign, double scale, float fill) {
    // A pair past the rank of the data has no direction: it starts from the mean alone.
    float factor = Double.isFinite(scale) ? (float) (sign * scale) : 0f;
    for (int row = 0; row < rows; row++) {
      float value = table[row * stride + c] * factor;
      table[row * stride + c] = value > SMALL ? value : fill;
    }
  }

  private static double mean(PositiveRatings x) {
    return x.byUser().sum() / ((double) x.userCount() * x.animeCount());
  }
}
