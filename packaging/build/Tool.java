import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program that is run for the build. What it says is shown only where it fails. */
final class Tool {
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Path folder;

  Tool(Object... words) {
    with(words);
  }

  /** A tool of the JDK that runs this build. */
  static Tool jdk(String name, Object... words) {
    return new Tool(Path.of(System.getProperty("java.home"), "bin", name)).with(words);
  }

  Tool with(Object... words) {
    for (Object word : words) {
      command.add(word.toString());
    }
    return this;
  }

  Tool in(Path there) {
    folder = there;
    return this;
  }

  Tool env(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  /** Whether a program of that name is on the path. */
  static boolean exists(String name) {
    for (String place : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      if (Files.isExecutable(Path.of(place, name))) {
        return true;
      }
    }
    return false;
  }

  /**
   * @return what it said, on both streams
   * @throws IOException if it ends with another status than 0, with what it said
   */
  String run() throws IOException, InterruptedException {
    Path said = Files.createTempFile("osusume-build", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      if (folder != null) {
        builder.directory(folder.toFile());
      }
      Process process = builder.start();
      process.getOutputStream().close();
      int status = process.waitFor();
      String text = Files.readString(said);
      if (status != 0) {
        throw new IOException(
            "\"%s\" ended with status %d:%n%s".formatted(String.join(" ", command), status, text));
      }
      return text;
    } finally {
      Files.delete(said);
    }
  }
}
