package osusume.data;

/**
 * A stretch of numbers with open or closed ends. NaN, which stands for an unknown number, lies in
 * no range but {@link #ANY}.
 *
 * @param low lower end; −∞ where there is none
 * @param lowOpen whether {@code low} itself is left out
 * @param high upper end; ∞ where there is none
 * @param highOpen whether {@code high} itself is left out
 */
public record NumberRange(double low, boolean lowOpen, double high, boolean highOpen) {
  /** Every number, and unknown ones too. */
  public static final NumberRange ANY =
      new NumberRange(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

  public NumberRange {
    if (Double.isNaN(low) || Double.isNaN(high)) {
      throw new IllegalArgumentException("A range has numbers as its ends, not NaN.");
    }
  }

  /** Just {@code x}. */
  public static NumberRange equalTo(double x) {
    return new NumberRange(x, false, x, false);
  }

  /** More than {@code x}, strictly. */
  public static NumberRange moreThan(double x) {
    return new NumberRange(x, true, Double.POSITIVE_INFINITY, false);
  }

  /** Less than {@code x}, strictly. */
  public static NumberRange lessThan(double x) {
    return new NumberRange(Double.NEGATIVE_INFINITY, false, x, true);
  }

  /** From {@code low} to {@code high}, both included. */
  public static NumberRange between(double low, double high) {
    return new NumberRange(low, false, high, false);
  }

  /** All that was said of one number; what is null asks for nothing. */
  public static NumberRange of(Double equalTo, Double moreThan, Double lessThan) {
    NumberRange range = ANY;
    if (equalTo != null) {
      range = range.and(equalTo(equalTo));
    }
    if (moreThan != null) {
      range = range.and(moreThan(moreThan));
    }
    if (lessThan != null) {
      range = range.and(lessThan(lessThan));
    }
    return range;
  }

  /** What lies in this range and in {@code other}. */
  public NumberRange and(NumberRange other) {
    boolean mineIsHigherLow = low > other.low || (low == other.low && lowOpen);
    boolean mineIsLowerHigh = high < other.high || (high == other.high && highOpen);
    return new NumberRange(
        mineIsHigherLow ? low : other.low,
        mineIsHigherLow ? lowOpen : other.lowOpen,
        mineIsLowerHigh ? high : other.high,
        mineIsLowerHigh ? highOpen : other.highOpen);
  }

  /** Whether this is {@link #ANY}. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** Whether {@code x} lies within; NaN does so in {@link #ANY} only. */
  public boolean contains(double x) {
    return isAny() || ((lowOpen ? x > low : x >= low) && (highOpen ? x < high : x <= high));
  }
}
