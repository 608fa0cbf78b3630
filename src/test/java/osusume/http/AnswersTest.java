package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.json.Json;

/** What every answer has in common, byte for byte as it comes over the wire. */
class AnswersTest {
  private static final String GZIP = "Accept-Encoding: gzip\r\n";

  @TempDir static Path folder;
  private static TestListener test;
  private static URI address;

  @BeforeAll
  static void start() throws IOException {
    test = new TestListener(folder, Limits.USUAL);
    address = test.address;
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @Test
  void aSmallAnswerHasALengthAndKeepsTheConnection() throws IOException {
    try (Wire wire = new Wire(address)) {
      for (int i = 0; i < 3; i++) {
        wire.send(Wire.request("GET", "/small"));
        Wire.Answer answer = wire.answer();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-length")).isEqualTo("5");
        assertThat(answer.header("connection")).isEmpty();
        assertThat(answer.text()).isEqualTo("small");
      }
    }
  }

  @Test
  void aLargeAnswerComesInChunks() throws IOException {
    Wire.Answer answer = Wire.get(address, "/large");
    assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
    assertThat(answer.headers()).doesNotContainKey("content-length");
    assertWhole(answer.text());
  }

  private static void assertWhole(String text) {
    int lines = Math.ceilDiv(TestRoutes.LARGE, TestRoutes.LINE.length());
    assertThat(text.equals(TestRoutes.LINE.repeat(lines))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/small", "/medium", "/large", "/nope", "/refused"})
  void headIsAnsweredAsGetIsButForTheBody(String path) throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.send(Wire.request("HEAD", path) + Wire.request("GET", path));
      Wire.Answer head = wire.answer(true);
      Wire.Answer get = wire.answer();
      assertThat(head.status()).isEqualTo(get.status());
      var expected = new java.util.LinkedHashMap<>(get.headers());
      expected.remove("transfer-encoding");
      expected.remove("date");
      head.headers().remove("transfer-encoding");
      head.headers().remove("date");
      assertThat(head.headers()).isEqualTo(expected);
    }
  }

  @Test
  void browsersAreToldThatNoPageMayUseIt() throws IOException {
    for (String path : new String[] {"/small", "/nope", "/large", "/broken"}) {
      Wire.Answer answer = Wire.get(address, path);
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
      assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
      assertThat(answer.header("content-security-policy")).contains("frame-ancestors 'none'");
      assertThat(answer.headers())
          .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }
  }

  @Test
  void optionsNamesTheMethods() throws IOException {
    for (String target : new String[] {"/small", "/echo/a", "*"}) {
      Wire.Answer answer = Wire.ask(address, Wire.request("OPTIONS", target));
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
    assertThat(Wire.ask(address, Wire.request("OPTIONS", "/nope")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "PATCH", "BREW"})
  void otherMethodsAreNamedInTheRefusal(String method) throws IOException {
    Wire.Answer answer = Wire.ask(address, Wire.request(method, "/small"));
    assertProblem(answer, 405, method);
    assertThat(answer.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void aProblemOfARouteNamesItsParameterAndKeepsItsHeaders() throws IOException {
    Wire.Answer answer = Wire.get(address, "/refused");
    JsonNode problem = assertProblem(answer, 400, "No “such” thing.");
    assertThat(problem.get("parameter").asText()).isEqualTo("thing");
    assertThat(answer.header("retry-after")).isEqualTo("7");
    assertThat(answer.headers()).doesNotContainKey("etag");
  }

  private static JsonNode assertProblem(Wire.Answer answer, int status, String words)
      throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    JsonNode problem = Json.mapper().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText())
        .contains(words)
        .doesNotContain("jetty", "Exception", "osusume.", "/home");
    return problem;
  }

  @Test
  void whatCanNotBeReadIsAnsweredInASentenceToo() throws IOException {
    String host = "Host: localhost\r\n";
    String[][] requests = {
      {"GET /small\r\n\r\n", "505"},
      {"GET /small HTTP/3.1\r\n" + host + "\r\n", "505"},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "426"},
      {"G ET /small HTTP/1.1\r\n" + host + "\r\n", "400"},
      {"GET /small HTTP/1.1\r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + host + "\r\n", "400"},
      {"GET /small HTTP/1.1\r\nHost: \r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + "no colon\r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + "a b: c\r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + "a: \u0000\r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + "Expect: wonders\r\n\r\n", "417"},
      {"GET /small HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + "Content-Length: 9\r\nContent-Length: 8\r\n\r\n", "400"},
      {"GET /small HTTP/1.1\r\n" + host + "Content-Length: 100000\r\n\r\n", "413"},
      {"GET /echo/%zz HTTP/1.1\r\n" + host + "\r\n", "400"},
      {"GET /echo/%C3%28 HTTP/1.1\r\n" + host + "\r\n", "400"},
      {"GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n", "414"},
      {"GET / HTTP/1.1\r\n" + host + "a: " + "a".repeat(20_000) + "\r\n\r\n", "431"},
      {"GET / HTTP/1.1\r\n" + host + "a: b\r\n".repeat(200) + "\r\n", "431"},
    };
    for (String[] request : requests) {
      int status = Integer.parseInt(request[1]);
      String start = request[0].substring(0, Math.min(80, request[0].length()));
      try {
        assertProblem(Wire.ask(address, request[0]), status, ".");
      } catch (IOException | AssertionError e) {
        throw new AssertionError(start, e);
      }
    }
  }

  @Test
  void whoIsRefusedAmidALongRequestGetsTheAnswerAllTheSame() throws Exception {
    for (String start : new String[] {"GET /", "GET / HTTP/1.1\r\nX: "}) {
      for (int i = 0; i < 10; i++) {
        try (Wire wire = new Wire(address)) {
          wire.send(start);
          for (int piece = 0; piece < 40; piece++) {
            wire.send("a".repeat(10_000));
            Thread.sleep(1);
          }
          assertProblem(wire.answer(), start.length() > 5 ? 431 : 414, "bytes together");
        }
      }
    }
  }

  @Test
  void pathsComeToTheRoutesAsTheyWereWritten() throws IOException {
    String[][] paths = {
      {"/echo/a%2Fb", "a/b"},
      {"/echo/a//b/", "a//b/"},
      {"/echo/%2e%2e/%2E/x", ".././x"},
      {"/echo/a/../b", "a/../b"},
      {"/echo/1+1=2;3", "1+1=2;3"},
      {"/echo/%E3%81%8A%F0%9F%8D%A3", "お🍣"},
      {"/echo/お🍣", "お🍣"},
      {"/echo/a%25b%3Fc%23", "a%b?c#"},
    };
    for (String[] path : paths) {
      Wire.Answer answer = Wire.get(address, path[0]);
      assertThat(answer.status()).as(path[0]).isEqualTo(200);
      assertThat(answer.text()).as(path[0]).isEqualTo(path[1]);
    }
  }

  @Test
  void whoKnowsOnlyHttp10IsAnswered() throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.send("GET /large HTTP/1.0\r\nHost: localhost\r\n\r\n");
      Wire.Answer answer = wire.answer();
      assertThat(answer.headers()).doesNotContainKey("transfer-encoding");
      assertWhole(answer.text());
    }
  }

  @Test
  void whatWasNotForeseenSaysNothingOfItself() throws IOException {
    for (String path : new String[] {"/broken", "/broken-body"}) {
      assertProblem(Wire.get(address, path), 500, "not foreseen");
    }
    assertThat(Wire.get(address, "/small").status()).isEqualTo(200);
  }

  @Test
  void anAnswerThatBreaksOffDoesNotLookWhole() {
    for (String version : new String[] {"1.1", "1.0"}) {
      String request = "GET /half HTTP/" + version + "\r\nHost: localhost\r\n\r\n";
      assertThatThrownBy(() -> Wire.ask(address, request)).isInstanceOf(IOException.class);
      String zipped = request.replace("\r\n\r\n", "\r\n" + GZIP + "\r\n");
      assertThatThrownBy(() -> Wire.ask(address, zipped)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyIsNotReadAndTheConnectionEndsInOrder() throws IOException {
    String[] bodies = {
      "Content-Length: 5\r\n\r\nhello",
      "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\nno chunk at all",
    };
    for (String body : bodies) {
      try (Wire wire = new Wire(address)) {
        wire.send("GET /small HTTP/1.1\r\nHost: localhost\r\n" + body);
        Wire.Answer answer = wire.answer();
        assertThat(answer.text()).isEqualTo("small");
        assertThat(answer.header("connection")).isEqualTo("close");
        assertThat(wire.isEnded()).isTrue();
      }
    }
  }
}
