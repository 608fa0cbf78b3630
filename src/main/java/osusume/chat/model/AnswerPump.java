package osusume.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads an answer on a thread of its own, so that whoever waits for it can go at any time: reading
 * blocks while nothing comes. Closing ends the thread by an interrupt, which closes its connection.
 */
final class AnswerPump implements AutoCloseable, AnswerBody.Listener {
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** What comes. */
  sealed interface Arrival {
    /** A sign of life. */
    record Alive() implements Arrival {}

    /** A piece of the answer. */
    record Piece(JsonNode body) implements Arrival {}

    /**
     * Nothing more.
     *
     * @param streamed whether the answer came in pieces
     * @param well whether the server said that this is the end
     */
    record Ended(boolean streamed, boolean well) implements Arrival {}

    /** It went wrong. */
    record Failed(Throwable why) implements Arrival {}
  }

  AnswerPump(ModelClient client, ChatCompletionCreateParams request, Dialect dialect) {
    thread = Thread.ofVirtual().name("language model").start(() -> run(client, request, dialect));
  }

  private void run(ModelClient client, ChatCompletionCreateParams request, Dialect dialect) {
    try (HttpResponse response = ask(client.get(), request, dialect)) {
      String type = response.headers().values("content-type").stream().findFirst().orElse("");
      if (type.contains("html")) {
        throw new NotTheProtocolException("answered with a web page");
      }
      AnswerBody body = new AnswerBody(response.body());
      body.read(this);
      arrivals.add(new Arrival.Ended(body.streamed(), body.ended()));
    } catch (Exception | LinkageError e) {
      arrivals.add(new Arrival.Failed(e));
    }
  }

  private static HttpResponse ask(
      OpenAIClient client, ChatCompletionCreateParams request, Dialect dialect) {
    var completions = client.chat().completions().withRawResponse();
    return dialect.streams() ? completions.createStreaming(request) : completions.create(request);
  }

  @Override
  public void alive() {
    arrivals.add(new Arrival.Alive());
  }

  @Override
  public void piece(JsonNode body) {
    arrivals.add(new Arrival.Piece(body));
  }

  /** What came next; empty: nothing within that time. */
  Optional<Arrival> next(long millis) throws InterruptedException {
    return Optional.ofNullable(arrivals.poll(millis, TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
