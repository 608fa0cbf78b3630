package osusume.nmf;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import osusume.linalg.Kernels;

/**
 * Taste groups: X ≈ W·H with W (users × k) and H (k × anime), both without a negative number. Rows
 * of H have length 1 and W carries the scale, so that the largest entry of a user's row means the
 * group that explains most of that user's ratings; groups are ordered by the total of their column
 * of W, so group 0 is the largest. Immutable and safe for any number of threads.
 *
 * <p>Rows are all users of the rating matrix in its order, with a row of zeros for one without a
 * positive rating. Columns are the titles with a positive rating.
 */
public final class NmfModel {
  /** Columns whose scores are summed at once, so that they stay in the fastest cache. */
  private static final int MIX_BLOCK = 2048;

  private final float[] w;
  private final float[] h;
  private final int k;
  private final IdIndex users;
  private final IdIndex anime;
  private final double[] loss;
  private final TrainingRecord training;
  private final FoldIn foldIn;

  /**
   * Takes the arrays over without copying them.
   *
   * @param w users × k, row after row
   * @param h k × anime, row after row
   * @param userIds distinct
   * @param animeIds distinct
   * @param loss relative error at the start and after each iteration; not empty
   */
  NmfModel(
      float[] w, float[] h, int[] userIds, int[] animeIds, double[] loss, TrainingRecord training) {
    this.k = training.settings().components();
    this.w = w;
    this.h = h;
    this.users = new IdIndex(userIds);
    this.anime = new IdIndex(animeIds);
    this.loss = loss;
    this.training = training;
    this.foldIn = new FoldIn(h, k, animeIds.length);
  }

  /** How many taste groups there are. */
  public int components() {
    return k;
  }

  /** How many users (rows of W) there are. */
  public int userCount() {
    return users.count();
  }

  /** How many titles (columns of H) there are. */
  public int animeCount() {
    return anime.count();
  }

  /** A copy of a user's row of W, k numbers. */
  public float[] userRow(int row) {
    Objects.checkIndex(row, userCount());
    return Arrays.copyOfRange(w, row * k, (row + 1) * k);
  }

  /** How much of a group is in a user. */
  public float w(int row, int component) {
    return w[Objects.checkIndex(row, userCount()) * k + Objects.checkIndex(component, k)];
  }

  /** How much of a title is in a group. */
  public float h(int component, int column) {
    return h[
        Objects.checkIndex(component, k) * animeCount() + Objects.checkIndex(column, animeCount())];
  }

  /** The row of a user, or −1 if the model does not know that user. */
  public int rowOfUser(int userId) {
    return users.positionOf(userId);
  }

  /** The column of a title, or −1 if the model does not know that title. */
  public int columnOfAnime(int animeId) {
    return anime.positionOf(animeId);
  }

  /** The outer id of a row. */
  public int userId(int row) {
    return users.id(row);
  }

  /** The outer id of a column. */
  public int animeId(int column) {
    return anime.id(column);
  }

  /** ‖X − WH‖ / ‖X‖ at the start and after each iteration; it never rises. */
  public double[] loss() {
    return loss.clone();
  }

  /** ‖X − WH‖ / ‖X‖ of this model. */
  public double relativeError() {
    return loss[loss.length - 1];
  }

  /** How many iterations it took. */
  public int iterations() {
    return loss.length - 1;
  }

  /** Whether training stopped by the tolerance, and not by the limit of iterations. */
  public boolean converged() {
    return training.converged();
  }

  /** How long training took, in seconds. */
  public double seconds() {
    return training.seconds();
  }

  /** What the training was asked for. */
  public NmfSettings settings() {
    return training.settings();
  }

  /** Of the data set the model was trained on. */
  public String fingerprint() {
    return training.fingerprint();
  }

  /** When training ended. */
  public Instant trainedAt() {
    return training.trainedAt();
  }

  /** Of the program that trained the model. */
  public String programVersion() {
    return training.programVersion();
  }

  /**
   * The group of a row of W: the index of its largest number, the first of equals.
   *
   * @return −1 if all are zero
   */
  public int groupOf(float[] row) {
    int best = -1;
    float largest = 0;
    for (int c = 0; c < k; c++) {
      if (row[c] > largest) {
        largest = row[c];
        best = c;
      }
    }
    return best;
  }

  /** The shares of the groups in a row of W: k numbers with sum 1, or zeros if the row is zero. */
  public double[] groupShares(float[] row) {
    double[] shares = new double[k];
    double sum = 0;
    for (int c = 0; c < k; c++) {
      sum += row[c];
    }
    for (int c = 0; c < k && sum > 0; c++) {
      shares[c] = row[c] / sum;
    }
    return shares;
  }

  /** How many users belong to each group, see {@link #groupOf}: k numbers. */
  public int[] groupSizes() {
    int[] sizes = new int[k];
    for (int row = 0; row < userCount(); row++) {
      int group = groupOf(userRow(row));
      if (group >= 0) {
        sizes[group]++;
      }
    }
    return sizes;
  }

  /** A copy of a group's row of H: one number a title. */
  public float[] groupScores(int group) {
    Objects.checkIndex(group, k);
    return Arrays.copyOfRange(h, group * animeCount(), (group + 1) * animeCount());
  }

  /** w·H: one number a title, the groups weighed by the whole row. */
  public float[] mixScores(float[] row) {
    float[] scores = new float[animeCount()];
    Kernels kernels = Kernels.best();
    for (int from = 0; from < scores.length; from += MIX_BLOCK) {
      int length = Math.min(MIX_BLOCK, scores.length - from);
      for (int c = 0; c < k; c++) {
        if (row[c] != 0) {
          kernels.addScaled(row[c], h, c * animeCount() + from, scores, from, length);
        }
      }
    }
    return scores;
  }

  /** Finds the row of W of a taste that the model was not trained on. */
  public FoldIn foldIn() {
    return foldIn;
  }

  float[] wTable() {
    return w;
  }

  float[] hTable() {
    return h;
  }

  int[] userIds() {
    return users.ids();
  }

  int[] animeIds() {
    return anime.ids();
  }

  TrainingRecord training() {
    return training;
  }
}
