package osusume.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import osusume.app.ApiKeys;
import osusume.app.Version;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page of a command in the man macros of roff. */
final class ManPage {
  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  ManPage(CommandSpec command) {
    this.command = command;
  }

  /** The page's name: {@code osusume-list-import}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  String text() {
    page.setLength(0);
    line(
        ".TH %s 1 %s \"Osusume %s\" \"Osusume\""
            .formatted(name(command).toUpperCase(Locale.ROOT), Version.DAY, Version.CURRENT));
    section("NAME");
    line(Roff.text(name(command)) + " \\- " + Roff.text(summary(command)));
    section("SYNOPSIS");
    line(synopsis());
    section("DESCRIPTION");
    paragraphs();
    arguments();
    options();
    commands();
    exitStatus();
    environment();
    files();
    examples();
    seeAlso();
    return page.toString();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void section(String title) {
    line(".SH " + (title.contains(" ") ? "\"" + title + "\"" : title));
  }

  private void item(String term, String meaning) {
    line(".TP");
    line(term);
    line(Roff.text(meaning));
  }

  /** The first sentence of what a command does, without its stop. */
  private static String summary(CommandSpec command) {
    return Completions.line(command.usageMessage().description()).split("\\.( |$)", 2)[0];
  }

  private String synopsis() {
    StringBuilder words = new StringBuilder(Roff.bold(command.qualifiedName(" ")));
    words.append(" [").append(Roff.italic("OPTIONS")).append(']');
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      String label = Roff.italic(parameter.paramLabel());
      String many = parameter.arity().max() > 1 ? label + "..." : label;
      words.append(parameter.arity().min() == 0 ? " [" + many + "]" : " " + many);
    }
    if (!Completions.shownBelow(command).isEmpty()) {
      words.append(" [").append(Roff.italic("COMMAND")).append(']');
    }
    return words.toString();
  }

  private void paragraphs() {
    String between = "";
    for (String paragraph : command.usageMessage().description()) {
      page.append(between);
      line(Roff.text(Completions.line(new String[] {paragraph})));
      between = ".PP\n";
    }
  }

  private void arguments() {
    if (command.positionalParameters().isEmpty()) {
      return;
    }
    section("ARGUMENTS");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      item(Roff.italic(parameter.paramLabel()), Completions.line(parameter.description()));
    }
  }

  private void options() {
    section("OPTIONS");
    for (OptionSpec option : Completions.shownOptions(command)) {
      List<String> spellings = new ArrayList<>();
      for (String name : option.names()) {
        String value =
            option.arity().max() == 0
                ? ""
                : (name.startsWith("--") ? "=" : " ") + Roff.italic(option.paramLabel());
        spellings.add(Roff.bold(name) + value);
      }
      item(String.join(", ", spellings), Completions.line(option.description()));
    }
  }

  private void commands() {
    List<CommandSpec> below = Completions.shownBelow(command);
    if (below.isEmpty()) {
      return;
    }
    section("COMMANDS");
    for (CommandSpec each : below) {
      item(reference(each), Completions.line(each.usageMessage().description()));
    }
  }

  private void exitStatus() {
    section("EXIT STATUS");
    item("0", "Done.");
    item("1", "It failed; one line on standard error says why.");
    item("2", "The command line is wrong.");
  }

  private void environment() {
    section("ENVIRONMENT");
    if (command.optionsMap().containsKey("--base-url")) {
      item(
          Roff.bold(ApiKeys.VARIABLE),
          "The key of the account whose language model is asked; it goes before the one in the"
              + " system's key store.");
      item(
          Roff.bold("OPENAI_BASE_URL"),
          "Where a language model is asked, unless --base-url says it.");
    }
    if (command.userObject() instanceof ServeCommand) {
      item(
          Roff.bold(ServeCommand.TOKEN),
          "The access token that whoever asks has to send; it is needed, or made, where other"
              + " computers can ask.");
    }
    item(
        Roff.bold("XDG_DATA_HOME") + ", " + Roff.bold("XDG_CONFIG_HOME"),
        "On Linux, the folders below which the program keeps its data and its settings.");
  }

  private void files() {
    section("FILES");
    line(Roff.text("On Linux, unless --data and --models say otherwise:"));
    item(Roff.italic("~/.local/share/osusume/data"), "The data sets.");
    item(Roff.italic("~/.local/share/osusume/models"), "What was learned from them.");
    item(Roff.italic("~/.config/osusume/settings.json"), "The settings.");
  }

  private void examples() {
    List<ManExamples.Example> examples = ManExamples.of(command);
    if (examples.isEmpty()) {
      return;
    }
    section("EXAMPLES");
    for (ManExamples.Example example : examples) {
      item(Roff.bold(example.line()), example.meaning());
    }
  }

  private void seeAlso() {
    List<CommandSpec> others = new ArrayList<>();
    for (CommandSpec above = command; above.parent() != null; above = above.parent()) {
      others.add(0, above.parent());
    }
    others.addAll(Completions.shownBelow(command));
    if (!others.isEmpty()) {
      section("SEE ALSO");
      line(others.stream().map(ManPage::reference).collect(Collectors.joining(", ")));
    }
  }

  private static String reference(CommandSpec other) {
    return Roff.bold(name(other)) + "(1)";
  }
}
