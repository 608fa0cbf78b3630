package osusume.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completions of the shell fish: commands and options with what they mean. */
final class FishCompletion {
  private static final String CONDITION =
      """
      # Which command the words so far name: "list import", say; nothing before there is one.
      function __osusume_command
          set -l known %s
          set -l named
          for word in (commandline -opc)[2..-1]
              set -l longer (string join ' ' -- $named $word)
              if contains -- "$longer" $known
                  set named $named $word
              end
          end
          string join ' ' -- $named
      end

      function __osusume_at
          test "$(__osusume_command)" = "$argv[1]"
      end

      complete -c osusume -f
      """;

  private final CommandSpec root;
  private final StringBuilder text = new StringBuilder();

  FishCompletion(CommandSpec root) {
    this.root = root;
  }

  String text() {
    List<String> known = new ArrayList<>();
    paths(root, known);
    String quoted = known.stream().map(FishCompletion::quoted).collect(Collectors.joining(" "));
    text.setLength(0);
    text.append(CONDITION.formatted(quoted));
    complete(root);
    return text.toString();
  }

  private void paths(CommandSpec command, List<String> into) {
    for (CommandSpec below : Completions.shownBelow(command)) {
      into.add(path(below));
      paths(below, into);
    }
  }

  private String path(CommandSpec command) {
    return command == root
        ? ""
        : command.qualifiedName(" ").substring(root.name().length() + " ".length());
  }

  private void complete(CommandSpec command) {
    String start =
        "complete -c osusume -n " + quoted("__osusume_at \"" + path(command) + "\"") + " ";
    for (CommandSpec below : Completions.shownBelow(command)) {
      String means = Completions.line(below.usageMessage().description());
      text.append(start).append("-a ").append(below.name()).append(told(means));
    }
    Completions.shownOptions(command).forEach(option -> complete(start, option));
    for (var parameter : command.positionalParameters()) {
      if (Completions.namesFile(parameter)) {
        text.append(start).append("-F\n");
      }
    }
    Completions.shownBelow(command).forEach(this::complete);
  }

  private void complete(String start, OptionSpec option) {
    text.append(start);
    for (String name : option.names()) {
      String bare = name.replaceFirst("^-+", "");
      text.append(name.startsWith("--") ? "-l " : "-s ").append(bare).append(' ');
    }
    if (option.arity().max() > 0) {
      List<String> values = Completions.values(option);
      text.append(Completions.namesFile(option) ? "-r -F " : "-x ");
      if (!values.isEmpty()) {
        text.append("-a ").append(quoted(String.join(" ", values))).append(' ');
      }
    }
    text.append(told(Completions.line(option.description())).stripLeading());
  }

  private static String told(String means) {
    return " -d " + quoted(means) + "\n";
  }

  private static String quoted(String words) {
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
