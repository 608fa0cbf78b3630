import java.nio.file.Path;

/** Starts the program that is being built. */
final class Start {
  private Start() {}

  /** A command on folders of its own. */
  static Tool command(Image image, Path folder, Object... words) {
    Tool tool =
        Host.NOW == Host.LINUX
            ? new Tool(image.start())
            : new Tool(image.runtime().resolve("bin").resolve("java"))
                .with(Launchers.options(Launchers.Kind.LEARNING).toArray())
                .with("-Dosusume.installed=" + image.home(), "-cp", classPath(image), "osusume.Main");
    return tool.with(words).with("--data", folder.resolve("data"), "--models", folder.resolve("models"));
  }

  static String classPath(Image image) {
    return String.join(
        java.io.File.pathSeparator, image.jars().stream().map(Path::toString).toList());
  }
}
