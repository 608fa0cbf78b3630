import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is packaged.
 *
 * @param base the project's folder
 * @param version of the pom
 */
record Project(Path base, String version) {
  Path target() {
    return base.resolve("target");
  }

  /** Where everything is built; emptied first. */
  Path work() {
    return target().resolve("packaging");
  }

  Path source(String name) {
    return base.resolve("packaging").resolve(name);
  }

  /** A folder's jars by name, so that the class path is the same wherever it is built. */
  static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
