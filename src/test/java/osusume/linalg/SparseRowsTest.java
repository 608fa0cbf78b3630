package osusume.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class SparseRowsTest {
  private final Random random = new Random(3);

  /** A matrix with an empty row, an empty column and one row that is full. */
  private SparseRows sparse(double[][] dense) {
    int rows = dense.length;
    int columns = dense[0].length;
    int[] starts = new int[rows + 1];
    int[] at = new int[rows * columns];
    byte[] weights = new byte[rows * columns];
    int count = 0;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (dense[r][c] != 0) {
          at[count] = c;
          weights[count++] = (byte) dense[r][c];
        }
      }
      starts[r + 1] = count;
    }
    return new SparseRows(columns, starts, Arrays.copyOf(at, count), Arrays.copyOf(weights, count));
  }

  private double[][] dense(int rows, int columns, double density) {
    double[][] dense = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        boolean filled = r == 1 || (r != 2 && c != 3 && random.nextDouble() < density);
        dense[r][c] = filled ? 1 + random.nextInt(10) : 0;
      }
    }
    return dense;
  }

  @Test
  void transposingTurnsRowsIntoColumnsAndBack() {
    double[][] dense = dense(30, 20, 0.2);
    SparseRows x = sparse(dense);
    double[][] turned = new Array2DRowRealMatrix(dense).transpose().getData();
    assertThat(x.transpose()).isEqualTo(sparse(turned));
    assertThat(x.transpose().transpose()).isEqualTo(x).hasSameHashCodeAs(x);
    assertThat(x.transpose()).isNotEqualTo(x);
  }

  @Test
  void sumsAreThoseOfTheEntries() {
    SparseRows x = sparse(new double[][] {{1, 0, 10}, {0, 3, 0}});
    assertThat(x.sum()).isEqualTo(14);
    assertThat(x.squaredNorm()).isEqualTo(110);
  }

  @Test
  void productsAgreeWithDenseOnesLongRowsIncluded() {
    double[][] dense = dense(5, 5000, 0.3);
    SparseRows x = sparse(dense);
    int stride = 16;
    float[] table = new float[5000 * stride];
    for (int i = 0; i < table.length; i++) {
      table[i] = random.nextFloat();
    }
    float[] out = new float[5 * stride];
    Arrays.fill(out, Float.NaN);
    try (var parallel = new ParallelBlocks(2)) {
      x.times(table, stride, out, Kernels.best(), parallel);
    }
    for (int r = 0; r < 5; r++) {
      for (int c = 0; c < stride; c++) {
        double exact = 0;
        for (int j = 0; j < 5000; j++) {
          exact += dense[r][j] * table[j * stride + c];
        }
        assertThat((double) out[r * stride + c]).isCloseTo(exact, within(1e-6 * exact));
      }
    }
  }

  @Test
  void gramAgreesWithTheDenseProduct() {
    int rows = 1000;
    int k = 11;
    int stride = 16;
    float[] table = new float[rows * stride];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < k; c++) {
        table[r * stride + c] = random.nextFloat();
      }
    }
    try (var parallel = new ParallelBlocks(2)) {
      double[] gram = Gram.of(table, rows, k, stride, Kernels.best(), parallel);
      for (int l = 0; l < k; l++) {
        for (int j = 0; j < k; j++) {
          double exact = 0;
          for (int r = 0; r < rows; r++) {
            exact += (double) table[r * stride + l] * table[r * stride + j];
          }
          assertThat(gram[l * k + j]).isCloseTo(exact, within(1e-6 * exact));
        }
      }
    }
  }

  @Test
  void leadingSingularTriplesAgreeWithTheDenseDecomposition() {
    double[][] dense = new double[90][60];
    for (int r = 0; r < 90; r++) {
      for (int c = 0; c < 60; c++) {
        // Three clear directions and noise below them.
        dense[r][c] = (r % 3 == c % 3 ? 6 : 0) + (r % 2 == c % 2 ? 2 : 0) + random.nextInt(2);
      }
    }
    SparseRows x = sparse(dense);
    var exact = new SingularValueDecomposition(new Array2DRowRealMatrix(dense));
    try (var parallel = new ParallelBlocks(2)) {
      var svd = RandomizedSvd.of(x, x.transpose(), 4, 3, 5, Kernels.best(), parallel, () -> {});
      for (int j = 0; j < 4; j++) {
        double value = exact.getSingularValues()[j];
        assertThat(svd.value(j)).isCloseTo(value, within(1e-3 * value));
      }
      for (int j = 0; j < 4; j++) {
        // Equal directions may be mixed; together they span what the exact ones span.
        assertThat(partInside(svd.left(), svd.stride(), j, exact.getU()))
            .isCloseTo(1, within(1e-2));
        assertThat(partInside(svd.right(), svd.stride(), j, exact.getV()))
            .isCloseTo(1, within(1e-2));
      }
    }
  }

  /** How long column j is inside the span of the four leading exact vectors. */
  private static double partInside(float[] table, int stride, int j, RealMatrix exact) {
    double square = 0;
    for (int l = 0; l < 4; l++) {
      double dot = 0;
      for (int r = 0; r < exact.getRowDimension(); r++) {
        dot += table[r * stride + j] * exact.getEntry(r, l);
      }
      square += dot * dot;
    }
    return Math.sqrt(square);
  }
}
