package osusume.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels with the Vector API: a whole register of floats at a time, several sums in flight.
 * Linked by name only, see {@link KernelChoice}.
 */
final class VectorKernels implements Kernels {
  /** The machine's own width, but never so wide that four registers are more than a tile. */
  private static final VectorSpecies<Float> WIDE =
      FloatVector.SPECIES_PREFERRED.length() > TILE / 4
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int LANES = WIDE.length();

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many floats as a register holds doubles. */
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

  /** Eight floats: what a stride is a whole number of. */
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

  private static final VectorShuffle<Float> BY_EIGHT = VectorShuffle.iota(WIDE, 8, 1, true);
  private static final VectorShuffle<Float> BY_FOUR = VectorShuffle.iota(WIDE, 4, 1, true);
  private static final VectorShuffle<Float> BY_TWO = VectorShuffle.iota(WIDE, 2, 1, true);

  @Override
  public String name() {
    return "vector-" + WIDE.vectorBitSize();
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    FloatVector s0 = FloatVector.zero(WIDE);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (int end = length - 4 * LANES; i <= end; i += 4 * LANES) {
      s0 = load(a, aFrom + i).fma(load(b, bFrom + i), s0);
      s1 = load(a, aFrom + i + LANES).fma(load(b, bFrom + i + LANES), s1);
      s2 = load(a, aFrom + i + 2 * LANES).fma(load(b, bFrom + i + 2 * LANES), s2);
      s3 = load(a, aFrom + i + 3 * LANES).fma(load(b, bFrom + i + 3 * LANES), s3);
    }
    for (int end = length - LANES; i <= end; i += LANES) {
      s0 = load(a, aFrom + i).fma(load(b, bFrom + i), s0);
    }
    float sum = sumOfLanes(s0.add(s1).add(s2.add(s3)));
    for (; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  /**
   * The sum of a register's floats, halves upon halves. The Vector API's own reduction adds in an
   * order that it leaves open and that changes when the compiler takes a method up, so that the
   * same training would give other bits in another run.
   */
  private static float sumOfLanes(FloatVector s) {
    FloatVector sum = s;
    if (LANES > 8) {
      sum = sum.add(sum.rearrange(BY_EIGHT));
    }
    if (LANES > 4) {
      sum = sum.add(sum.rearrange(BY_FOUR));
    }
    if (LANES > 2) {
      sum = sum.add(sum.rearrange(BY_TWO));
    }
    return sum.lane(0) + sum.lane(1);
  }

  @Override
  public void largest(float[] x, long[] among, int words, float[] largest) {
    for (int block = 0; block < largest.length; block++) {
      FloatVector best = FloatVector.broadcast(WIDE, Float.NEGATIVE_INFINITY);
      float ofLast = Float.NEGATIVE_INFINITY;
      int end = Math.min((block + 1) * words, among.length);
      for (int word = block * words; word < end; word++) {
        int from = word << 6;
        if (from + Long.SIZE > x.length) {
          ofLast = ScalarKernels.largest(x, from, among[word]);
          continue;
        }
        for (int i = 0; i < Long.SIZE; i += LANES) {
          FloatVector numbers = load(x, from + i);
          VectorMask<Float> counts = VectorMask.fromLong(WIDE, among[word] >>> i);
          best = best.blend(numbers, numbers.compare(VectorOperators.GT, best).and(counts));
        }
      }
      largest[block] = Math.max(ofLast, largestLane(best));
    }
  }

  private static float largestLane(FloatVector numbers) {
    FloatVector largest = numbers;
    if (LANES > 8) {
      largest = larger(largest, largest.rearrange(BY_EIGHT));
    }
    if (LANES > 4) {
      largest = larger(largest, largest.rearrange(BY_FOUR));
    }
    if (LANES > 2) {
      largest = larger(largest, largest.rearrange(BY_TWO));
    }
    return Math.max(largest.lane(0), largest.lane(1));
  }

  /** Faster than the maximum of the Vector API, which looks out for NaN and for −0. */
  private static FloatVector larger(FloatVector a, FloatVector b) {
    return a.blend(b, b.compare(VectorOperators.GT, a));
  }

  @Override
  public long atLeast(float[] x, int from, float least) {
    if (from + Long.SIZE > x.length) {
      return ScalarKernels.reaching(x, from, least);
    }
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i += LANES) {
      bits |= load(x, from + i).compare(VectorOperators.GE, least).toLong() << i;
    }
    return bits;
  }

  @Override
  public void within(double[] x, double low, double high, boolean orNan, long[] within) {
    int lanes = DOUBLES.length();
    for (int word = 0; word < within.length; word++) {
      int from = word << 6;
      if (from + Long.SIZE > x.length) {
        within[word] = ScalarKernels.within(x, from, low, high, orNan);
        continue;
      }
      long bits = 0;
      for (int i = 0; i < Long.SIZE; i += lanes) {
        DoubleVector numbers = DoubleVector.fromArray(DOUBLES, x, from + i);
        VectorMask<Double> fits =
            numbers.compare(VectorOperators.GE, low).and(numbers.compare(VectorOperators.LE, high));
        if (orNan) {
          fits = fits.or(numbers.test(VectorOperators.IS_NAN));
        }
        bits |= fits.toLong() << i;
      }
      within[word] = bits;
    }
  }

  @Override
  public void addScaled(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    FloatVector factor = FloatVector.broadcast(WIDE, alpha);
    int i = 0;
    for (int end = length - LANES; i <= end; i += LANES) {
      load(x, xFrom + i).fma(factor, load(y, yFrom + i)).intoArray(y, yFrom + i);
    }
    for (; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  @Override
  public void addRows(
      int[] index, byte[] weights, int from, int to, float[] table, int stride, float[] out) {
    int c = 0;
    for (; c + 4 * LANES <= stride; c += 4 * LANES) {
      fourRegisters(index, weights, from, to, table, stride, c, out);
    }
    for (; c + 2 * LANES <= stride; c += 2 * LANES) {
      twoRegisters(index, weights, from, to, table, stride, c, out);
    }
    // Where a register holds more than eight floats, a stride may end in the middle of one.
    if (stride - c == LANES + 8 && LANES > 8) {
      registerAndHalf(index, weights, from, to, table, stride, c, out);
      return;
    }
    for (; c + LANES <= stride; c += LANES) {
      oneRegister(index, weights, from, to, table, stride, c, out);
    }
    if (c < stride) {
      eightFloats(index, weights, from, to, table, stride, c, out);
    }
  }

  private static void fourRegisters(
      int[] index,
      byte[] weights,
      int from,
      int to,
      float[] table,
      int stride,
      int c,
      float[] out) {
    FloatVector s0 = load(out, c);
    FloatVector s1 = load(out, c + LANES);
    FloatVector s2 = load(out, c + 2 * LANES);
    FloatVector s3 = load(out, c + 3 * LANES);
    for (int e = from; e < to; e++) {
      FloatVector weight = FloatVector.broadcast(WIDE, weights[e]);
      int at = index[e] * stride + c;
      s0 = load(table, at).fma(weight, s0);
      s1 = load(table, at + LANES).fma(weight, s1);
      s2 = load(table, at + 2 * LANES).fma(weight, s2);
      s3 = load(table, at + 3 * LANES).fma(weight, s3);
    }
    s0.intoArray(out, c);
    s1.intoArray(out, c + LANES);
    s2.intoArray(out, c + 2 * LANES);
    s3.intoArray(out, c + 3 * LANES);
  }

  private static void twoRegisters(
      int[] index,
      byte[] weights,
      int from,
      int to,
      float[] table,
      int stride,
      int c,
      float[] out) {
    FloatVector s0 = load(out, c);
    FloatVector s1 = load(out, c + LANES);
    FloatVector t0 = FloatVector.zero(WIDE);
    FloatVector t1 = t0;
    int e = from;
    for (; e + 1 < to; e += 2) {
      FloatVector weight = FloatVector.broadcast(WIDE, weights[e]);
      FloatVector next = FloatVector.broadcast(WIDE, weights[e + 1]);
      int at = index[e] * stride + c;
      int after = index[e + 1] * stride + c;
      s0 = load(table, at).fma(weight, s0);
      s1 = load(table, at + LANES).fma(weight, s1);
      t0 = load(table, after).fma(next, t0);
      t1 = load(table, after + LANES).fma(next, t1);
    }
    if (e < to) {
      FloatVector weight = FloatVector.broadcast(WIDE, weights[e]);
      int at = index[e] * stride + c;
      s0 = load(table, at).fma(weight, s0);
      s1 = load(table, at + LANES).fma(weight, s1);
    }
    s0.add(t0).intoArray(out, c);
    s1.add(t1).intoArray(out, c + LANES);
  }

  /** Twenty components, the default, are 24 floats: one register of sixteen and one of eight. */
  private static void registerAndHalf(
      int[] index,
      byte[] weights,
      int from,
      int to,
      float[] table,
      int stride,
      int c,
      float[] out) {
    FloatVector s0 = load(out, c);
    FloatVector s1 = FloatVector.fromArray(EIGHT, out, c + LANES);
    FloatVector t0 = FloatVector.zero(WIDE);
    FloatVector t1 = FloatVector.zero(EIGHT);
    int e = from;
    for (; e + 1 < to; e += 2) {
      float weight = weights[e];
      float next = weights[e + 1];
      int at = index[e] * stride + c;
      int after = index[e + 1] * stride + c;
      s0 = load(table, at).fma(FloatVector.broadcast(WIDE, weight), s0);
      s1 =
          FloatVector.fromArray(EIGHT, table, at + LANES)
              .fma(FloatVector.broadcast(EIGHT, weight), s1);
      t0 = load(table, after).fma(FloatVector.broadcast(WIDE, next), t0);
      t1 =
          FloatVector.fromArray(EIGHT, table, after + LANES)
              .fma(FloatVector.broadcast(EIGHT, next), t1);
    }
    if (e < to) {
      float weight = weights[e];
      int at = index[e] * stride + c;
      s0 = load(table, at).fma(FloatVector.broadcast(WIDE, weight), s0);
      s1 =
          FloatVector.fromArray(EIGHT, table, at + LANES)
              .fma(FloatVector.broadcast(EIGHT, weight), s1);
    }
    s0.add(t0).intoArray(out, c);
    s1.add(t1).intoArray(out, c + LANES);
  }

  // The species is written out in each of these: handed over it would not be a constant, and the
  // compiler would make an object of every vector.

  private static void oneRegister(
      int[] index,
      byte[] weights,
      int from,
      int to,
      float[] table,
      int stride,
      int c,
      float[] out) {
    FloatVector s = FloatVector.fromArray(WIDE, out, c);
    FloatVector t = FloatVector.zero(WIDE);
    int e = from;
    for (; e + 1 < to; e += 2) {
      FloatVector weight = FloatVector.broadcast(WIDE, weights[e]);
      FloatVector next = FloatVector.broadcast(WIDE, weights[e + 1]);
      s = FloatVector.fromArray(WIDE, table, index[e] * stride + c).fma(weight, s);
      t = FloatVector.fromArray(WIDE, table, index[e + 1] * stride + c).fma(next, t);
    }
    if (e < to) {
      FloatVector weight = FloatVector.broadcast(WIDE, weights[e]);
      s = FloatVector.fromArray(WIDE, table, index[e] * stride + c).fma(weight, s);
    }
    s.add(t).intoArray(out, c);
  }

  private static void eightFloats(
      int[] index,
      byte[] weights,
      int from,
      int to,
      float[] table,
      int stride,
      int c,
      float[] out) {
    FloatVector s = FloatVector.fromArray(EIGHT, out, c);
    FloatVector t = FloatVector.zero(EIGHT);
    int e = from;
    for (; e + 1 < to; e += 2) {
      FloatVector weight = FloatVector.broadcast(EIGHT, weights[e]);
      FloatVector next = FloatVector.broadcast(EIGHT, weights[e + 1]);
      s = FloatVector.fromArray(EIGHT, table, index[e] * stride + c).fma(weight, s);
      t = FloatVector.fromArray(EIGHT, table, index[e + 1] * stride + c).fma(next, t);
    }
    if (e < to) {
      FloatVector weight = FloatVector.broadcast(EIGHT, weights[e]);
      s = FloatVector.fromArray(EIGHT, table, index[e] * stride + c).fma(weight, s);
    }
    s.add(t).intoArray(out, c);
  }

  @Override
  public void halsSweeps(
      float[] gram, float[] inverseDiagonal, int k, float[] b, float[] w, int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int l = 0; l < k; l++) {
        for (int r = 0; r < TILE; r += 4 * LANES) {
          improve(gram, inverseDiagonal[l], k, b, w, l, r);
        }
      }
    }
  }

  /** One component of four registers of rows: k multiplications that do not wait for each other. */
  private static void improve(
      float[] gram, float inverse, int k, float[] b, float[] w, int l, int r) {
    int here = l * TILE + r;
    FloatVector s0 = load(b, here);
    FloatVector s1 = load(b, here + LANES);
    FloatVector s2 = load(b, here + 2 * LANES);
    FloatVector s3 = load(b, here + 3 * LANES);
    for (int j = 0; j < k; j++) {
      FloatVector minus = FloatVector.broadcast(WIDE, -gram[l * k + j]);
      int at = j * TILE + r;
      s0 = load(w, at).fma(minus, s0);
      s1 = load(w, at + LANES).fma(minus, s1);
      s2 = load(w, at + 2 * LANES).fma(minus, s2);
      s3 = load(w, at + 3 * LANES).fma(minus, s3);
    }
    FloatVector step = FloatVector.broadcast(WIDE, inverse);
    s0.fma(step, load(w, here)).max(0f).intoArray(w, here);
    s1.fma(step, load(w, here + LANES)).max(0f).intoArray(w, here + LANES);
    s2.fma(step, load(w, here + 2 * LANES)).max(0f).intoArray(w, here + 2 * LANES);
    s3.fma(step, load(w, here + 3 * LANES)).max(0f).intoArray(w, here + 3 * LANES);
  }

  @Override
  public void subtractProduct(float[] a, float[] b, float[] c) {
    for (int row = 0; row < TILE; row += 4) {
      for (int column = 0; column < TILE; column += 2 * LANES) {
        subtractPatch(a, b, c, row * TILE, column);
      }
    }
  }

  /** Four rows of two registers, which stay in registers over all the multiplications. */
  private static void subtractPatch(float[] a, float[] b, float[] c, int a0, int column) {
    int a1 = a0 + TILE;
    int a2 = a1 + TILE;
    int a3 = a2 + TILE;
    FloatVector s00 = FloatVector.zero(WIDE);
    FloatVector s01 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    for (int p = 0; p < TILE; p++) {
      FloatVector b0 = load(b, p * TILE + column);
      FloatVector b1 = load(b, p * TILE + column + LANES);
      FloatVector x0 = FloatVector.broadcast(WIDE, a[a0 + p]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(WIDE, a[a1 + p]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(WIDE, a[a2 + p]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(WIDE, a[a3 + p]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    subtract(s00, c, a0 + column);
    subtract(s01, c, a0 + column + LANES);
    subtract(s10, c, a1 + column);
    subtract(s11, c, a1 + column + LANES);
    subtract(s20, c, a2 + column);
    subtract(s21, c, a2 + column + LANES);
    subtract(s30, c, a3 + column);
    subtract(s31, c, a3 + column + LANES);
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
    int lanes = DOUBLES.length();
    if (d % lanes != 0 || lanes % 4 != 0) {
      ScalarKernels.normalEquations(x, starts, weights, targets, count, d, products, sums);
      return;
    }
    for (int column = 0; column < d; column += lanes) {
      addTargets(x, starts, weights, targets, count, column, sums);
      for (int row = 0; row < column + lanes; row += 4) {
        addPatch(x, starts, weights, count, d, row, column, products);
      }
    }
  }

  private static void addTargets(
      float[] x,
      int[] starts,
      float[] weights,
      float[] targets,
      int count,
      int column,
      double[] sums) {
    DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, column);
    for (int v = 0; v < count; v++) {
      FloatVector weighted = FloatVector.fromArray(HALF, x, starts[v] + column).mul(weights[v]);
      sum = sum.add(doubles(weighted.mul(targets[v])));
    }
    sum.intoArray(sums, column);
  }

  /** Four rows of one register, which stay in registers over all the vectors. */
  private static void addPatch(
      float[] x,
      int[] starts,
      float[] weights,
      int count,
      int d,
      int row,
      int column,
      double[] products) {
    int at = row * d + column;
    DoubleVector s0 = DoubleVector.fromArray(DOUBLES, products, at);
    DoubleVector s1 = DoubleVector.fromArray(DOUBLES, products, at + d);
    DoubleVector s2 = DoubleVector.fromArray(DOUBLES, products, at + 2 * d);
    DoubleVector s3 = DoubleVector.fromArray(DOUBLES, products, at + 3 * d);
    for (int v = 0; v < count; v++) {
      int from = starts[v];
      FloatVector weighted = FloatVector.fromArray(HALF, x, from + column).mul(weights[v]);
      s0 = s0.add(doubles(weighted.mul(x[from + row])));
      s1 = s1.add(doubles(weighted.mul(x[from + row + 1])));
      s2 = s2.add(doubles(weighted.mul(x[from + row + 2])));
      s3 = s3.add(doubles(weighted.mul(x[from + row + 3])));
    }
    s0.intoArray(products, at);
    s1.intoArray(products, at + d);
    s2.intoArray(products, at + 2 * d);
    s3.intoArray(products, at + 3 * d);
  }

  private static DoubleVector doubles(FloatVector floats) {
    return (DoubleVector) floats.convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  private static void subtract(FloatVector what, float[] from, int at) {
    load(from, at).sub(what).intoArray(from, at);
  }

  private static FloatVector load(float[] from, int at) {
    return FloatVector.fromArray(WIDE, from, at);
  }
}
