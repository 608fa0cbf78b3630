package osusume.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code osusume serve} in a process of its own, at any free port. */
final class ServeProcess implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private final Path err;

  private ServeProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static ServeProcess start(Path folder, String... words) throws IOException {
    return start(folder, Map.of(), words);
  }

  static ServeProcess start(Path folder, Map<String, String> environment, String... words)
      throws IOException {
    return start(folder, environment, Redirect.to(folder.resolve("serve.err").toFile()), words);
  }

  /** One whose standard error is a pipe that nobody reads. */
  static ServeProcess startUnread(Path folder, String... words) throws IOException {
    Files.createFile(folder.resolve("serve.err"));
    return start(folder, Map.of(), Redirect.PIPE, words);
  }

  private static ServeProcess start(
      Path folder, Map<String, String> environment, Redirect errors, String... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx600m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "osusume.Main",
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--models",
                folder.resolve("models").toString()));
    command.addAll(List.of(words));
    Path out = folder.resolve("serve.out");
    Path err = folder.resolve("serve.err");
    var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors);
    builder.environment().remove(ServeCommand.TOKEN);
    builder.environment().putAll(environment);
    return new ServeProcess(builder.start(), out, err);
  }

  Process process() {
    return process;
  }

  /** The file of its standard output. */
  Path out() {
    return out;
  }

  /** What it has printed on standard error. */
  String errors() throws IOException {
    return Files.readString(err);
  }

  /** Waits for the line that tells the address. */
  String firstLine() throws Exception {
    await(() -> read(out).contains("\n"), "its address");
    return Files.readString(out).lines().findFirst().orElseThrow();
  }

  void awaitOnStandardError(String text) throws Exception {
    await(() -> read(err).contains(text), "\"" + text + "\"");
  }

  private void await(BooleanSupplier there, String what) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!there.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError(
            "%s was not printed; alive: %s; standard error: %s"
                .formatted(what, process.isAlive(), errors()));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Asks it to end (SIGTERM). */
  int terminated() throws Exception {
    process.destroy();
    return ended();
  }

  /** Waits for its end. */
  int ended() throws Exception {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It does not end; standard error: " + errors());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
