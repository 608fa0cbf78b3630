package osusume.ui.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis from 0 up, with round numbers on it.
 *
 * @param top its upper end
 * @param step from one number to the next
 * @param digits how many decimals the numbers need
 */
record Scale(double top, double step, int digits) {
  private static final int MOST_STEPS = 7;

  /** The shortest axis with few round numbers that reaches up to {@code most}. */
  static Scale to(double most) {
    double reach = most > 0 ? most : 1;
    int power = (int) Math.floor(Math.log10(reach / MOST_STEPS));
    for (int more = 0; ; more++) {
      for (int leading : new int[] {1, 2, 5}) {
        double step = leading * Math.pow(10, power + more);
        long steps = (long) Math.ceil(reach / step - 1e-9);
        if (steps <= MOST_STEPS) {
          return new Scale(steps * step, step, Math.max(0, -(power + more)));
        }
      }
    }
  }

  /** The round numbers, 0 the first. */
  List<Double> numbers() {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i <= Math.round(top / step); i++) {
      numbers.add(i * step);
    }
    return numbers;
  }

  /** Where on the axis a number lies: 0 is its beginning, 1 its end, and nothing is beyond. */
  double place(double number) {
    return Math.clamp(number / top, 0, 1);
  }
}
