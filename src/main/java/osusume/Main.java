package osusume;

import java.util.List;
import java.util.Optional;
import osusume.app.AppLog;
import osusume.app.Places;
import osusume.cli.CommandLineTool;
import osusume.ui.Display;
import osusume.ui.Window;

/** Starts Osusume: the window without a command, that command with one. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int status = CommandLineTool.run(args, Main::openWindow);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Returns once the window is coming up; the program then goes on until it is closed. */
  private static int openWindow(Places places) {
    Optional<String> trouble = Display.trouble();
    if (trouble.isPresent()) {
      System.err.println("osusume: " + trouble.get());
      return 1;
    }
    AppLog.start(places.logs());
    try {
      Window.open(places, List.of());
      return 0;
    } catch (UnsupportedOperationException e) {
      // What JavaFX throws where a display is named that does not answer.
      System.err.println("osusume: " + Display.unreachable());
      return 1;
    }
  }
}
