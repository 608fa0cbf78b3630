package osusume.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricTilesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 150})
  void theInverseIsThatOfTheDenseDecomposition(int size) {
    RealMatrix dense = positiveDefinite(size);
    RealMatrix exact = MatrixUtils.inverse(dense);
    for (Kernels kernels : new Kernels[] {new ScalarKernels(), Kernels.best()}) {
      SymmetricTiles inverse = tiles(dense);
      try (var parallel = new ParallelBlocks(2)) {
        inverse.invert(kernels, parallel, done -> {});
      }
      float[] row = new float[size];
      for (int i = 0; i < size; i++) {
        inverse.row(i, row);
        for (int j = 0; j < size; j++) {
          assertThat((double) inverse.at(i, j)).isCloseTo(exact.getEntry(i, j), within(2e-5));
          assertThat((double) row[j]).isCloseTo(exact.getEntry(i, j), within(2e-5));
        }
      }
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    RealMatrix dense = positiveDefinite(200);
    SymmetricTiles[] inverses = new SymmetricTiles[3];
    for (int threads = 1; threads <= 3; threads++) {
      inverses[threads - 1] = tiles(dense);
      try (var parallel = new ParallelBlocks(threads)) {
        inverses[threads - 1].invert(Kernels.best(), parallel, done -> {});
      }
    }
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 200; j++) {
        assertThat(inverses[1].at(i, j)).isEqualTo(inverses[0].at(i, j));
        assertThat(inverses[2].at(i, j)).isEqualTo(inverses[0].at(i, j));
      }
    }
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    for (float wrong : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      SymmetricTiles matrix = tiles(positiveDefinite(70));
      matrix.set(66, 66, wrong);
      try (var parallel = new ParallelBlocks(1)) {
        assertThatThrownBy(() -> matrix.invert(Kernels.best(), parallel, done -> {}))
            .isInstanceOf(ArithmeticException.class)
            .hasMessageContaining("pivot 66");
      }
    }
  }

  @Test
  void tellsHowFarItIsAndCanBeStopped() {
    List<Double> told = new ArrayList<>();
    SymmetricTiles matrix = tiles(positiveDefinite(200));
    try (var parallel = new ParallelBlocks(1)) {
      matrix.invert(Kernels.best(), parallel, told::add);
      assertThat(told).containsExactly(0.0, 0.25, 0.5, 0.75);
      assertThatThrownBy(
              () ->
                  matrix.invert(
                      Kernels.best(),
                      parallel,
                      done -> {
                        throw new IllegalStateException("stop");
                      }))
          .hasMessage("stop");
    }
  }

  private static SymmetricTiles tiles(RealMatrix dense) {
    SymmetricTiles tiles = new SymmetricTiles(dense.getRowDimension());
    for (int i = 0; i < tiles.size(); i++) {
      for (int j = 0; j <= i; j++) {
        tiles.set(i, j, (float) dense.getEntry(i, j));
      }
    }
    return tiles;
  }

  /** Symmetric, its entries floats, so that both sides start from the same numbers. */
  private static RealMatrix positiveDefinite(int size) {
    Random random = new Random(size);
    RealMatrix half = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        half.setEntry(i, j, random.nextGaussian() / Math.sqrt(size));
      }
    }
    RealMatrix product = half.multiply(half.transpose());
    for (int i = 0; i < size; i++) {
      product.addToEntry(i, i, 0.5);
      for (int j = 0; j <= i; j++) {
        product.setEntry(i, j, (float) product.getEntry(i, j));
        product.setEntry(j, i, product.getEntry(i, j));
      }
    }
    return product;
  }
}
