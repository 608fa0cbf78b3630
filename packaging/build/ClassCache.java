import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The cache of loaded and linked classes (JEP 483, 514, 515), trained by a first use of the program
 * by itself: commands, and the window with every tab. It is tied to the jars
 * and the runtime beside it, by name, size and time; where it does not fit, the program starts
 * without it.
 */
final class ClassCache {
  private ClassCache() {}

  static void train(Project project, Image image) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("osusume-rehearsal");
    try {
      Tool program =
          new Tool(image.runtime().resolve("bin").resolve("java"))
              .with("-XX:AOTCacheOutput=" + image.cache())
              .with(Launchers.options(Launchers.Kind.WINDOW).toArray())
              .with("-Djna.boot.library.path=" + image.runtime().resolve("lib"))
              .with("-Dosusume.installed=" + image.home())
              .with("-Dosusume.rehearsal=true")
              .with(display())
              .with("-cp", Start.classPath(image), "osusume.Main")
              .env("HOME", home)
              .env("XDG_DATA_HOME", home.resolve("data"))
              .env("XDG_CONFIG_HOME", home.resolve("config"))
              .env("XDG_CACHE_HOME", home.resolve("cache"))
              .env("XDG_STATE_HOME", home.resolve("state"));
      String said = Host.NOW == Host.LINUX ? underDisplay(program) : program.run();
      Files.writeString(project.work().resolve("rehearsal.log"), said);
      if (!Files.exists(image.cache())) {
        throw new IOException("The rehearsal left no cache of classes:\n" + said);
      }
      Files.setLastModifiedTime(image.cache(), FileTime.from(Image.TIME));
    } finally {
      Folders.empty(home);
      Files.delete(home);
    }
  }

  private static boolean hasDisplay() {
    return System.getenv("DISPLAY") != null || Tool.exists("Xvfb");
  }

  private static Object[] display() {
    // Without a display the classes of the real one are not seen; the package is whole, its first
    // frame a little later.
    return Host.NOW == Host.LINUX && !hasDisplay()
        ? new Object[] {"-Dglass.platform=Headless", "-Dprism.order=sw"}
        : new String[0];
  }

  private static String underDisplay(Tool program) throws IOException, InterruptedException {
    if (System.getenv("DISPLAY") != null || !hasDisplay()) {
      return program.run();
    }
    Process screen =
        new ProcessBuilder("Xvfb", ":98", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Thread.sleep(1000);
      return program.env("DISPLAY", ":98").run();
    } finally {
      screen.destroy();
      screen.waitFor();
    }
  }
}
