package osusume.chat.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.progress.Progress;

/** Each failure has its sentence, and in none of them, nor in the log, is the key. */
class ModelTroublesTest {
  private static final String KEY = ProtocolServer.KEY;

  private static final TimeLimits LIMITS = TimeLimits.ofSeconds(2, 10, 10, 20);

  private final ProtocolServer server = new ProtocolServer();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private Level before;

  @BeforeEach
  void listenToAllThatIsLogged() {
    Logger root = Logger.getLogger("");
    before = root.getLevel();
    root.setLevel(Level.ALL);
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void theKeyIsNowhereInTheLog() {
    Logger root = Logger.getLogger("");
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(listener);
    root.setLevel(before);
    server.close();
    assertThat(logged).noneMatch(line -> line.contains(KEY) || line.contains("SENTINEL"));
    assertThat(printed.toString(UTF_8)).doesNotContain(KEY, "SENTINEL");
  }

  @BeforeAll
  static void load() {
    WarmUp.run();
  }

  private AssistantException trouble(Scripted scripted) {
    return troubleAt(server.answers(scripted).address(), "gpt-4o");
  }

  private static AssistantException troubleAt(String address, String model) {
    return troubleOf(
        new OpenAiModel(ModelAddress.parse(address), model, Optional.of(ApiKey.of(KEY)), LIMITS));
  }

  private static AssistantException troubleOf(OpenAiModel model) {
    try (model) {
      AssistantException trouble =
          catchThrowableOfType(
              AssistantException.class,
              () -> model.ask(OpenAiModelTest.question(), piece -> {}, Progress.NONE));
      assertThat(trouble).isNotNull();
      assertThat(everythingOf(trouble) + model).doesNotContain(KEY, "SENTINEL");
      return trouble;
    }
  }

  private static String everythingOf(Throwable trouble) {
    StringWriter all = new StringWriter();
    trouble.printStackTrace(new PrintWriter(all, true));
    return all + trouble.toString();
  }

  private void assertTrouble(Scripted scripted, Trouble trouble, String... words) {
    AssistantException e = trouble(scripted);
    assertThat(e.trouble()).as(e.getMessage()).isEqualTo(trouble);
    assertThat(List.of(words)).allSatisfy(word -> assertThat(e).hasMessageContaining(word));
    assertThat(e.getMessage()).endsWith(".").doesNotContain("<", "{");
  }

  @Test
  void keyAndCredit() {
    assertTrouble(Scripted.wrongKey(KEY), Trouble.WRONG_KEY, server.host(), "401", "settings");
    assertTrouble(
        Scripted.error(403, "x", "unsupported_country", "No. " + KEY),
        Trouble.WRONG_KEY,
        "gpt-4o",
        "403");
    assertTrouble(Scripted.noCredit(), Trouble.NO_CREDIT, "no credit", "offline");
    assertTrouble(Scripted.error(402, "x", KEY, KEY), Trouble.NO_CREDIT, "no credit");
    OpenAiModel none =
        new OpenAiModel(
            ModelAddress.parse(server.address()), "gpt-4o", Optional.empty(), TimeLimits.SERVICE);
    assertThat(troubleOf(none).trouble()).isEqualTo(Trouble.NO_KEY);
  }

  @Test
  void limitsOfRequestsSayWhenToAskAgain() {
    AssistantException e = trouble(Scripted.rateLimit(20));
    assertThat(e.trouble()).isEqualTo(Trouble.RATE_LIMIT);
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(e).hasMessageContaining("Ask again in 20 seconds.");
    assertThat(trouble(Scripted.rateLimit(600))).hasMessageContaining("in 10 minutes.");
    assertThat(trouble(Scripted.rateLimit(0))).hasMessageContaining("in a minute.");
    Scripted dated = Scripted.rateLimit(0).header("Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT");
    assertThat(trouble(dated)).hasMessageContaining(" hours.");
    assertThat(trouble(Scripted.rateLimit(0).header("Retry-After", "soon")).retryAfter()).isEmpty();
  }

  @Test
  void modelsAndQuestions() {
    assertTrouble(
        Scripted.unknownModel("gpt-4o"),
        Trouble.UNKNOWN_MODEL,
        "\"gpt-4o\"",
        "Test the connection");
    assertTrouble(
        Scripted.plain(
            404,
            "application/json",
            "{\"error\":{\"message\":\"model \\\"x\\\" not found, try pulling it first\"}}"),
        Trouble.UNKNOWN_MODEL);
    assertTrouble(
        Scripted.plain(
            404,
            "application/json",
            "{\"object\":\"error\",\"message\":\"The model `x` does not exist.\",\"code\":404}"),
        Trouble.UNKNOWN_MODEL);
    assertTrouble(Scripted.tooLong(), Trouble.TOO_LONG, "gpt-4o", "new conversation");
    assertTrouble(
        Scripted.error(
            400,
            "exceed_context_size_error",
            null,
            "the request exceeds the available context size, try increasing it"),
        Trouble.TOO_LONG);
    assertTrouble(Scripted.policy(), Trouble.REFUSED, "refused the question");
    assertTrouble(Scripted.says().finish("content_filter"), Trouble.REFUSED);
    assertTrouble(
        Scripted.plain(
            400,
            "application/json",
            "{\"error\":\"registry.ollama.ai/library/x does not support tools\"}"),
        Trouble.SERVER,
        "can't use tools");
    assertTrouble(
        Scripted.error(400, "x", null, "Odd. " + KEY), Trouble.SERVER, "did not accept", "400");
  }

  @Test
  void whatIsNoLanguageModel() {
    assertTrouble(Scripted.html(200), Trouble.NOT_THE_PROTOCOL, "web page", "/v1", server.host());
    assertTrouble(Scripted.html(404), Trouble.NOT_THE_PROTOCOL, "web page", "404");
    assertTrouble(Scripted.html(502), Trouble.SERVER, "502");
    assertTrouble(
        Scripted.plain(200, "text/plain", "<html>" + KEY), Trouble.NOT_THE_PROTOCOL, "web page");
    assertTrouble(
        Scripted.plain(200, "text/plain", "Ollama is running\n"), Trouble.NOT_THE_PROTOCOL);
    assertTrouble(
        Scripted.plain(200, "application/json", "{\"a\": \"" + KEY + "\", "),
        Trouble.NOT_THE_PROTOCOL,
        "broken JSON");
    assertTrouble(
        Scripted.plain(200, "application/json", "{\"status\": \"ok\"}"), Trouble.NOT_THE_PROTOCOL);
    assertTrouble(
        Scripted.plain(404, "text/plain", "404 page not found"), Trouble.NOT_THE_PROTOCOL, "/v1");
    assertTrouble(Scripted.says("x").ending(Scripted.Ending.NOT_JSON, 0), Trouble.NOT_THE_PROTOCOL);
    String wrong = server.address().replace("/v1", "/v2");
    assertThat(troubleAt(wrong, "gpt-4o").trouble()).isEqualTo(Trouble.NOT_THE_PROTOCOL);
  }

  @Test
  void aServerThatFails() {
    assertTrouble(Scripted.failure(), Trouble.SERVER, "500", "Ask again");
    assertTrouble(
        Scripted.plain(503, "application/json", "{\"error\":\"" + KEY + "\"}"),
        Trouble.SERVER,
        "503");
    assertTrouble(Scripted.says().without("choices").atOnce(), Trouble.SERVER, "without a word");
    assertTrouble(Scripted.says(), Trouble.SERVER, "without a word");
    assertTrouble(Scripted.says().ending(Scripted.Ending.CUT, 0), Trouble.SERVER, "broke off");
    assertTrouble(Scripted.says("x").ending(Scripted.Ending.ERROR, 0), Trouble.SERVER, "an error");
  }

  @Test
  void silence() {
    Scripted thinks = Scripted.says("x").thinking("Hmm.").ending(Scripted.Ending.SILENCE, 0);
    for (Scripted scripted : List.of(Scripted.silence(), thinks)) {
      server.answers(scripted);
      AssistantException e = troubleOf(named("gpt-4o", TimeLimits.ofSeconds(2, 1, 1, 20)));
      assertThat(e.trouble()).isEqualTo(Trouble.TIME_OUT);
      assertThat(e).hasMessageContainingAll("said nothing for a second", server.host());
    }
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void noNetwork() throws IOException {
    AssistantException unknown = troubleAt("https://no-such-host.invalid/v1", "gpt-4o");
    assertThat(unknown.trouble()).isEqualTo(Trouble.NO_NETWORK);
    assertThat(unknown).hasMessageContaining("no-such-host.invalid");
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    AssistantException refused = troubleAt("http://127.0.0.1:" + free + "/v1", "llama3");
    assertThat(refused.trouble()).isEqualTo(Trouble.NO_NETWORK);
    assertThat(refused).hasMessageContainingAll("127.0.0.1:" + free, "Start the program");
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInTheClear(plain));
      String address = "https://127.0.0.1:" + plain.getLocalPort() + "/v1";
      AssistantException clear = troubleAt(address, "llama3");
      assertThat(clear.trouble()).isEqualTo(Trouble.NO_NETWORK);
      assertThat(clear).hasMessageContaining("encrypted connection");
    }
  }

