package osusume.evaluate;

import java.util.Random;

/**
 * Seeded permutations. Each is drawn from a stream of its own, named by what it is for, so that one
 * person's draw depends on nobody else's. {@link Random} is used because its numbers are specified
 * for all time.
 */
final class Draw {
  private final long seed;
  private final String purpose;

  Draw(long seed, String purpose) {
    this.seed = seed;
    this.purpose = purpose;
  }

  /** A random order of the numbers 0 to n − 1; the same for the same id and repetition. */
  int[] permutation(int n, int id, int repetition) {
    Random random = new Random(mixed(id, repetition));
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private long mixed(int id, int repetition) {
    long state = mix(seed);
    state = mix(state ^ purpose.hashCode());
    state = mix(state ^ id);
    return mix(state ^ repetition);
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014), after its increment. */
  private static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
