import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The installed program: {@code runtime}, {@code app} with its jars and its cache of classes,
 * {@code demo} with what was learned from the demo, and the start script.
 */
record Image(Path home) {
  Path runtime() {
    return home.resolve("runtime");
  }

  Path app() {
    return home.resolve("app");
  }

  Path demo() {
    return home.resolve("demo");
  }

  Path cache() {
    return app().resolve("osusume.aot");
  }

  Path start() {
    return home.resolve("osusume");
  }

  /** The class path's jars in their order; the program's own first. */
  List<Path> jars() {
    Path own = app().resolve("osusume.jar");
    List<Path> others = Project.jars(app()).stream().filter(jar -> !jar.equals(own)).toList();
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(own), others.stream()).toList();
  }

  void complete(Project project) throws IOException {
    Files.copy(project.base().resolve("LICENSE"), home.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
    if (Host.NOW == Host.LINUX) {
      String jars =
          jars().stream()
              .map(jar -> "$home/app/" + jar.getFileName())
              .collect(Collectors.joining(":"));
      Path script = project.source("linux/osusume");
      Files.writeString(start(), Files.readString(script).replace("@CLASSPATH@", jars));
      Files.setPosixFilePermissions(start(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Folders.setTimes(home, TIME);
  }

  /** The time of every file of a package: its contents say what it is, not when it was built. */
  static final Instant TIME = Instant.parse("2026-11-23T00:00:00Z");
}
