package osusume.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number with a decimal point. */
final class FiniteNumber implements ITypeConverter<Double> {
  @Override
  public Double convert(String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Worded below like a number without end.
    }
    throw new TypeConversionException("'" + value + "' is not a number like 7 or 7.5");
  }
}
