package osusume.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import osusume.chat.Mode;
import osusume.data.NearestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a way of answering. */
final class ModeName implements ITypeConverter<Mode> {
  private static final List<String> NAMES =
      Stream.of(Mode.values()).map(mode -> mode.name().toLowerCase(Locale.ROOT)).toList();

  @Override
  public Mode convert(String value) {
    String name = value.toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      throw new TypeConversionException(
          "there is no mode '%s'; did you mean '%s'? There are: %s"
              .formatted(value, NearestName.of(name, NAMES), String.join(", ", NAMES)));
    }
    return Mode.values()[NAMES.indexOf(name)];
  }
}
