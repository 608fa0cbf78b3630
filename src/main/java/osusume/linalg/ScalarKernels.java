package osusume.linalg;

/** The kernels in plain Java, for a runtime without the Vector API. */
final class ScalarKernels implements Kernels {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    // Four sums that do not wait for each other: the additions of one would be a chain.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[aFrom + i] * b[bFrom + i];
      s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aFrom + i] * b[bFrom + i];
    }
    return s0 + s1 + (s2 + s3);
  }

  @Override
  public void largest(float[] x, long[] among, int words, float[] largest) {
    for (int block = 0; block < largest.length; block++) {
      float best = Float.NEGATIVE_INFINITY;
      int end = Math.min((block + 1) * words, among.length);
      for (int word = block * words; word < end; word++) {
        best = Math.max(best, largest(x, word << 6, among[word]));
      }
      largest[block] = best;
    }
  }

  /** Of the numbers from {@code from} on that have a bit in {@code among}; −∞ without any. */
  static float largest(float[] x, int from, long among) {
    float largest = Float.NEGATIVE_INFINITY;
    for (long bits = among; bits != 0; bits &= bits - 1) {
      largest = Math.max(largest, x[from + Long.numberOfTrailingZeros(bits)]);
    }
    return largest;
  }

  @Override
  public long atLeast(float[] x, int from, float least) {
    return reaching(x, from, least);
  }

  static long reaching(float[] x, int from, float least) {
    long bits = 0;
    int end = Math.min(from + Long.SIZE, x.length);
    for (int i = from; i < end; i++) {
      bits |= x[i] >= least ? 1L << i : 0;
    }
    return bits;
  }

  @Override
  public void within(double[] x, double low, double high, boolean orNan, long[] within) {
    for (int word = 0; word < within.length; word++) {
      within[word] = within(x, word << 6, low, high, orNan);
    }
  }

  /** Of 64 numbers, or of those that are left. */
  static long within(double[] x, int from, double low, double high, boolean orNan) {
    long bits = 0;
    int end = Math.min(from + Long.SIZE, x.length);
    for (int i = from; i < end; i++) {
      boolean fits = (x[i] >= low & x[i] <= high) | (orNan & x[i] != x[i]);
      bits |= fits ? 1L << i : 0;
    }
    return bits;
  }

  @Override
  public void addScaled(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    for (int i = 0; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  @Override
  public void addRows(
      int[] index, byte[] weights, int from, int to, float[] table, int stride, float[] out) {
    for (int c = 0; c < stride; c += 8) {
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      float s4 = 0;
      float s5 = 0;
      float s6 = 0;
      float s7 = 0;
      for (int e = from; e < to; e++) {
        float weight = weights[e];
        int at = index[e] * stride + c;
        s0 += weight * table[at];
        s1 += weight * table[at + 1];
        s2 += weight * table[at + 2];
        s3 += weight * table[at + 3];
        s4 += weight * table[at + 4];
        s5 += weight * table[at + 5];
        s6 += weight * table[at + 6];
        s7 += weight * table[at + 7];
      }
      out[c] += s0;
      out[c + 1] += s1;
      out[c + 2] += s2;
      out[c + 3] += s3;
      out[c + 4] += s4;
      out[c + 5] += s5;
      out[c + 6] += s6;
      out[c + 7] += s7;
    }
  }

  @Override
  public void halsSweeps(
      float[] gram, float[] inverseDiagonal, int k, float[] b, float[] w, int sweeps) {
    float[] rest = new float[TILE];
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int l = 0; l < k; l++) {
        System.arraycopy(b, l * TILE, rest, 0, TILE);
        for (int j = 0; j < k; j++) {
          float g = gram[l * k + j];
          int at = j * TILE;
          for (int r = 0; r < TILE; r++) {
            rest[r] -= g * w[at + r];
          }
        }
        float inverse = inverseDiagonal[l];
        int at = l * TILE;
        for (int r = 0; r < TILE; r++) {
          w[at + r] = Math.max(0f, w[at + r] + rest[r] * inverse);
        }
      }
    }
  }

  @Override
  public void subtractProduct(float[] a, float[] b, float[] c) {
    for (int row = 0; row < TILE; row++) {
      for (int p = 0; p < TILE; p++) {
        addScaled(-a[row * TILE + p], b, p * TILE, c, row * TILE, TILE);
      }
    }
  }

  @Override
  public void addNormalEquations(
      float[] x,
      int[] starts,
      float[] weights,
      float[] targets,
      int count,
      int d,
      double[] products,
      double[] sums) {
    normalEquations(x, starts, weights, targets, count, d, products, sums);
  }

  static void normalEquations(
      float[] x,
      int[] starts,
      float[] weights,
      float[] targets,
      int count,
      int d,
      double[] products,
      double[] sums) {
    float[] weighted = new float[d];
    for (int v = 0; v < count; v++) {
      int from = starts[v];
      for (int j = 0; j < d; j++) {
        weighted[j] = weights[v] * x[from + j];
        sums[j] += weighted[j] * targets[v];
      }
      for (int l = 0; l < d; l++) {
        float number = x[from + l];
        for (int j = l; j < d; j++) {
          products[l * d + j] += weighted[j] * number;
        }
      }
    }
  }
}
