package osusume.recommend;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

/**
 * Weights w that let the score w·f put liked candidates of each list above the others: the
 * conditional ("softmax") likelihood of each liked one among the candidates of its list (ListNet,
 * Cao et al. 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach", section 4, with
 * equal shares for all liked ones), with a little ridge. A list counts by the root of how many were
 * liked, so that long lists do not drown short ones. Convex and small: Newton's method, a step
 * halved while it does not help. The same bits for any number of threads.
 */
final class ListRegression {
  /** On features of spread 1, per list. */
  private static final double RIDGE = 1e-3;

  private static final int MOST_STEPS = 40;
  private static final int MOST_HALVINGS = 30;

  /** Half the squared length of a Newton step below which the minimum is reached. */
  private static final double SMALLEST_GAIN = 1e-9;

  /**
   * Candidates with less of a chance are left out of the Hessian, which stays positive definite,
   * costs next to nothing of a step's direction and saves most of its time; value and gradient are
   * exact.
   */
  private static final double SMALLEST_CHANCE = 1e-4;

  private static final int BLOCK = 32;

  private final List<RankedList> lists;
  private final int count;
  private final ParallelBlocks parallel;
  private final double[] scale;

  private ListRegression(List<RankedList> lists, int count, ParallelBlocks parallel) {
    this.lists = lists;
    this.count = count;
    this.parallel = parallel;
    this.scale = scales(lists, count);
  }

  /** Value, gradient and Hessian of what is minimised. */
  private static final class Sums {
    final double[] gradient;
    final double[] hessian;
    double value;

    Sums(int count) {
      gradient = new double[count];
      hessian = new double[count * count];
    }
  }

  /**
   * Learns weights.
   *
   * @param lists at least one
   * @param count how many features there are
   */
  static float[] learn(
      List<RankedList> lists, int count, ParallelBlocks parallel, Progress progress) {
    return new ListRegression(lists, count, parallel).minimise(progress);
  }

  private float[] minimise(Progress progress) {
    double[] w = new double[count];
    Sums here = sums(w);
    for (int step = 0; step < MOST_STEPS; step++) {
      progress.check();
      progress.report((double) step / MOST_STEPS, "learning how much each score counts");
      double[] direction =
          new CholeskyDecomposition(matrix(here.hessian))
              .getSolver()
              .solve(new ArrayRealVector(here.gradient))
              .toArray();
      double gain = 0;
      for (int f = 0; f < count; f++) {
        gain += direction[f] * here.gradient[f] / 2;
      }
      if (gain < SMALLEST_GAIN) {
        break;
      }
      double length = 1;
      Sums there = sums(moved(w, direction, length));
      for (int halving = 0; !(there.value < here.value) && halving < MOST_HALVINGS; halving++) {
        length /= 2;
        there = sums(moved(w, direction, length));
      }
      if (!(there.value < here.value)) {
        break;
      }
      w = moved(w, direction, length);
      here = there;
    }
    float[] weights = new float[count];
    for (int f = 0; f < count; f++) {
      weights[f] = (float) (w[f] * scale[f]);
    }
    return weights;
  }

  private static double[] moved(double[] w, double[] direction, double length) {
    double[] moved = w.clone();
    for (int f = 0; f < w.length; f++) {
      moved[f] -= length * direction[f];
    }
    return moved;
  }

  private Array2DRowRealMatrix matrix(double[] hessian) {
    var matrix = new Array2DRowRealMatrix(count, count);
    for (int f = 0; f < count; f++) {
      for (int g = 0; g < count; g++) {
        matrix.setEntry(f, g, hessian[Math.max(f, g) * count + Math.min(f, g)]);
      }
    }
    return matrix;
  }

  private Sums sums(double[] w) {
    int blocks = (lists.size() + BLOCK - 1) / BLOCK;
    Sums[] parts = new Sums[blocks];
    parallel.run(
        blocks,
        (block, worker) -> {
          parts[block] = new Sums(count);
          int end = Math.min(lists.size(), (block + 1) * BLOCK);
          for (int list = block * BLOCK; list < end; list++) {
            add(lists.get(list), w, parts[block]);
          }
        });
    Sums all = new Sums(count);
    for (Sums part : parts) {
      all.value += part.value / lists.size();
      for (int f = 0; f < count; f++) {
        all.gradient[f] += part.gradient[f] / lists.size();
      }
      for (int i = 0; i < all.hessian.length; i++) {
        all.hessian[i] += part.hessian[i] / lists.size();
      }
    }
    for (int f = 0; f < count; f++) {
      all.value += RIDGE * w[f] * w[f];
      all.gradient[f] += 2 * RIDGE * w[f];
      all.hessian[f * count + f] += 2 * RIDGE;
    }
    return all;
  }

  private void add(RankedList list, double[] w, Sums sums) {
    int candidates = list.liked().length;
    double[] x = new double[candidates * count];
    double[] chance = new double[candidates];
    double most = Double.NEGATIVE_INFINITY;
    int liked = 0;
    double likedScore = 0;
    double[] likedSum = new double[count];
    for (int c = 0; c < candidates; c++) {
      for (int f = 0; f < count; f++) {
        x[c * count + f] = list.features()[c * count + f] * scale[f];
        chance[c] += w[f] * x[c * count + f];
      }
      most = Math.max(most, chance[c]);
      if (list.liked()[c]) {
        liked++;
        likedScore += chance[c];
        for (int f = 0; f < count; f++) {
          likedSum[f] += x[c * count + f];
        }
      }
    }
    double total = 0;
    for (int c = 0; c < candidates; c++) {
      chance[c] = Math.exp(chance[c] - most);
      total += chance[c];
    }
    double[] mean = new double[count];
    double[] meanOfKept = new double[count];
    double importance = 1 / Math.sqrt(liked);
    for (int c = 0; c < candidates; c++) {
      double p = chance[c] / total;
      boolean kept = p > SMALLEST_CHANCE;
      for (int f = 0; f < count; f++) {
        double px = p * x[c * count + f];
        mean[f] += px;
        if (kept) {
          meanOfKept[f] += px;
          for (int g = 0; g <= f; g++) {
            sums.hessian[f * count + g] += importance * liked * px * x[c * count + g];
          }
        }
      }
    }
    sums.value += importance * (liked * (Math.log(total) + most) - likedScore);
    for (int f = 0; f < count; f++) {
      sums.gradient[f] += importance * (liked * mean[f] - likedSum[f]);
      for (int g = 0; g <= f; g++) {
        sums.hessian[f * count + g] -= importance * liked * meanOfKept[f] * meanOfKept[g];
      }
    }
  }

  /** The reciprocal spread of each feature; 0 for one that does not vary. */
  private static double[] scales(List<RankedList> lists, int count) {
    double[] sum = new double[count];
    double[] squares = new double[count];
    long rows = 0;
    for (RankedList list : lists) {
      rows += list.liked().length;
      for (int i = 0; i < list.features().length; i++) {
        double value = list.features()[i];
        sum[i % count] += value;
        squares[i % count] += value * value;
      }
    }
    double[] scales = new double[count];
    for (int f = 0; f < count; f++) {
      double mean = sum[f] / rows;
      double variance = squares[f] / rows - mean * mean;
      scales[f] = variance > 1e-9 * mean * mean && variance > 0 ? 1 / Math.sqrt(variance) : 0;
    }
    return scales;
  }
}
