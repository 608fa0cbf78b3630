package osusume;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import osusume.app.Places;
import osusume.cli.CommandLineTool;
import osusume.ui.Display;
import osusume.ui.Window;

/** Starts Osusume: the window without a command, that command with one. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (Boolean.getBoolean(Window.REHEARSAL_PROPERTY)) {
      rehearseCommands();
    }
    // Nothing to read on the command line: the window need not wait for what reads it.
    int status =
        args.length == 0
            ? openWindow(Places.find(null, null), List.of())
            : CommandLineTool.run(args, Main::openWindow);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** What a first use of the command line might be; see {@link Window#REHEARSAL_PROPERTY}. */
  private static void rehearseCommands() {
    List<List<String>> commands =
        List.of(
            List.of("--help"),
            List.of("recommend", "1", "--json"),
            List.of("recommend", "1"),
            List.of("anime", "--genre", "Drama", "--json"),
            List.of("user", "--user-id", "1"),
            List.of("talk", "1", "a short comedy", "--assistant", "offline"));
    for (List<String> command : commands) {
      CommandLineTool.run(command.toArray(String[]::new), Main::openWindow);
    }
  }

  /** Returns once the window is coming up; the program then goes on until it is closed. */
  private static int openWindow(Places places, List<Path> files) {
    Optional<String> trouble = Display.trouble();
    if (trouble.isPresent()) {
      System.err.println("osusume: " + trouble.get());
      return 1;
    }
    try {
      Window.open(places, files);
      return 0;
    } catch (UnsupportedOperationException e) {
      // What JavaFX throws where a display is named that does not answer.
      System.err.println("osusume: " + Display.unreachable());
      return 1;
    }
  }
}
