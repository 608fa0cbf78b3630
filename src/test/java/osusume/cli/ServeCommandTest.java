package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.json.Json;

/** {@code osusume serve}, as a program of its own wherever it comes to listening. */
class ServeCommandTest {
  @TempDir Path folder;

  private static HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aPortThatIsTakenIsSaidWithOneThatIsFree() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      String sentence =
          new Console(folder).refused("serve", "--port", String.valueOf(port), "--dataset", "$(x)");
      assertThat(sentence)
          .contains("127.0.0.1:" + port + " is taken by another program")
          .containsPattern("give the same command with --port [1-9][0-9]*\\.")
          .doesNotContain("--port " + port, "$(x)");
    }
  }

  @Test
  void aPortThatIsNoneIsAWrongCommandLine() throws IOException {
    Console console = new Console(folder);
    assertThat(console.wrong("serve", "--port", "65536")).contains("There is no port 65536");
    assertThat(console.wrong("serve", "--port", "-1")).contains("There is no port -1");
    assertThat(console.wrong("serve", "--port", "http")).contains("'http'");
    assertThat(console.wrong("serve", "--host", " ")).contains("needs an address");
  }

  @Test
  void anAddressThatIsNoneIsNamed() throws IOException {
    assertThat(new Console(folder).refused("serve", "--host", "no.such.host.invalid"))
        .contains("'no.such.host.invalid'");
  }

  @Test
  void aDataSetThatIsNotThereEndsIt() throws IOException {
    assertThat(new Console(folder).refused("serve", "--port", "0", "--dataset", "nothing"))
        .contains("nothing");
  }

  @Test
  void itTellsItsAddressAnswersLearnsAndEndsWhenAskedTo() throws Exception {
    new Console(folder);
    try (ServeProcess serve = ServeProcess.start(folder, "--json", "--requests")) {
      JsonNode printed = Json.mapper().readTree(serve.firstLine());
      assertThat(printed.properties()).hasSize(1);
      String address = printed.get("address").asText();
      assertThat(get(address + "/").body()).startsWith("Welcome to the Anime Recommendation API!");
      serve.awaitOnStandardError("Learned taste groups");
      assertThat(serve.terminated()).isZero();
      assertThat(serve.errors())
          .contains("200  GET /  ")
          .contains("Finishing the requests under way");
      assertThat(Files.readString(serve.out()).lines()).hasSize(1);
    }
    assertThat(folder.resolve("models/manifest.json")).exists();
  }

  /** Megabytes, more than the system holds for somebody who does not read. */
  private static final String LARGE = "GET /user?mt_rating=-2 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

  /** Somebody who asks, and reads only when told to. */
  private static Socket asked(URI address) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket.getOutputStream().write(LARGE.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
    return socket;
  }

  @Test
  void whoDoesNotReadTheRequestsHoldsUpNeitherAnswersNorTheEnd() throws Exception {
    try (ServeProcess serve = ServeProcess.startUnread(folder, "--requests")) {
      URI address = URI.create(serve.firstLine());
      String request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      // A pipe holds 64 kB, which is less than a thousand lines.
      for (int i = 0; i < 3_000; i++) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
          socket.setSoTimeout(20_000);
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
          assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
        }
      }
      assertThat(serve.terminated()).isZero();
    }
  }

  @Test
  void aRequestUnderWayIsFinishedBeforeItEnds() throws Exception {
    try (ServeProcess serve = ServeProcess.start(folder)) {
      URI address = URI.create(serve.firstLine());
      try (Socket slow = asked(address)) {
        serve.process().destroy();
        serve.awaitOnStandardError("Finishing the requests under way");
        assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
            .isInstanceOf(ConnectException.class);
        String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer.length()).isGreaterThan(5_000_000);
        // The last row, the end of the array, and the last chunk, which tells that it is whole.
        assertThat(answer).contains("}]").endsWith("\r\n0\r\n\r\n");
        assertThat(serve.ended()).isZero();
      }
    }
  }

  @Test
  void aSecondWishToEndEndsAtOnce() throws Exception {
    try (ServeProcess serve = ServeProcess.start(folder)) {
      URI address = URI.create(serve.firstLine());
      try (Socket slow = asked(address)) {
        serve.process().destroy();
        serve.awaitOnStandardError("Finishing the requests under way");
        long begin = System.nanoTime();
        assertThat(serve.terminated()).isEqualTo(128 + 15);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        assertThat(slow.isConnected()).isTrue();
      }
    }
  }

  @Test
  void whoeverAsksFromElsewhereNeedsATokenThatIsMadeAndShownOnce() throws Exception {
    new Console(folder);
    try (ServeProcess serve = ServeProcess.start(folder, "--host", "0.0.0.0")) {
      String address = serve.firstLine();
      Matcher made =
          Pattern.compile("The access token, shown only now: ([\\w-]{40,})")
              .matcher(serve.errors());
      assertThat(made.find()).as(serve.errors()).isTrue();
      assertThat(serve.errors()).contains("Whoever reaches this computer", "Authorization: Bearer");
      assertThat(get(address + "/user").statusCode()).isEqualTo(401);
      assertThat(get(address + "/").statusCode()).as("what it is, it tells all").isEqualTo(200);
      assertThat(get(address + "/user", "Authorization", "Bearer " + made.group(1)).statusCode())
          .isEqualTo(200);
      assertThat(serve.terminated()).isZero();
      try (Stream<Path> files = Files.walk(folder.resolve("data/logs"))) {
        for (Path log : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(log)).doesNotContain(made.group(1));
        }
      }
    }
  }

  @Test
  void aTokenThatWasChosenIsNeededOnThisComputerTooAndNotPrinted() throws Exception {
    new Console(folder);
    String chosen = "correct-horse-battery";
    try (ServeProcess serve =
        ServeProcess.start(folder, Map.of(ServeCommand.TOKEN, chosen), "--requests")) {
      String address = serve.firstLine();
      assertThat(get(address + "/user").statusCode()).isEqualTo(401);
      assertThat(get(address + "/user", "Authorization", "Bearer " + chosen).statusCode())
          .isEqualTo(200);
      serve.awaitOnStandardError("200  GET /user");
      assertThat(serve.errors()).doesNotContain(chosen);
    }
  }

  @Test
  void aTokenThatCouldBeGuessedIsRefusedAndNotRepeated() throws Exception {
    new Console(folder);
    try (ServeProcess serve = ServeProcess.start(folder, Map.of(ServeCommand.TOKEN, "hunter2"))) {
      assertThat(serve.ended()).isEqualTo(1);
      assertThat(serve.errors()).contains(ServeCommand.TOKEN).doesNotContain("hunter2");
    }
  }
}
