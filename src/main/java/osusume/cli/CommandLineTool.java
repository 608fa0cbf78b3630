package osusume.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.app.ApiKeys;
import osusume.app.Assistants;
import osusume.app.Places;
import osusume.progress.CancelledException;
import picocli.CommandLine;

/**
 * Runs one command line and tells its exit status: 0 done, 1 it failed, 2 the command line is
 * wrong.
 */
public final class CommandLineTool {
  private static final Logger LOG = Logger.getLogger(CommandLineTool.class.getName());

  private CommandLineTool() {}

  /** Opens the window; the commands themselves know none. */
  @FunctionalInterface
  public interface WindowOpener {
    /**
     * @param files what the window is to take as if it were dropped on it; may be empty
     * @return the exit status
     */
    int open(Places places, List<Path> files);
  }

  /** Runs a command line on the process's own streams, in UTF-8 whatever the locale. */
  public static int run(String[] args, WindowOpener window) {
    // Buffered, for the commands that print millions of rows; flushed when the command is done.
    var out =
        new PrintStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return run(args, window, new Streams(out, err, System.console() != null));
  }

  static int run(String[] args, WindowOpener window, Streams streams) {
    return run(args, window, streams, AssistantDoor.to(new Assistants(ApiKeys.ofSystem())));
  }

  static int run(String[] args, WindowOpener window, Streams streams, AssistantDoor assistants) {
    CommandLine commands =
        new CommandLine(new OsusumeCommand(window), new CommandFactory(streams, assistants));
    commands.setOut(streams.outWriter());
    commands.setErr(streams.errWriter());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionStrategy(
        parsed -> {
          if (parsed.hasSubcommand()) {
            // What is printed is read by scripts too: the same digits and separators everywhere.
            Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    commands.setParameterExceptionHandler(
        (exception, args1) -> {
          CommandLine wrong = exception.getCommandLine();
          streams.err().println("osusume: " + worded(exception));
          CommandLine.UnmatchedArgumentException.printSuggestions(exception, commands.getErr());
          streams.err().print(wrong.getHelp().synopsis(0));
          streams.err().printf("See \"%s --help\".%n", wrong.getCommandSpec().qualifiedName());
          return CommandLine.ExitCode.USAGE;
        });
    commands.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          streams.err().println("osusume: " + sentence(exception));
          return CommandLine.ExitCode.SOFTWARE;
        });
    int status = commands.execute(args);
    try {
      streams.flushAnswer();
    } catch (IOException e) {
      if (status == CommandLine.ExitCode.OK) {
        streams.err().println("osusume: " + e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
      }
    }
    return status;
  }

  /** A word that is no command is taken for a file's name, which is no option that is not known. */
  private static String worded(CommandLine.ParameterException exception) {
    if (exception instanceof CommandLine.UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().size() == 1
        && !unmatched.getUnmatched().getFirst().startsWith("-")
        && exception.getCommandLine().getParent() == null) {
      return "\"%s\" is neither a command nor a file that is there."
          .formatted(unmatched.getUnmatched().getFirst());
    }
    return exception.getMessage();
  }

  /** What went wrong in one line; only what nobody foresaw is kept with its trace, in the log. */
  private static String sentence(Exception exception) {
    if (exception instanceof IOException
        || exception instanceof UncheckedIOException
        || exception instanceof IllegalArgumentException
        || exception instanceof CancelledException) {
      Throwable cause =
          exception instanceof UncheckedIOException ? exception.getCause() : exception;
      return cause.getMessage();
    }
    LOG.log(Level.SEVERE, "A command failed", exception);
    return "Something went wrong that should not (" + exception + "). The log has the details.";
  }
}
