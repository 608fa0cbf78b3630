package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import osusume.json.Json;

/**
 * Asks a server of this computer or network how many tokens its model can take at once. The
 * protocol has no word for it, so it is asked as each server has it: vLLM by {@code max_model_len}
 * in its list of models, llama.cpp by {@code /props}, LM Studio by {@code /api/v0/models}, Ollama
 * by {@code /api/ps} for a model that is loaded and {@code /api/show} for one that is not. It
 * matters: Ollama leaves out what is too long without a word.
 */
final class ContextLookup {
  /** What Ollama gives a model on a computer without a large graphics card, by its documents. */
  static final int OLLAMA_USUAL = 4_096;

  /** Nobody serves a model with less; it is a slip, or another thing that is counted. */
  private static final int LEAST = 256;

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final long LOOK = 25;
  private static final int MOST_BYTES = 1_000_000;
  private static final Pattern NUM_CTX = Pattern.compile("(?m)^\\s*num_ctx\\s+(\\d{1,9})\\s*$");

  private final ModelAddress address;
  private final String model;
  private final Optional<ApiKey> key;

  ContextLookup(ModelAddress address, String model, Optional<ApiKey> key) {
    this.address = address;
    this.model = model;
    this.key = key;
  }

  /**
   * Tokens; empty: the server does not tell, or not within two seconds.
   *
   * @param stopped asked often whether to give up
   */
  OptionalInt ask(BooleanSupplier stopped) {
    FutureTask<OptionalInt> task = new FutureTask<>(this::look);
    Thread thread = Thread.ofVirtual().name("length of context").start(task);
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (System.nanoTime() < end && !stopped.getAsBoolean()) {
        try {
          return task.get(LOOK, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // Looks again whether it shall go on.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // Nobody is there; the question itself will say so.
    } finally {
      thread.interrupt();
    }
    return OptionalInt.empty();
  }

  private OptionalInt look() throws IOException, InterruptedException {
    // Follows nobody to another address, as is the client's way unless told otherwise.
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build()) {
      String base = address.toString();
      String root = base.endsWith("/v1") ? base.substring(0, base.length() - 3) : base;
      OptionalInt told = tokens(mine(get(http, base + "/models").path("data")), "max_model_len");
      if (told.isEmpty()) {
        String name = URLEncoder.encode(model, StandardCharsets.UTF_8);
        // Without autoload: asking must not have a model read from the disk.
        JsonNode props = get(http, root + "/props?autoload=false&model=" + name);
        told = tokens(props.path("default_generation_settings"), "n_ctx");
      }
      if (told.isEmpty()) {
        JsonNode listed = mine(get(http, root + "/api/v0/models").path("data"));
        told = tokens(listed, "loaded_context_length");
      }
      return told.isEmpty() ? ofOllama(http, root) : told;
    }
  }

  private OptionalInt ofOllama(HttpClient http, String root)
      throws IOException, InterruptedException {
    JsonNode running = get(http, root + "/api/ps").path("models");
    if (!running.isArray()) {
      return OptionalInt.empty();
    }
    OptionalInt loaded = tokens(mine(running), "context_length");
    if (loaded.isPresent()) {
      return loaded;
    }
    String asked = Json.line(Json.mapper().createObjectNode().put("model", model));
    JsonNode shown =
        send(
            http,
            request(root + "/api/show")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked)));
    Matcher set = NUM_CTX.matcher(shown.path("parameters").asText(""));
    return OptionalInt.of(set.find() ? Integer.parseInt(set.group(1)) : OLLAMA_USUAL);
  }

  /** The model among those listed; Ollama lists as "name:latest" what it takes as "name". */
  private JsonNode mine(JsonNode models) {
    for (JsonNode one : models) {
      for (String field : new String[] {"id", "name", "model"}) {
        String name = one.path(field).asText("");
        if (name.equals(model) || name.equals(model + ":latest")) {
          return one;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private static OptionalInt tokens(JsonNode node, String field) {
    JsonNode number = node.path(field);
    return number.isIntegralNumber() && number.canConvertToInt() && number.asInt() >= LEAST
        ? OptionalInt.of(number.asInt())
        : OptionalInt.empty();
  }

  private JsonNode get(HttpClient http, String uri) throws IOException, InterruptedException {
    return send(http, request(uri).GET());
  }

  private HttpRequest.Builder request(String uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).timeout(LONGEST);
    key.filter(_ -> address.mayCarryKey())
        .ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    return request;
  }

  /** What is no JSON, or no answer to that question, tells nothing. */
  private static JsonNode send(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MOST_BYTES);
      return response.statusCode() == 200
          ? Json.mapper().readTree(bytes)
          : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
