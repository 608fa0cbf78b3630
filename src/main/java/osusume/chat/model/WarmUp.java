package osusume.chat.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import osusume.json.Json;

/**
 * Loads what the first question of a run would otherwise wait for: the library, its words for a
 * request, the reading of an answer. Nothing is sent, for the answer is given before the network.
 */
public final class WarmUp {
  private static final String ANSWER =
      """
      data: {"choices":[{"index":0,"delta":{"content":"warm"},"finish_reason":"stop"}]}

      data: [DONE]

      """;

  private WarmUp() {}

  /** Takes seconds the first time and belongs on no thread that a person waits for. */
  public static void run() {
    ModelAddress nowhere = ModelAddress.PRESETS.getFirst().address();
    var client =
        ModelClient.make(
            nowhere,
            Optional.empty(),
            TimeLimits.OWN,
            chain ->
                new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .header("Content-Type", "text/event-stream")
                    .body(ResponseBody.create(ANSWER, MediaType.get("text/event-stream")))
                    .build());
    try {
      ModelRequest request =
          new ModelRequest(
              List.of(new Message.Instructions("warm"), new Message.Said("up")),
              List.of(
                  new ModelRequest.Offer(
                      "warm", "up", Json.mapper().createObjectNode().put("type", "object"))),
              1);
      Dialect dialect = Dialect.of(nowhere);
      try (var answer =
          client
              .chat()
              .completions()
              .withRawResponse()
              .createStreaming(RequestWording.word("warm", request, dialect))) {
        AnswerDraft draft = new AnswerDraft("warm", Set.of());
        new AnswerBody(answer.body()).read(body -> draft.add(body));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      client.close();
    }
  }
}
