import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/** The jars of the package: those of the program, the largest libraries without what nobody calls. */
final class Libraries {
  /** Those of which little is used, by how their files' names begin. All others go as they are. */
  private static final List<String> TRIMMED =
      List.of("openai-java", "fastutil", "icu4j", "guava", "jna-platform");

  /** What only compilers read. */
  private static final List<String> LEFT_OUT =
      List.of(
          "annotations-", "checker-qual", "error_prone_annotations", "j2objc-annotations", "jsr305");

  private Libraries() {}

  static void lay(Project project, Image image) throws IOException, InterruptedException {
    Files.createDirectories(image.app());
    List<Path> trimmed = new ArrayList<>();
    List<Path> whole = new ArrayList<>();
    for (Path jar : Project.jars(project.target().resolve("lib"))) {
      if (!starts(jar, LEFT_OUT)) {
        (starts(jar, TRIMMED) ? trimmed : whole).add(jar);
      }
    }
    Path own = project.target().resolve("osusume.jar");
    whole.addFirst(own);
    for (Path jar : whole) {
      Files.copy(jar, image.app().resolve(jar.getFileName().toString()));
    }
    Trimming.trim(trimmed, whole, image.runtime(), image.app(), project.work());
    Path jna = placeOf(image, "jna-5");
    keepOneNativeLibrary(jna, image);
    compileStylesheets(image.app().resolve("osusume.jar"), project.work());
  }

  private static Path placeOf(Image image, String start) throws IOException {
    return Project.jars(image.app()).stream()
        .filter(jar -> starts(jar, List.of(start)))
        .findFirst()
        .orElseThrow(() -> new IOException("There is no library " + start + "… in target/lib."));
  }

  private static boolean starts(Path jar, List<String> names) {
    return names.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }

  /**
   * JNA's jar holds its native library for every system, and unpacks the right one into the
   * person's home at each first use; here it lies in the runtime.
   */
  private static void keepOneNativeLibrary(Path jar, Image image) throws IOException {
    String system =
        switch (Host.NOW) {
          case LINUX -> Host.isArm() ? "linux-aarch64" : "linux-x86-64";
          case WINDOWS -> Host.isArm() ? "win32-aarch64" : "win32-x86-64";
          case MAC -> Host.isArm() ? "darwin-aarch64" : "darwin-x86-64";
        };
    try (FileSystem zip = open(jar)) {
      Path all = zip.getPath("com/sun/jna");
      List<Path> natives;
      try (Stream<Path> folders = Files.list(all)) {
        natives =
            folders
                .filter(folder -> folder.getFileName().toString().replace("/", "").matches("(aix|darwin|dragonfly|freebsd|linux|openbsd|sunos|win32).*"))
                .toList();
      }
      for (Path folder : natives) {
        if (folder.getFileName().toString().replace("/", "").equals(system)) {
          for (Path file : Folders.all(folder)) {
            if (Files.isRegularFile(file)) {
              Path lib = image.runtime().resolve(Host.NOW == Host.WINDOWS ? "bin" : "lib");
              Files.copy(file, lib.resolve(file.getFileName().toString()));
            }
          }
        }
        for (Path file : Folders.all(folder).reversed()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Lays the compiled form beside each style sheet; JavaFX takes it where it finds one. */
  private static void compileStylesheets(Path jar, Path work) throws IOException {
    try (FileSystem zip = open(jar)) {
      for (Path css : Folders.all(zip.getPath("/osusume/ui"))) {
        if (css.toString().endsWith(".css")) {
          Path text = work.resolve("sheet.css");
          Path compiled = work.resolve("sheet.bss");
          Files.write(text, Files.readAllBytes(css));
          Stylesheet.convertToBinary(text.toFile(), compiled.toFile());
          Files.copy(compiled, zip.getPath(css.toString().replaceAll("css$", "bss")));
          Files.delete(text);
          Files.delete(compiled);
        }
      }
    }
  }

  private static FileSystem open(Path jar) throws IOException {
    return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
  }
}
