package osusume.cli;

import java.io.IOException;
import osusume.app.Opened;
import osusume.data.Taste;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A person as one names them to {@code recommend}: a user of the data set, by id, or {@code me},
 * the person at the keyboard.
 */
sealed interface Somebody {
  /** Reads a person's name. */
  final class Named implements ITypeConverter<Somebody> {
    @Override
    public Somebody convert(String value) {
      if (value.equalsIgnoreCase("me")) {
        return new Me();
      }
      try {
        return new User(Integer.parseInt(value));
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'" + value + "' is neither the id of a user, like 12, nor me");
      }
    }
  }

  /** What to call them in a sentence. */
  String name();

  /**
   * What they watched.
   *
   * @param mine the taste of the person at the keyboard
   * @throws osusume.app.UnknownUserException if there is nobody of that name
   */
  Taste taste(Opened opened, OwnTaste mine) throws IOException;

  /** Works out the taste of the person at the keyboard. */
  @FunctionalInterface
  interface OwnTaste {
    Taste of(Opened opened) throws IOException;
  }

  /** A user of the data set. */
  record User(int userId) implements Somebody {
    @Override
    public String name() {
      return "user " + userId;
    }

    @Override
    public Taste taste(Opened opened, OwnTaste mine) {
      return opened.tasteOf(userId);
    }
  }

  /** The person at the keyboard, by their own list. */
  record Me() implements Somebody {
    @Override
    public String name() {
      return "you";
    }

    @Override
    public Taste taste(Opened opened, OwnTaste mine) throws IOException {
      return mine.of(opened);
    }
  }
}
