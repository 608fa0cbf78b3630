package osusume.cli;

import osusume.app.Opened;
import osusume.data.Taste;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A person as one names them to {@code recommend}: a user of the data set, by id. */
record Somebody(int userId) {
  /** Reads a person's name. */
  static final class Named implements ITypeConverter<Somebody> {
    @Override
    public Somebody convert(String value) {
      try {
        return new Somebody(Integer.parseInt(value));
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + value + "' is not the id of a user, like 12");
      }
    }
  }

  /**
   * What they watched.
   *
   * @throws osusume.app.UnknownUserException if there is nobody of that name
   */
  Taste taste(Opened opened) {
    return opened.tasteOf(userId);
  }

  /** What to call them in a sentence. */
  String name() {
    return "user " + userId;
  }
}
