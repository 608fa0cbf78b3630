package osusume.linalg;

/**
 * The inner loops of the program, over single-precision arrays. Two implementations give the same
 * numbers up to rounding: one written with the Vector API, one in plain Java. Neither keeps state:
 * any number of threads may share one.
 */
public interface Kernels {
  /** How many rows of a factor {@link #halsSweeps} works on at once. */
  int TILE = 64;

  /** The fastest kernels that this Java runtime offers, chosen once. */
  static Kernels best() {
    return KernelChoice.BEST;
  }

  /** The smallest row length that holds {@code columns} floats and is a whole number of vectors. */
  static int stride(int columns) {
    return (columns + 7) & -8;
  }

  /** What these kernels are called in a log or a benchmark. */
  String name();

  /** Σ a[aFrom + i] · b[bFrom + i] over {@code length} entries. */
  float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

  /**
   * The largest of some numbers, none of which is NaN, block by block; −∞ in a block without any.
   *
   * @param among which numbers count, 64 a word; no more words than {@code x} has numbers for
   * @param words how many words a block has; the last may have fewer
   * @param largest one a block; overwritten
   */
  void largest(float[] x, long[] among, int words, float[] largest);

  /** Which of the 64 numbers from {@code from} on, or of those that are left, are ≥ least. */
  long atLeast(float[] x, int from, float least);

  /**
   * Tells which numbers lie in a stretch.
   *
   * @param orNan whether NaN counts as within
   * @param within bit i says whether low ≤ x[i] ≤ high, 64 numbers a word; overwritten
   */
  void within(double[] x, double low, double high, boolean orNan, long[] within);

  /** y[yFrom + i] += alpha · x[xFrom + i] over {@code length} entries. */
  void addScaled(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length);

  /**
   * Adds a weighted sum of rows of a dense table: out[c] += Σ weights[e] · table[index[e] · stride
   * + c], over the entries {@code from ≤ e < to} and all {@code c < stride}. This is one row of a
   * sparse matrix times a dense one.
   *
   * @param stride a multiple of 8, see {@link #stride}
   */
  void addRows(
      int[] index, byte[] weights, int from, int to, float[] table, int stride, float[] out);

  /**
   * Sweeps of hierarchical alternating least squares over {@link #TILE} rows of a factor at once
   * (Cichocki and Phan 2009, section 3; written for rows, so that they are independent of each
   * other): for each component l in turn, w_l ← max(0, w_l + (b_l − Σ_j gram_lj w_j) / gram_ll).
   *
   * @param gram k × k, symmetric: the Gram matrix of the other factor
   * @param inverseDiagonal k: 1 / gram_ll, or 0 where gram_ll is 0, which leaves w_l as it is
   * @param b k × TILE: component l of row r at l · TILE + r; the data times the other factor
   * @param w k × TILE, likewise: the rows that are improved
   */
  void halsSweeps(float[] gram, float[] inverseDiagonal, int k, float[] b, float[] w, int sweeps);

  /**
   * c ← c − a · b, where all three are TILE × TILE, row after row.
   *
   * @param a only read
   * @param b only read
   * @param c what is subtracted from; not {@code a} and not {@code b}
   */
  void subtractProduct(float[] a, float[] b, float[] c);

  /**
   * Adds up the normal equations of a least squares fit over some vectors x of d numbers with
   * targets t: products += Σ w x xᵀ and sums += Σ w t x. A product is (w x_j) x_l in single
   * precision for l ≤ j, and is added in double precision, vector after vector: all kernels give
   * the same bits.
   *
   * @param x the numbers of all vectors
   * @param starts where each vector begins in {@code x}
   * @param weights w of each vector
   * @param targets t of each vector
   * @param count how many vectors there are; what comes after in their arrays does not count
   * @param products d × d, row after row; right of the diagonal, and on it. What it holds left of
   *     the diagonal says nothing afterwards
   * @param sums d numbers
   */
  void addNormalEquations(
      float[] x,
      int[] starts,
      float[] weights,
      float[] targets,
      int count,
      int d,
      double[] products,
      double[] sums);
}
