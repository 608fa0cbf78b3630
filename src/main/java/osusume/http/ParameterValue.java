package osusume.http;

import java.math.BigInteger;
import java.util.regex.Pattern;
import osusume.data.NearestName;

/** Holds a value against what its parameter can be. */
final class ParameterValue {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,3})?");

  private ParameterValue() {}

  /**
   * @throws Problem 400, naming the parameter, the value and what is expected
   */
  static void check(Parameter parameter, String value) throws Problem {
    String name = parameter.name();
    if (value.isEmpty()) {
      throw Problem.wrong(
          name,
          "'%s' has no value. Give it %s, or leave it out.".formatted(name, example(parameter)));
    }
    boolean fits =
        switch (parameter.type()) {
          case Parameter.Type.Text _ -> true;
          case Parameter.Type.Choice choice -> choice.words().contains(value);
          case Parameter.Type.WholeNumber whole ->
              WHOLE.matcher(value).matches() && fits(whole, new BigInteger(value));
          case Parameter.Type.Number number ->
              NUMBER.matcher(value).matches() && fits(number, Double.parseDouble(value));
        };
    if (!fits) {
      throw Problem.wrong(name, misfit(parameter, value));
    }
  }

  private static String misfit(Parameter parameter, String value) {
    String name = parameter.name();
    String expected = expected(parameter);
    return switch (parameter.type()) {
      case Parameter.Type.Choice choice ->
          "'%s' is '%s'; did you mean '%s'? Expected is %s."
              .formatted(
                  name,
                  Problem.shown(value),
                  NearestName.of(Problem.shown(value), choice.words()),
                  expected);
      case Parameter.Type.WholeNumber whole
          when WHOLE.matcher(value).matches() && isTooLarge(whole, new BigInteger(value)) ->
          "'%s' is '%s', but a whole number up to %d is expected."
              .formatted(name, Problem.shown(value), most(whole));
      default ->
          "'%s' is '%s', but %s is expected.".formatted(name, Problem.shown(value), expected);
    };
  }

  private static boolean fits(Parameter.Type.WholeNumber type, BigInteger value) {
    return value.compareTo(BigInteger.valueOf(type.least())) >= 0 && !isTooLarge(type, value);
  }

  private static boolean isTooLarge(Parameter.Type.WholeNumber type, BigInteger value) {
    return value.compareTo(BigInteger.valueOf(most(type))) > 0;
  }

  private static long most(Parameter.Type.WholeNumber type) {
    return type.large() ? Long.MAX_VALUE : Integer.MAX_VALUE;
  }

  private static boolean fits(Parameter.Type.Number type, double value) {
    return Double.isFinite(value) && value >= type.least() && value <= type.most();
  }

  private static String example(Parameter parameter) {
    return parameter.type() instanceof Parameter.Type.Choice
        ? expected(parameter)
        : "one like '%s'".formatted(parameter.example());
  }

  private static String expected(Parameter parameter) {
    String example = parameter.example();
    return switch (parameter.type()) {
      case Parameter.Type.Text _ -> "a text like '%s'".formatted(example);
      case Parameter.Type.Choice choice -> "one of " + String.join(", ", choice.words());
      case Parameter.Type.WholeNumber whole when whole.least() <= Integer.MIN_VALUE ->
          "a whole number like " + example;
      case Parameter.Type.WholeNumber whole ->
          "a whole number not below %d, like %s,".formatted(whole.least(), example);
      case Parameter.Type.Number number
          when Double.isFinite(number.least()) && Double.isFinite(number.most()) ->
          "a number from %.0f to %.0f".formatted(number.least(), number.most());
      case Parameter.Type.Number _ -> "a number like " + example;
    };
  }
}
