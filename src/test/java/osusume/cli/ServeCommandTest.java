package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void aPortThatIsTakenIsSaidWithTheCommandLineThatWouldWork() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      String sentence =
          new Console(folder).refused("serve", "--port", String.valueOf(port), "--requests");
      assertThat(sentence)
          .contains("127.0.0.1:" + port + " is taken by another program")
          .containsPattern("osusume serve --requests .*--port [0-9]+")
          .doesNotContain("--port " + port);
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

  @Test
  void aSecondWishToEndEndsAtOnce() throws Exception {
    try (ServeProcess serve = ServeProcess.start(folder)) {
      URI address = URI.create(serve.firstLine());
      try (Socket open = new Socket(address.getHost(), address.getPort())) {
        // A request that never ends holds the first wish up.
        open.getOutputStream().write("GET /user?mt_rating=-2 HTTP/1.1\r\nHost: x\r\n".getBytes());
        open.getOutputStream().flush();
        serve.process().destroy();
        serve.awaitOnStandardError("Finishing the requests under way");
        assertThat(serve.terminated()).isNotZero();
      }
    }
  }

  @Test
  void whoeverAsksFromElsewhereNeedsATokenThatIsMadeAndShownOnce() throws Exception {
    new Console(folder);
    try (ServeProcess serve = ServeProcess.start(folder, "--host", "0.0.0.0")) {
      String address = serve.firstLine();
      serve.awaitOnStandardError("Authorization: Bearer");
      assertThat(serve.errors())
          .contains("Whoever reaches this computer")
          .containsPattern("The access token, shown only now: [\\w-]{40,}");
      assertThat(address).startsWith("http://");
    }
  }
}
