package osusume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file is formatted as google-java-format has it. {@code mvn test
 * -Dtest=SourceFormatTest -Dosusume.format=write} mends what is not. It runs as a test, and not as
 * a plugin, because Maven itself may run on a JDK that cannot parse Java 25.
 */
class SourceFormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("osusume.format"));
    var formatter = new Formatter(JavaFormatterOptions.builder().build());
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
      String formatted = formatter.formatSource(ordered);
      if (!formatted.equals(text)) {
        unformatted.add(file);
        if (write) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!write) {
      assertEquals(List.of(), unformatted, "Run with -Dosusume.format=write to mend these files.");
    }
  }

  private static List<Path> sources() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("src", "data/demo")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> tree = Files.walk(Path.of(folder))) {
          tree.filter(f -> f.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    return files;
  }
}
