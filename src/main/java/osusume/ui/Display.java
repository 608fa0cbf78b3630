package osusume.ui;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells before JavaFX is touched whether a window can be opened; JavaFX itself would answer with a
 * stack trace. Only Linux can lack a display or GTK.
 */
public final class Display {
  private static final String COMMANDS_WORK =
      " Everything works without a window too: try \"osusume recommend 1\" or \"osusume --help\".";

  private static final String GTK = "libgtk-3.so.0";

  /** Where Debian's, Red Hat's and Arch's kin keep libraries; elsewhere the loader is asked. */
  private static final List<String> LIBRARY_FOLDERS =
      List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");

  private Display() {}

  /** Why no window can be opened here, with the command that mends it; empty if one can. */
  public static Optional<String> trouble() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    return linux && !headless ? trouble(System.getenv(), Display::canLoad) : Optional.empty();
  }

  /** Whether a shared library can be loaded. */
  @FunctionalInterface
  interface Libraries {
    boolean canLoad(String name);
  }

  static Optional<String> trouble(Map<String, String> environment, Libraries libraries) {
    if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return Optional.of(
          "There is no display to open the window on (DISPLAY is not set). Run it in a desktop"
              + " session, or with a virtual display: \"sudo apt-get install xvfb && xvfb-run"
              + " osusume\"."
              + COMMANDS_WORK);
    }
    if (!libraries.canLoad(GTK)) {
      return Optional.of(
          "The window needs GTK 3, which is not installed. Install it with \"sudo apt-get install"
              + " libgtk-3-0\" (Debian, Ubuntu), \"sudo dnf install gtk3\" (Fedora) or \"sudo"
              + " pacman -S gtk3\" (Arch)."
              + COMMANDS_WORK);
    }
    return Optional.empty();
  }

  /** The sentence for a display that is named but can't be reached. */
  public static String unreachable() {
    return "The display \""
        + System.getenv("DISPLAY")
        + "\" can't be reached. Check DISPLAY, or run it with a virtual display: \"xvfb-run"
        + " osusume\"."
        + COMMANDS_WORK;
  }

  @SuppressWarnings("restricted")
  private static boolean canLoad(String name) {
    // Asking the loader costs more than the window's first frame can spare.
    if (LIBRARY_FOLDERS.stream().anyMatch(folder -> Files.exists(Path.of(folder, name)))) {
      return true;
    }
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(name, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
