package osusume.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and manual pages ask of the commands: what there is, and what can follow. */
final class Completions {
  /** The values of an option in the script of bash. */
  private static final Pattern VALUES =
      Pattern.compile("(?m)^(\\s*local \\w+_option_args=\\()(.*)(\\).*)$");

  private static final Pattern WORD = Pattern.compile("[a-z_-]+");

  private Completions() {}

  /**
   * @param script as picocli makes it, with the names of enums as Java has them
   * @return with these as a person types them
   */
  static String bash(String script) {
    return VALUES
        .matcher(script)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + found.group(2).toLowerCase(Locale.ROOT) + found.group(3)));
  }

  /** The same script for zsh, which loads it when it is first asked and asks it at once. */
  static String zsh(String bash) {
    return """
        #compdef osusume
        autoload -U +X bashcompinit && bashcompinit
        # Bash's own, which zsh lacks and can do without here.
        (( $+functions[compopt] )) || compopt() { : }
        %s
        _bash_complete -o default -F _complete_osusume
        """
        .formatted(bash);
  }

  /** The commands below one that its help shows, in its order. */
  static List<CommandSpec> shownBelow(CommandSpec command) {
    // A command stands under each of its aliases too.
    return new LinkedHashSet<>(command.subcommands().values())
        .stream()
            .map(CommandLine::getCommandSpec)
            .filter(below -> !below.usageMessage().hidden())
            .toList();
  }

  /** The options that the help of a command shows, by their names. */
  static List<OptionSpec> shownOptions(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(option -> bareName(option.longestName())))
        .toList();
  }

  /** A name without its hyphens. */
  static String bareName(String option) {
    return option.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
  }

  /** What is said of something, in one line. */
  static String line(String[] description) {
    return String.join(" ", description).replace("%n", " ").replace("%%", "%").strip();
  }

  /** The words that an argument can be, as far as they are known; none: it may be anything. */
  static List<String> values(ArgSpec argument) {
    Class<?> type = typeOf(argument);
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
          .toList();
    }
    List<String> words = new ArrayList<>();
    if (argument.paramLabel().contains("|")) {
      Stream.of(argument.paramLabel().split("\\|"))
          .filter(word -> WORD.matcher(word).matches())
          .forEach(words::add);
    }
    return words;
  }

  /** Whether an argument can name a file or folder. */
  static boolean namesFile(ArgSpec argument) {
    return typeOf(argument) == Path.class || argument.paramLabel().contains("FILE");
  }

  private static Class<?> typeOf(ArgSpec argument) {
    return argument.auxiliaryTypes()[0];
  }
}
