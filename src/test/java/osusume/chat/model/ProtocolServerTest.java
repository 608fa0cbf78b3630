package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server of the tests is as strict as it says, or what passes it proves nothing. */
class ProtocolServerTest {
  private static final String START = "{\"model\":\"m\",\"messages\":[";
  private static final String CALLED =
      "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\","
          + "\"function\":{\"name\":\"t\",\"arguments\":\"{}\"}}]}";
  private static final String ASKED = "{\"role\":\"user\",\"content\":\"Hi\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{\"messages\":[" + ASKED + "]}",
        START + "]}",
        START + "{\"role\":\"robot\",\"content\":\"Hi\"}]}",
        START + ASKED + ",{\"role\":\"system\",\"content\":\"Hi\"}]}",
        START + ASKED + "],\"colour\":\"red\"}",
        START + ASKED + "],\"stream_options\":{\"include_usage\":true}}",
        START + ASKED + "],\"max_tokens\":5,\"max_completion_tokens\":5}",
        START + ASKED + "],\"tools\":[]}",
        START
            + ASKED
            + "],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"t\",\"description\":\"d\","
            + "\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"text\"}}}}}]}",
        START + ASKED + "," + CALLED + "]}",
        START + ASKED + "," + CALLED + "," + ASKED + "]}",
        START
            + ASKED
            + ","
            + CALLED
            + ",{\"role\":\"tool\",\"content\":\"\",\"tool_call_id\":\"b\"}]}",
        START + ASKED + ",{\"role\":\"tool\",\"content\":\"\",\"tool_call_id\":\"a\"}]}"
      })
  void refusesWhatIsWrong(String body) throws Exception {
    try (ProtocolServer server = new ProtocolServer().answers(Scripted.says("Hello"))) {
      assertThat(post(server, body, ProtocolServer.KEY).statusCode()).isEqualTo(400);
      assertThat(server.refused()).hasSize(1);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void answersWhatIsRight() throws Exception {
    try (ProtocolServer server = new ProtocolServer().answers(Scripted.says("Hel", "lo"))) {
      String found = "{\"role\":\"tool\",\"content\":\"{}\",\"tool_call_id\":\"a\"}";
      String body = START + ASKED + "," + CALLED + "," + found + "]";
      assertThat(post(server, body + "}", ProtocolServer.KEY).body())
          .contains("\"content\":\"Hello\"");
      HttpResponse<String> streamed = post(server, body + ",\"stream\":true}", ProtocolServer.KEY);
      assertThat(streamed.body())
          .contains("\"content\":\"Hel\"", "\"content\":\"lo\"", "\"finish_reason\":\"stop\"")
          .endsWith("data: [DONE]\n\n")
          .doesNotContain("usage");
      assertThat(server.refused()).isEmpty();
    }
  }

  @Test
  void wantsTheRightKey() throws Exception {
    try (ProtocolServer server = new ProtocolServer().answers(Scripted.says("Hello"))) {
      assertThat(post(server, START + ASKED + "]}", "another").statusCode()).isEqualTo(401);
    }
  }

  private static HttpResponse<String> post(ProtocolServer server, String body, String key)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/chat/completions"))
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
