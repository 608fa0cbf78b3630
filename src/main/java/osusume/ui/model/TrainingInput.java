package osusume.ui.model;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import osusume.nmf.NmfSettings;

/** What stands in the fields of the training form, and which of it can't be what it should be. */
record TrainingInput(
    String components, String iterations, String tolerance, NmfSettings.Start start, String seed) {
  /** A field a person types into. */
  enum Field {
    COMPONENTS,
    ITERATIONS,
    TOLERANCE,
    SEED
  }

  /** The fields that hold no number, or one out of its range. */
  Set<Field> wrong() {
    Set<Field> wrong = EnumSet.noneOf(Field.class);
    long groups = whole(components);
    if (groups < NmfSettings.MIN_COMPONENTS || groups > NmfSettings.MAX_COMPONENTS) {
      wrong.add(Field.COMPONENTS);
    }
    if (whole(iterations) < 1) {
      wrong.add(Field.ITERATIONS);
    }
    if (tolerance(tolerance).isEmpty()) {
      wrong.add(Field.TOLERANCE);
    }
    if (!seed.strip().matches("-?\\d{1,18}")) {
      wrong.add(Field.SEED);
    }
    return wrong;
  }

  /** Only where nothing is {@link #wrong}. */
  NmfSettings settings() {
    return new NmfSettings(
        (int) whole(components),
        (int) whole(iterations),
        tolerance(tolerance).getAsDouble(),
        start,
        Long.parseLong(seed.strip()));
  }

  /** −1 for what is no whole number. */
  private static long whole(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
  }

  /** With a point or a comma, or with an exponent. */
  private static OptionalDouble tolerance(String text) {
    String number = text.strip().replace(',', '.');
    return number.matches("\\d*\\.?\\d+([eE]-?\\d{1,3})?")
        ? finite(Double.parseDouble(number))
        : OptionalDouble.empty();
  }

  private static OptionalDouble finite(double number) {
    return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
