package osusume.cli;

import java.util.Locale;
import osusume.mylist.EntryJson;
import osusume.mylist.Status;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how somebody stands to a title: {@code on_hold}, or {@code on-hold}. */
final class StatusName implements ITypeConverter<Status> {
  @Override
  public Status convert(String value) {
    try {
      return EntryJson.status(value.strip().toLowerCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
