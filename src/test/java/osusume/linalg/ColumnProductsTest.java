package osusume.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnProductsTest {
  private static final int ROWS = 90;
  private static final int COLUMNS = 140;

  private final float[][] dense = new float[ROWS][COLUMNS];
  private final SparseFloats sparse = sparse();

  @Test
  void weightedProductsAreThoseOfTheDenseMatrix() {
    float[] weights = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      weights[row] = 1f / (1 + row % 5);
    }
    for (int threads = 1; threads <= 3; threads++) {
      try (var parallel = new ParallelBlocks(threads)) {
        SymmetricTiles gram = new ColumnProducts(sparse).weighted(weights, parallel, done -> {});
        for (int i = 0; i < COLUMNS; i++) {
          for (int j = 0; j < COLUMNS; j++) {
            double exact = 0;
            for (int row = 0; row < ROWS; row++) {
              exact += (double) weights[row] * dense[row][i] * dense[row][j];
            }
            assertThat((double) gram.at(i, j)).isCloseTo(exact, within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void countsRowsThatTwoColumnsShare() {
    int[][] counts = new int[COLUMNS][];
    try (var parallel = new ParallelBlocks(2)) {
      new ColumnProducts(sparse)
          .count((column, together) -> counts[column] = together.clone(), parallel, done -> {});
    }
    for (int i = 0; i < COLUMNS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        int exact = 0;
        for (float[] row : dense) {
          exact += row[i] != 0 && row[j] != 0 ? 1 : 0;
        }
        assertThat(counts[i][j]).isEqualTo(exact);
      }
    }
  }

  @Test
  void entriesAreFoundInTheMatrixAndItsTranspose() {
    SparseFloats transpose = sparse.transpose();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        assertThat(sparse.at(row, column)).isEqualTo(dense[row][column]);
        assertThat(transpose.at(column, row)).isEqualTo(dense[row][column]);
      }
    }
    assertThat(transpose.transpose()).isEqualTo(sparse);
  }

  private SparseFloats sparse() {
    Random random = new Random(4);
    int[] starts = new int[ROWS + 1];
    int[] columns = new int[ROWS * COLUMNS];
    float[] values = new float[ROWS * COLUMNS];
    int to = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        if (random.nextInt(4) == 0) {
          dense[row][column] = 0.1f + random.nextFloat();
          columns[to] = column;
          values[to++] = dense[row][column];
        }
      }
      starts[row + 1] = to;
    }
    return new SparseFloats(COLUMNS, starts, Arrays.copyOf(columns, to), Arrays.copyOf(values, to));
  }
}
