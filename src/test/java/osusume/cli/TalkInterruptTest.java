package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;

/** Ctrl+C in a conversation at a terminal, by real signals to a process of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals are sent by the kill of Linux")
class TalkInterruptTest {
  /** What a shell has of a program that Ctrl+C ended: 128 and the number of the signal. */
  private static final int INTERRUPTED = 130;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private ProtocolServer server;
  private Process process;
  private OutputStream typed;

  /** The command line as a person has it at a terminal, which a process of a test has none of. */
  static final class AtATerminal {
    private AtATerminal() {}

    /** Runs the words. */
    public static void main(String[] words) {
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
      System.exit(CommandLineTool.run(words, (_, _) -> 77, new Streams(out, err, true)));
    }
  }

  @BeforeAll
  static void importTitles() throws IOException {
    new Console(folder);
  }

  @BeforeEach
  void listen() {
    server = new ProtocolServer().withoutKey();
  }

  @AfterEach
  void end() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
    server.close();
  }

  private void talk(String user, String main) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of("talk", user, "--mode", "agent", "--assistant", "local"));
    command.addAll(List.of("--base-url", server.address(), "--model", "m"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--models", folder.resolve("models").toString()));
    process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    typed = process.getOutputStream();
  }

  private static String out() {
    return read("out");
  }

  private static String err() {
    return read("err");
  }

  private static String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void type(String line) throws IOException {
    typed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    typed.flush();
  }

  private void interrupt() throws Exception {
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
        .isZero();
  }

  private int ended(Duration within) throws InterruptedException {
    assertThat(process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS))
        .as(() -> "ended; standard error: " + err())
        .isTrue();
    return process.exitValue();
  }

  private void await(BooleanSupplier there, String what) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(process.isAlive() && System.nanoTime() < end)
          .as(() -> what + "; standard output: " + out() + "; standard error: " + err())
          .isTrue();
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static long prompts() {
    return err().split("> ", -1).length - 1L;
  }

  @Test
  void whoeverIsAskedForALineEndsAtOnce() throws Exception {
    talk("1", AtATerminal.class.getName());
    await(() -> prompts() == 1, "the prompt");
    interrupt();
    assertThat(ended(Duration.ofSeconds(3))).isEqualTo(INTERRUPTED);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anAnswerIsStoppedAndTheConversationGoesOn() throws Exception {
    server.answers(
        Scripted.saysWords(2_000).slowly(Duration.ofMillis(20)), Scripted.says("Then this."));
    talk("1", AtATerminal.class.getName());
    await(() -> prompts() == 1, "the prompt");
    type("something long");
    await(() -> out().contains("word10 "), "an answer under way");
    interrupt();
    await(() -> prompts() == 2, "the prompt again");
    assertThat(out()).startsWith("word0 word1 ").doesNotContain("word1999");
    assertThat(err()).contains("The answer was stopped; this is what came.");
    type("something else");
    await(() -> out().contains("Then this."), "the next answer");
    await(() -> prompts() == 3, "the prompt a third time");
    assertThat(server.requests().getLast().toString()).contains("word0", "something else");
    interrupt();
    assertThat(ended(Duration.ofSeconds(3))).isEqualTo(INTERRUPTED);
  }

  @Test
  void aQuestionAboutTheListIsAnsweredNoByIt() throws Exception {
    server.answers(
        Scripted.calls(Scripted.call("c1", "rate_anime", "{\"anime\":\"Alpha\",\"rating\":9}")),
        Scripted.says("Done."));
    talk("me", AtATerminal.class.getName());
    await(() -> prompts() == 1, "the prompt");
    type("rate Alpha 9");
    await(() -> err().contains("[y/N]"), "the question");
    interrupt();
    await(() -> prompts() == 2, "the prompt again");
    type("");
    assertThat(ended(LONGEST)).isZero();
    assertThat(folder.resolve("data").resolve("mylist").resolve("list.journal")).doesNotExist();
  }

  @Test
  void whereNobodySitsItEndsTheWhole() throws Exception {
    server.answers(Scripted.saysWords(2_000).slowly(Duration.ofMillis(20)));
    talk("1", "osusume.Main");
    type("something long");
    type("something else");
    await(() -> !server.requests().isEmpty(), "a request");
    interrupt();
    assertThat(ended(Duration.ofSeconds(10))).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }
}