  private static void answerInTheClear(ServerSocket plain) {
    try {
      while (true) {
        try (Socket asked = plain.accept()) {
          asked.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        }
      }
    } catch (IOException e) {
      // The test has closed the socket.
    }
  }

  @Test
  void theKeyGoesNowhereElse() {
    try (ProtocolServer other = new ProtocolServer().answers(Scripted.says("Hello"))) {
      for (int status : List.of(301, 302, 303, 307, 308)) {
        String target = other.address() + "/chat/completions";
        assertTrouble(
            Scripted.redirect(status, target), Trouble.NOT_THE_PROTOCOL, "127.0.0.1", "" + status);
      }
      assertThat(other.headers()).isEmpty();
    }
    AssistantException clear = troubleAt("http://models.example.org/v1", "gpt-4o");
    assertThat(clear.trouble()).isEqualTo(Trouble.NO_KEY);
    assertThat(clear).hasMessageContainingAll("http://", "models.example.org");
  }

  @Test
  void aKeyInPlaceOfTheModelsNameIsMasked() {
    server.answers(Scripted.unknownModel(KEY));
    assertThat(troubleOf(named(KEY, LIMITS))).hasMessageContaining("\"(key)\"");
  }

  private OpenAiModel named(String model, TimeLimits limits) {
    return new OpenAiModel(
        ModelAddress.parse(server.address()), model, Optional.of(ApiKey.of(KEY)), limits);
  }

  @Test
  void keysAreTakenAsTheyArePasted() {
    assertThat(ApiKey.of("  " + KEY + "\n").reveal()).isEqualTo(KEY);
    assertThat(ApiKey.of(KEY)).hasToString("(key)");
    for (String wrong : new ArrayList<>(List.of("", " ", KEY + " " + KEY, KEY + "\u00e9"))) {
      assertThatThrownBy(() -> ApiKey.of(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .satisfies(e -> assertThat(everythingOf(e)).doesNotContain("SENTINEL"));
    }
  }
}
