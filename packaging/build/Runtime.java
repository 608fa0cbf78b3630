import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The Java runtime of the package: the modules that are used and JavaFX with its native libraries
 * inside, which else would unpack them into the person's home.
 */
final class Runtime {
  private static final List<String> JAVAFX = List.of("base", "graphics", "controls", "fxml");

  /**
   * What {@code jdeps} finds in the program and its libraries, and what is reached by name alone:
   * elliptic curves and DNS for TLS, zip file systems, signals, the user's name for D-Bus.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.compiler",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.scripting",
          "java.sql",
          "java.xml",
          "jdk.crypto.ec",
          "jdk.incubator.vector",
          "jdk.security.auth",
          "jdk.unsupported",
          "jdk.zipfs",
          "javafx.controls",
          "javafx.fxml");

  private Runtime() {}

  static void link(Project project, Image image) throws IOException, InterruptedException {
    Path modules = project.work().resolve("jmods");
    Files.createDirectories(modules);
    for (String module : JAVAFX) {
      wrap(project, module, modules);
    }
    Files.createDirectories(image.home());
    List<Object> words = new ArrayList<>(List.of("--module-path", modules, "--add-modules"));
    words.add(String.join(",", MODULES));
    // Debian, RPM and the installers compress the whole better than each file by itself would be.
    words.addAll(
        List.of("--strip-debug", "--no-header-files", "--no-man-pages", "--output", image.runtime()));
    Tool.jdk("jlink", words.toArray()).run();
  }

  /** Makes a module file of a JavaFX jar, with the native libraries where the JVM looks for them. */
  private static void wrap(Project project, String module, Path modules)
      throws IOException, InterruptedException {
    Path jar =
        Project.jars(project.target().resolve("javafx")).stream()
            .filter(file -> file.getFileName().toString().startsWith("javafx-" + module + "-"))
            .filter(file -> file.getFileName().toString().contains(Host.NOW.classifier))
            .findFirst()
            .orElseThrow(() -> new IOException("There is no jar of javafx." + module + " in target/javafx."));
    Path classes = project.work().resolve("javafx").resolve(module).resolve("classes");
    Path natives = classes.resolveSibling("natives");
    Files.createDirectories(natives);
    try (InputStream bytes = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean library = entry.getName().endsWith("." + Host.NOW.library);
        Path file = (library ? natives : classes).resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    Tool.jdk(
            "jmod",
            "create",
            "--class-path",
            classes,
            "--libs",
            natives,
            modules.resolve("javafx." + module + ".jmod"))
        .run();
  }
}
