package osusume.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import osusume.app.Opened;
import osusume.app.ReasonText;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.mylist.MyList;
import osusume.mylist.MyTaste;
import osusume.mylist.io.ListFile;
import osusume.progress.Progress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A person as one names them to {@code recommend}: a user of the data set, by id; {@code me}, the
 * person at the keyboard; or a friend, by a file with their list.
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

  /** Reads a person's name, or that of a file with their list. */
  final class NamedOrFile implements ITypeConverter<Somebody> {
    private final Named named = new Named();

    @Override
    public Somebody convert(String value) {
      try {
        return named.convert(value);
      } catch (TypeConversionException e) {
        if (Files.exists(Path.of(value))) {
          return new Friend(Path.of(value));
        }
        throw new TypeConversionException(
            e.getMessage() + ", and there is no file of that name with a list");
      }
    }
  }

  /** What to call them in a sentence. */
  String name();

  /** You, or they. */
  default String pronoun() {
    return "they";
  }

  /** Their reasons in words. */
  default ReasonText reasons(Opened opened) {
    return ReasonText.ofSomebodyElse(opened);
  }

  /**
   * What they watched.
   *
   * @param mine the taste of the person at the keyboard
   * @param say is told what of a list does not count
   * @throws osusume.app.UnknownUserException if there is nobody of that name
   * @throws IOException if a list can't be read; worded for a person
   */
  Taste taste(Opened opened, OwnTaste mine, Consumer<String> say) throws IOException;

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
    public Taste taste(Opened opened, OwnTaste mine, Consumer<String> say) {
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
    public String pronoun() {
      return "you";
    }

    @Override
    public ReasonText reasons(Opened opened) {
      return new ReasonText(opened);
    }

    @Override
    public Taste taste(Opened opened, OwnTaste mine, Consumer<String> say) throws IOException {
      return mine.of(opened);
    }
  }

  /** Somebody whose list lies in a file, in any form that lists are imported in. */
  record Friend(Path file) implements Somebody {
    @Override
    public String name() {
      return file.getFileName().toString();
    }

    @Override
    public Taste taste(Opened opened, OwnTaste mine, Consumer<String> say) throws IOException {
      MyList list = MyList.of(ListFile.read(file, Progress.NONE).entries());
      Catalogue catalogue = opened.data().catalogue();
      long unknown = list.entries().stream().filter(e -> e.key().rowIn(catalogue) < 0).count();
      if (unknown > 0) {
        say.accept(
            "%,d of %,d titles of %s are passed over: the data set lacks them."
                .formatted(unknown, list.size(), name()));
      }
      return MyTaste.of(list, catalogue);
    }
  }
}
