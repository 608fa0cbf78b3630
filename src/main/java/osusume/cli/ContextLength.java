package osusume.cli;

import java.util.OptionalInt;
import osusume.app.ChatSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many tokens a model can take at once. */
final class ContextLength implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    if (value.matches("\\d{1,7}")) {
      int tokens = Integer.parseInt(value);
      if (tokens >= ChatSettings.LEAST_CONTEXT && tokens <= ChatSettings.MOST_CONTEXT) {
        return tokens;
      }
    }
    throw new TypeConversionException(
        "'%s' is no length of a context; it must be a whole number from %d to %d"
            .formatted(value, ChatSettings.LEAST_CONTEXT, ChatSettings.MOST_CONTEXT));
  }

  /**
   * @param tokens null: nothing was said
   */
  static OptionalInt optional(Integer tokens) {
    return tokens == null ? OptionalInt.empty() : OptionalInt.of(tokens);
  }
}
