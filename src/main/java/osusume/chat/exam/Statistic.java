package osusume.chat.exam;

import java.util.Arrays;

/** One number made of many. */
enum Statistic {
  COUNT,
  MEAN,
  MIN,
  MAX;

  /** NaN where it can't be made of none. */
  double of(double[] values) {
    return switch (this) {
      case COUNT -> values.length;
      case MEAN -> Arrays.stream(values).average().orElse(Double.NaN);
      case MIN -> Arrays.stream(values).min().orElse(Double.NaN);
      case MAX -> Arrays.stream(values).max().orElse(Double.NaN);
    };
  }
}
