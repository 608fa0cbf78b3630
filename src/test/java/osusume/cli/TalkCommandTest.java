package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;
import osusume.json.Json;

/** {@code osusume talk}, as somebody at a terminal has it, against a strict server. */
class TalkCommandTest {
  @TempDir static Path folder;

  private static Console console;

  private ProtocolServer server;

  @BeforeAll
  static void importFirstUsers() throws IOException {
    console = Console.ofDemo(folder);
  }

  @BeforeEach
  void start() {
    server = new ProtocolServer().withoutKey();
  }

  @AfterEach
  void everythingSentWasInOrder() {
    assertThat(server.refused()).isEmpty();
    server.close();
  }

  private int local(String... words) {
    return console.run(
        Stream.concat(
                Stream.of("talk", "7", "something to laugh about", "--assistant", "local"),
                Stream.concat(
                    Stream.of("--base-url", server.address(), "--model", "gpt-4o"),
                    Stream.of(words)))
            .toArray(String[]::new));
  }

  @Test
  void theOfflineAssistantAnswersAboutTitlesOfTheDataSet() throws IOException {
    assertThat(console.run("talk", "7", "a short comedy", "--assistant", "offline", "--json"))
        .as(console::err)
        .isZero();
    JsonNode answer = Json.mapper().readTree(console.out());
    assertThat(answer.get("assistant").asText()).isEqualTo("Offline");
    assertThat(answer.get("anime")).isNotEmpty();
    for (JsonNode title : answer.get("anime")) {
      assertThat(title.get("genre").asText()).contains("Comedy");
      assertThat(answer.get("rec").asText()).contains("**" + title.get("name").asText() + "**");
    }
  }

  @Test
  void aLocalModelPicksAmongTheTenOfTheGroup() {
    server.answers(Scripted.says("Try **", "Trigun", "**."));
    assertThat(local()).as(console::err).isZero();
    assertThat(console.out()).isEqualTo("Try **Trigun**." + System.lineSeparator());
    JsonNode asked = server.requests().getLast();
    assertThat(asked.get("model").asText()).isEqualTo("gpt-4o");
    assertThat(asked.has("tools")).isFalse();
    assertThat(asked.toString()).contains("something to laugh about");
  }

  @Test
  void aModelOfLittleMemoryIsToldOfFewerToolsAndNonsenseIsRefused() {
    server.answers(Scripted.says("Try **Trigun**."));
    assertThat(local("--mode", "agent")).as(console::err).isZero();
    int all = server.requests().getLast().get("tools").size();
    assertThat(local("--mode", "agent", "--context", "2048")).as(console::err).isZero();
    assertThat(server.requests().getLast().get("tools").size()).isBetween(1, all - 1);
    assertThat(console.err()).contains("2,048 tokens at once", "query_table");
    for (String wrong : List.of("0", "2047", "1000001", "-5", "much", "99999999999")) {
      assertThat(local("--context", wrong)).isEqualTo(2);
      assertThat(console.err()).contains("'" + wrong + "'", "from 2048 to 1000000");
    }
  }

  @Test
  void inAgentModeToolsAreCalledAndTold() {
    server.answers(
        Scripted.calls(
            Scripted.call("c1", "search_anime", "{\"genres\":[\"Comedy\"],\"limit\":3}")),
        Scripted.says("Try **Trigun**."));
    assertThat(local("--mode", "agent")).as(console::err).isZero();
    assertThat(console.out()).contains("Try **Trigun**.");
    assertThat(console.err()).contains("Comedy");
    assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(2);
  }

  static List<Scripted> troubles() {
    return List.of(
        Scripted.wrongKey("x"),
        Scripted.noCredit(),
        Scripted.rateLimit(60),
        Scripted.unknownModel("gpt-4o"),
        Scripted.tooLong(),
        Scripted.policy(),
        Scripted.html(200));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aTroubleIsOneSentenceAndNobodyElseAnswers(Scripted trouble) {
    server.answers(trouble, trouble);
    assertThat(local()).isEqualTo(1);
    assertThat(console.out()).isEmpty();
    assertThat(console.err().lines().filter(line -> line.startsWith("osusume: "))).hasSize(1);
    assertThat(console.err()).doesNotContain("Exception", "<html", "\tat ");
  }

  @Test
  void ofAStreamThatBreaksOffWhatCameIsKept() {
    server.answers(
        Scripted.says("Try ", "**Trigun**", ", it is ", "good").ending(Scripted.Ending.CUT, 2));
    assertThat(local()).isEqualTo(1);
    assertThat(console.out()).startsWith("Try **Trigun**");
  }

  @Test
  void aWrongNameIsToldWithTheNearest() {
    assertThat(console.run("talk", "7", "hi", "--assistant", "ofline")).isEqualTo(2);
    assertThat(console.err()).contains("did you mean 'offline'?");
    assertThat(console.run("talk", "7", "hi", "--mode", "agnt")).isEqualTo(2);
    assertThat(console.err()).contains("did you mean 'agent'?");
  }

  @Test
  void nobodyIsAskedForAUserThereIsNot() {
    assertThat(console.run("talk", "424242", "hi", "--assistant", "offline")).isEqualTo(1);
    assertThat(console.err()).contains("424242");
  }

  /** The key is given as people give it, and the server repeats it in what it says. */
  @Test
  void aKeyInTheEnvironmentIsNowhereAfterwards() throws Exception {
    try (var strict = new ProtocolServer()) {
      strict.answers(
          Scripted.wrongKey(ProtocolServer.KEY),
          Scripted.error(500, "server_error", "x", "key " + ProtocolServer.KEY),
          Scripted.error(500, "server_error", "x", "key " + ProtocolServer.KEY));
      for (int run = 0; run < 2; run++) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "osusume.Main"));
        command.addAll(
            console.inFolders("talk", "7", "hi", "--assistant", "openai", "--show-sent"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OPENAI_API_KEY", ProtocolServer.KEY);
        builder.environment().put("OPENAI_BASE_URL", strict.address());
        builder.environment().put("OPENAI_LOG", "debug");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        assertThat(said).contains("osusume: ").doesNotContain("SENTINEL");
      }
      assertThat(strict.headers().getFirst().getFirst("Authorization"))
          .isEqualTo("Bearer " + ProtocolServer.KEY);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("SENTINEL");
      }
    }
  }

  /** Whoever set a key expects OpenAI to answer. */
  @Test
  void aKeyThatCannotBeOneIsPassedOverNotSilently() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "osusume.Main"));
    command.addAll(console.inFolders("talk", "7", "a short comedy"));
    Path err = folder.resolve("passed-over.err");
    var builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("OPENAI_API_KEY", "sk-SENTINEL\nof two lines");
    builder.environment().remove("OPENAI_BASE_URL");
    // No key store is to be found.
    builder.environment().put("PATH", folder.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(said).contains("1. ");
    assertThat(Files.readString(err))
        .doesNotContain("SENTINEL")
        .containsOnlyOnce("OPENAI_API_KEY can't be used.")
        .contains("It is passed over.");
  }
}
