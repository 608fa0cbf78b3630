package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import osusume.json.Json;

/**
 * A server on this machine that speaks OpenAI's protocol: strict about what it is asked, and
 * answering as it is told to, rightly or not. What it refused is kept, so that a test can say that
 * there was nothing.
 */
public final class ProtocolServer implements AutoCloseable {
  /** The only key that is right. Made to be searched for where no key may be. */
  public static final String KEY = "sk-test-SENTINEL0123456789abcdefSENTINEL";

  static {
    // Else each second answer on a connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Scripted> script = new ArrayDeque<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private volatile Function<JsonNode, Scripted> answers = body -> next();
  private volatile List<String> models = List.of("gpt-4o", "gpt-4o-mini");
  private volatile Optional<Scripted> list = Optional.empty();
  private volatile Set<String> unknownParameters = Set.of();
  private volatile boolean needsKey = true;

  /** How some servers tell of a model's context; a client may ask for it, and be told nothing. */
  private static final Set<String> LOOKUPS =
      Set.of("/props", "/api/v0/models", "/api/ps", "/api/show");

  private final Map<String, Scripted> lookups = new ConcurrentHashMap<>();

  public ProtocolServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Says how the next requests are answered; the last answers all that follow. */
  public ProtocolServer answers(Scripted... next) {
    synchronized (script) {
      script.clear();
      script.addAll(List.of(next));
    }
    return this;
  }

  /** Has each answer follow from the request. */
  public ProtocolServer answersBy(Function<JsonNode, Scripted> answer) {
    answers = answer;
    return this;
  }

  /** The models it lists. */
  public ProtocolServer models(String... names) {
    models = List.of(names);
    return this;
  }

  /** Answers this where its models are asked for. */
  public ProtocolServer listsBy(Scripted answer) {
    list = Optional.of(answer);
    return this;
  }

  /** Answers this where it is asked, by such a path, how much its models take at once. */
  public ProtocolServer tells(String path, Scripted answer) {
    lookups.put(path, answer);
    return this;
  }

  /** Refuses requests with one of these fields, as servers do that do not know them. */
  public ProtocolServer knowsNot(String... parameters) {
    unknownParameters = Set.of(parameters);
    return this;
  }

  /** Asks for no key, as local servers do. */
  public ProtocolServer withoutKey() {
    needsKey = false;
    return this;
  }

  /** The base address, for instance {@code http://127.0.0.1:40123/v1}. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Host and port. */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was asked rightly in the chat, in order. */
  public List<JsonNode> requests() {
    return requests;
  }

  /** The headers of all requests, also of those it refused. */
  public List<Headers> headers() {
    return headers;
  }

  /** Why it refused requests as wrong; a right client leaves this empty. */
  public List<String> refused() {
    return refused;
  }

  private Scripted next() {
    synchronized (script) {
      Scripted next = script.size() > 1 ? script.poll() : script.peek();
      return next == null ? Scripted.failure() : next;
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    headers.add(exchange.getRequestHeaders());
    try (exchange) {
      ScriptedSpeech speech = new ScriptedSpeech(exchange);
      String path = exchange.getRequestURI().getPath();
      String method = exchange.getRequestMethod();
      if (needsKey
          && !("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        speech.answer(Scripted.wrongKey("sk-wrong"), false, false);
      } else if (path.equals("/v1/models") && method.equals("GET")) {
        speech.answer(list.orElseGet(this::listed), false, false);
      } else if (path.equals("/v1/chat/completions") && method.equals("POST")) {
        chat(new String(body, StandardCharsets.UTF_8), speech);
      } else if (lookups.containsKey(path)) {
        speech.answer(lookups.get(path), false, false);
      } else {
        if (!LOOKUPS.contains(path)) {
          refused.add(method + " " + path);
        }
        speech.answer(
            Scripted.error(
                404,
                "invalid_request_error",
                "unknown_url",
                "Unknown request URL: %s %s.".formatted(method, path)),
            false,
            false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void chat(String text, ScriptedSpeech speech) throws IOException, InterruptedException {
    JsonNode body;
    try {
      body = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      refuse(new ProtocolRules.Refusal("body", "We could not parse the JSON body."), speech);
      return;
    }
    Optional<ProtocolRules.Refusal> wrong = ProtocolRules.check(body);
    if (wrong.isPresent()) {
      refuse(wrong.get(), speech);
      return;
    }
    for (String unknown : unknownParameters) {
      if (body.has(unknown)) {
        String message =
            "Unsupported parameter: '%s' is not supported with this model.".formatted(unknown);
        String error =
            errorJson("invalid_request_error", unknown, "unsupported_parameter", message);
        speech.answer(Scripted.plain(400, "application/json", error), false, false);
        return;
      }
    }
    requests.add(body);
    speech.answer(
        answers.apply(body),
        body.path("stream").asBoolean(),
        body.path("stream_options").path("include_usage").asBoolean());
  }

  private void refuse(ProtocolRules.Refusal why, ScriptedSpeech speech)
      throws IOException, InterruptedException {
    refused.add(why.param() + ": " + why.message());
    String error = errorJson("invalid_request_error", why.param(), null, why.message());
    speech.answer(Scripted.plain(400, "application/json", error), false, false);
  }

  private Scripted listed() {
    ObjectNode all = Json.mapper().createObjectNode().put("object", "list");
    ArrayNode data = all.putArray("data");
    for (String model : models) {
      data.addObject()
          .put("id", model)
          .put("object", "model")
          .put("created", 1715367049)
          .put("owned_by", "system");
    }
    return Scripted.plain(200, "application/json", Json.line(all));
  }

  /** An error in OpenAI's form. */
  static String errorJson(String type, String param, String code, String message) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", type)
        .put("param", param)
        .put("code", code);
    return Json.line(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
