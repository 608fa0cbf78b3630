package osusume.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import osusume.linalg.Kernels;

/**
 * The kernels as a full-size training uses them. Run twice, with and without {@code --add-modules
 * jdk.incubator.vector}, to compare vector and scalar.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelsBenchmark {
  private static final int TITLES = 10_000;
  private static final int RATINGS = 100;

  @Param({"20", "50", "200"})
  public int components;

  private final Kernels kernels = Kernels.best();
  private int stride;
  private float[] table;
  private int[] index;
  private byte[] weights;
  private float[] row;
  private float[] gram;
  private float[] inverse;
  private float[] products;
  private float[] tile;

  @Setup
  public void fill() {
    Random random = new Random(1);
    stride = Kernels.stride(components);
    table = numbers(TITLES * stride, random);
    index = random.ints(RATINGS, 0, TITLES).sorted().toArray();
    weights = new byte[RATINGS];
    for (int i = 0; i < RATINGS; i++) {
      weights[i] = (byte) (1 + random.nextInt(10));
    }
    row = new float[stride];
    gram = numbers(components * components, random);
    inverse = numbers(components, random);
    for (int c = 0; c < components; c++) {
      gram[c * components + c] += components;
      inverse[c] = 1 / gram[c * components + c];
    }
    products = numbers(components * Kernels.TILE, random);
    tile = numbers(components * Kernels.TILE, random);
  }

  private static float[] numbers(int count, Random random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }

  /** 64 numbers. */
  @Benchmark
  public float dot() {
    return kernels.dot(products, 0, tile, 0, Kernels.TILE);
  }

  /** The product of one user of 100 ratings with H. */
  @Benchmark
  public float[] addRows() {
    kernels.addRows(index, weights, 0, RATINGS, table, stride, row);
    return row;
  }

  /** One sweep over 64 users. */
  @Benchmark
  public float[] halsSweep() {
    kernels.halsSweeps(gram, inverse, components, products, tile, 1);
    return tile;
  }
}
