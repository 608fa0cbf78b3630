package osusume.recommend.rating;

import java.util.Arrays;

/**
 * A vector for each title of a catalogue, with the numbers that are not 0 listed beside it: they
 * may be few, and nothing else counts in a sum of products. Not to be written.
 */
final class TitleVectors {
  private final int d;
  private final float[] numbers;
  private final int[] starts;
  private final int[] places;
  private final float[] others;

  /**
   * @param d how many numbers a vector has
   * @param numbers d a catalogue row
   */
  TitleVectors(int d, float[] numbers) {
    this.d = d;
    this.numbers = numbers;
    this.starts = new int[numbers.length / d + 1];
    int[] found = new int[numbers.length];
    float[] values = new float[numbers.length];
    int count = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != 0) {
        found[count] = i % d;
        values[count++] = numbers[i];
      }
      starts[i / d + 1] = count;
    }
    this.places = Arrays.copyOf(found, count);
    this.others = Arrays.copyOf(values, count);
  }

  /** How many numbers a vector has. */
  int d() {
    return d;
  }

  /** {@link #d()} a catalogue row. */
  float[] numbers() {
    return numbers;
  }

  /** Where the numbers of a catalogue row that are not 0 begin; those of the next end them. */
  int start(int row) {
    return starts[row];
  }

  /** Where in its vector each number that is not 0 stands; ascending within a row. */
  int[] places() {
    return places;
  }

  /** The numbers that are not 0. */
  float[] others() {
    return others;
  }
}
