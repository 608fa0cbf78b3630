package osusume.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  private static final Kernels SCALAR = new ScalarKernels();
  private static final Kernels VECTOR = new VectorKernels();

  private final Random random = new Random(7);

  @Test
  void theVectorKernelsAreChosenWhereTheModuleIs() {
    assertThat(Kernels.best().name()).startsWith("vector-");
  }

  @Test
  void withoutTheOptimisingCompilerPlainJavaIsChosen() {
    assertThat(KernelChoice.optimised("mixed mode, sharing")).isTrue();
    assertThat(KernelChoice.optimised("mixed mode, emulated-client, sharing")).isFalse();
    assertThat(KernelChoice.optimised("interpreted mode")).isFalse();
  }

  @Test
  void strideIsTheNextMultipleOfEight() {
    assertThat(Kernels.stride(1)).isEqualTo(8);
    assertThat(Kernels.stride(8)).isEqualTo(8);
    assertThat(Kernels.stride(20)).isEqualTo(24);
    assertThat(Kernels.stride(200)).isEqualTo(200);
  }

  @Test
  void dotAgreesAtEveryLengthAndOffset() {
    float[] a = numbers(300);
    float[] b = numbers(300);
    for (int length = 0; length < 200; length++) {
      int aFrom = random.nextInt(100);
      int bFrom = random.nextInt(100);
      double exact = 0;
      double size = 1;
      for (int i = 0; i < length; i++) {
        exact += (double) a[aFrom + i] * b[bFrom + i];
        size += Math.abs(a[aFrom + i] * b[bFrom + i]);
      }
      assertThat((double) SCALAR.dot(a, aFrom, b, bFrom, length))
          .isCloseTo(exact, within(1e-6 * size));
      assertThat((double) VECTOR.dot(a, aFrom, b, bFrom, length))
          .isCloseTo(exact, within(1e-6 * size));
    }
  }

  @Test
  void largestIsThatOfTheNumbersThatCountInEachBlock() {
    for (int length = 1; length < 400; length++) {
      float[] x = numbers(length);
      long[] among = new long[(length + 63) / 64];
      int words = 1 + random.nextInt(3);
      float[] expected = new float[(among.length + words - 1) / words];
      Arrays.fill(expected, Float.NEGATIVE_INFINITY);
      int counted = 1 + random.nextInt(100);
      for (int i = 0; i < length; i++) {
        if (random.nextInt(counted) < 2) {
          among[i / 64] |= 1L << i;
          int block = i / 64 / words;
          expected[block] = Math.max(expected[block], x[i]);
        }
      }
      for (Kernels kernels : new Kernels[] {SCALAR, VECTOR}) {
        float[] largest = new float[expected.length];
        kernels.largest(x, among, words, largest);
        assertThat(largest).isEqualTo(expected);
      }
    }
  }

  @Test
  void atLeastTellsEachNumberByItself() {
    for (int length = 1; length < 200; length++) {
      float[] x = numbers(length);
      float least = random.nextInt(5) == 0 ? Float.NEGATIVE_INFINITY : x[random.nextInt(length)];
      for (int from = 0; from < length; from += 64) {
        long expected = 0;
        for (int i = from; i < Math.min(from + 64, length); i++) {
          expected |= x[i] >= least ? 1L << (i - from) : 0;
        }
        assertThat(SCALAR.atLeast(x, from, least)).isEqualTo(expected);
        assertThat(VECTOR.atLeast(x, from, least)).isEqualTo(expected);
      }
    }
  }

  @Test
  void withinTellsEachNumberByItself() {
    double[] ends = {Double.NEGATIVE_INFINITY, -0.5, 0.25, 1, Double.POSITIVE_INFINITY};
    for (int length = 0; length < 200; length++) {
      double[] x = new double[length];
      for (int i = 0; i < length; i++) {
        x[i] = random.nextInt(5) == 0 ? Double.NaN : ends[random.nextInt(5)] + random.nextInt(2);
      }
      double low = ends[random.nextInt(5)];
      double high = ends[random.nextInt(5)];
      boolean orNan = random.nextBoolean();
      long[] expected = new long[(length + 63) / 64];
      for (int i = 0; i < length; i++) {
        boolean fits = Double.isNaN(x[i]) ? orNan : x[i] >= low && x[i] <= high;
        expected[i / 64] |= fits ? 1L << (i % 64) : 0;
      }
      long[] found = new long[expected.length];
      Arrays.fill(found, random.nextLong());
      SCALAR.within(x, low, high, orNan, found);
      assertThat(found).isEqualTo(expected);
      Arrays.fill(found, random.nextLong());
      VECTOR.within(x, low, high, orNan, found);
      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void normalEquationsAreTheSameBitsInBothAndCloseToExact() {
    for (int d : new int[] {1, 5, 8, 16, 24, 53}) {
      int count = 40;
      float[] x = numbers(count * d + 3);
      float[] weights = numbers(count + 1);
      float[] targets = numbers(count + 1);
      int[] starts = new int[count + 1];
      Arrays.setAll(starts, v -> Math.min(v * d + 3, count * d + 2));
      double[] products = new double[d * d];
      double[] sums = new double[d];
      SCALAR.addNormalEquations(x, starts, weights, targets, count, d, products, sums);
      double[] byVector = new double[d * d];
      double[] sumsByVector = new double[d];
      VECTOR.addNormalEquations(x, starts, weights, targets, count, d, byVector, sumsByVector);
      assertThat(sumsByVector).isEqualTo(sums);
      for (int l = 0; l < d; l++) {
        for (int j = l; j < d; j++) {
          double exact = 0;
          for (int v = 0; v < count; v++) {
            exact += (double) weights[v] * x[starts[v] + l] * x[starts[v] + j];
          }
          assertThat(byVector[l * d + j]).isEqualTo(products[l * d + j]);
          assertThat(products[l * d + j]).isCloseTo(exact, within(1e-4));
        }
      }
    }
  }

  /**
   * The order of the additions is fixed, so that the bits do not change when the compiler takes the
   * kernel up in the middle of a training: the Vector API's own reduction leaves it open.
   */
  @Test
  void theVectorDotAddsInItsWrittenOrder() {
    int lanes = Integer.parseInt(VECTOR.name().substring("vector-".length())) / Float.SIZE;
    float[] a = numbers(400);
    for (int call = 0; call < 50_000; call++) {
      int from = call % 100;
      int length = call % 300;
      float expected = inWrittenOrder(a, from, length, lanes);
      assertThat(VECTOR.dot(a, from, a, 50, length) == expected).isTrue();
    }
  }

  private static float inWrittenOrder(float[] a, int from, int length, int lanes) {
    float[] sums = new float[4 * lanes];
    int i = 0;
    for (; i + 4 * lanes <= length; i += 4 * lanes) {
      for (int s = 0; s < 4 * lanes; s++) {
        sums[s] = Math.fma(a[from + i + s], a[50 + i + s], sums[s]);
      }
    }
    for (; i + lanes <= length; i += lanes) {
      for (int s = 0; s < lanes; s++) {
        sums[s] = Math.fma(a[from + i + s], a[50 + i + s], sums[s]);
      }
    }
    for (int s = 0; s < lanes; s++) {
      sums[s] = sums[s] + sums[s + lanes] + (sums[s + 2 * lanes] + sums[s + 3 * lanes]);
    }
    for (int half = lanes / 2; half > 0; half /= 2) {
      for (int s = 0; s < half; s++) {
        sums[s] += sums[s + half];
      }
    }
    for (; i < length; i++) {
      sums[0] += a[from + i] * a[50 + i];
    }
    return sums[0];
  }

  @Test
  void addScaledAgreesAtEveryLengthAndTouchesNothingElse() {
    for (int length = 0; length < 120; length++) {
      float[] x = numbers(160);
      float[] scalar = numbers(160);
      float[] vector = scalar.clone();
      float[] before = scalar.clone();
      SCALAR.addScaled(1.5f, x, 3, scalar, 7, length);
      VECTOR.addScaled(1.5f, x, 3, vector, 7, length);
      for (int i = 0; i < 160; i++) {
        boolean inside = i >= 7 && i < 7 + length;
        double exact = before[i] + (inside ? 1.5 * x[i - 4] : 0);
        assertThat((double) scalar[i]).isCloseTo(exact, within(inside ? 1e-5 : 0.0));
        assertThat((double) vector[i]).isCloseTo(exact, within(inside ? 1e-5 : 0.0));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 152, 200, 208})
  void addRowsAgreesForEveryStride(int stride) {
    int rows = 50;
    float[] table = numbers(rows * stride);
    for (int count : new int[] {0, 1, 2, 3, 7, 40}) {
      int[] index = random.ints(count + 5, 0, rows).toArray();
      byte[] weights = new byte[count + 5];
      for (int e = 0; e < weights.length; e++) {
        weights[e] = (byte) (1 + random.nextInt(10));
      }
      float[] scalar = numbers(stride + 16);
      float[] vector = scalar.clone();
      float[] before = scalar.clone();
      SCALAR.addRows(index, weights, 2, 2 + count, table, stride, scalar);
      VECTOR.addRows(index, weights, 2, 2 + count, table, stride, vector);
      for (int c = 0; c < stride + 16; c++) {
        double exact = before[c];
        for (int e = 2; e < 2 + count && c < stride; e++) {
          exact += weights[e] * (double) table[index[e] * stride + c];
        }
        assertThat((double) scalar[c]).isCloseTo(exact, within(1e-4));
        assertThat((double) vector[c]).isCloseTo(exact, within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 33, 200})
  void halsSweepsAgreeWithTheFormula(int k) {
    float[] other = numbers(3 * k * k);
    float[] gram = new float[k * k];
    for (int l = 0; l < k; l++) {
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < 3 * k; i++) {
          gram[l * k + j] += other[i * k + l] * other[i * k + j];
        }
      }
    }
    float[] inverse = new float[k];
    for (int l = 0; l < k; l++) {
      inverse[l] = 1 / gram[l * k + l];
    }
    inverse[k / 2] = 0;
    float[] b = numbers(k * Kernels.TILE);
    float[] scalar = numbers(k * Kernels.TILE);
    for (int i = 0; i < scalar.length; i++) {
      scalar[i] = Math.abs(scalar[i]);
    }
    float[] vector = scalar.clone();
    double[] exact = new double[scalar.length];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = scalar[i];
    }
    SCALAR.halsSweeps(gram, inverse, k, b, scalar, 2);
    VECTOR.halsSweeps(gram, inverse, k, b, vector, 2);
    for (int sweep = 0; sweep < 2; sweep++) {
      for (int l = 0; l < k; l++) {
        for (int r = 0; r < Kernels.TILE; r++) {
          double rest = b[l * Kernels.TILE + r];
          for (int j = 0; j < k; j++) {
            rest -= gram[l * k + j] * exact[j * Kernels.TILE + r];
          }
          exact[l * Kernels.TILE + r] =
              Math.max(0, exact[l * Kernels.TILE + r] + rest * inverse[l]);
        }
      }
    }
    for (int i = 0; i < exact.length; i++) {
      assertThat((double) scalar[i]).isCloseTo(exact[i], within(2e-3));
      assertThat((double) vector[i]).isCloseTo(exact[i], within(2e-3));
    }
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  @Test
  void subtractsTheProductOfTwoTiles() {
    int side = Kernels.TILE;
    float[] a = numbers(side * side);
    float[] b = numbers(side * side);
    float[] c = numbers(side * side);
    for (Kernels kernels : new Kernels[] {SCALAR, VECTOR}) {
      float[] result = c.clone();
      kernels.subtractProduct(a, b, result);
      for (int i = 0; i < side; i++) {
        for (int j = 0; j < side; j++) {
          double exact = c[i * side + j];
          double size = Math.abs(exact);
          for (int p = 0; p < side; p++) {
            exact -= (double) a[i * side + p] * b[p * side + j];
            size += Math.abs(a[i * side + p] * b[p * side + j]);
          }
          assertThat((double) result[i * side + j]).isCloseTo(exact, within(1e-6 * size));
        }
      }
    }
  }
}
