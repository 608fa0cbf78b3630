package osusume.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import osusume.data.Catalogue;
import osusume.data.Recency;
import osusume.data.Taste;
import osusume.mylist.MyList;
import osusume.mylist.MyTaste;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the taste of the person at the keyboard is, by their own list. */
final class OwnTasteOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Double halfLife;

  @Option(
      names = "--half-life",
      paramLabel = "YEARS",
      description =
          "of your own list: with every so many years an entry counts half as much (default: all"
              + " count alike)",
      converter = FiniteNumber.class)
  void setHalfLife(double years) {
    if (years <= 0) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--half-life is %s years, but must be above 0.".formatted(years));
    }
    halfLife = years;
  }

  /** Whether anything was said of it. */
  boolean given() {
    return halfLife != null;
  }

  /** The taste that follows from the list as it is now; of an empty one the person is told. */
  Taste taste(WorkspaceOptions options, Catalogue catalogue) throws IOException {
    MyList list = options.list().list();
    if (list.isEmpty()) {
      options.say(ListView.EMPTY);
    }
    return taste(list, catalogue);
  }

  Taste taste(MyList list, Catalogue catalogue) {
    Recency recency = halfLife == null ? Recency.OFF : Recency.ofYears(halfLife);
    return MyTaste.of(list, catalogue, recency, LocalDate.now(ZoneOffset.UTC));
  }
}
