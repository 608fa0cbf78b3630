package osusume.chat.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import osusume.json.Json;

/** Says a {@link Scripted} answer in OpenAI's protocol, streamed or not. */
final class ScriptedSpeech {
  /** More than any stream of a test; a body of this length that ends earlier was cut. */
  private static final long MUCH = 10_000_000;

  private final HttpExchange exchange;

  ScriptedSpeech(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * @param stream whether the request asked for a stream
   * @param usage whether it asked to count the tokens of a stream
   */
  void answer(Scripted scripted, boolean stream, boolean usage)
      throws IOException, InterruptedException {
    pause(scripted.first);
    for (int i = 0; i < scripted.headers.size(); i += 2) {
      exchange.getResponseHeaders().set(scripted.headers.get(i), scripted.headers.get(i + 1));
    }
    if (scripted.plain.isPresent()) {
      whole(scripted.status, scripted.contentType, scripted.plain.get());
    } else if (stream && !scripted.atOnce) {
      stream(scripted, usage);
    } else {
      whole(scripted.status, "application/json", Json.line(completion(scripted)));
    }
  }

  private void whole(int status, String contentType, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static ObjectNode completion(Scripted scripted) {
    ObjectNode body = envelope(scripted, "chat.completion");
    ObjectNode choice = choice(scripted, body);
    ObjectNode message = Json.mapper().createObjectNode().put("role", "assistant");
    String text = String.join("", scripted.pieces);
    message.put("content", text.isEmpty() ? null : text);
    message.put("refusal", scripted.refusal.isEmpty() ? null : scripted.refusal);
    if (!scripted.thinking.isEmpty()) {
      message.put("reasoning_content", scripted.thinking);
    }
    if (!scripted.calls.isEmpty()) {
      ArrayNode calls = message.putArray("tool_calls");
      for (int i = 0; i < scripted.calls.size(); i++) {
        ToolCall call = scripted.calls.get(i);
        calls.add(begun(scripted, i, call.arguments()));
        ((ObjectNode) calls.get(i)).remove("index");
      }
    }
    choice.set("message", message);
    if (!scripted.leftOut.contains("finish_reason")) {
      choice.put("finish_reason", finish(scripted));
    }
    if (!scripted.leftOut.contains("usage")) {
      body.set("usage", usage(scripted));
    }
    return body;
  }

  private void stream(Scripted scripted, boolean usage) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    boolean cut = scripted.ending == Scripted.Ending.CUT;
    exchange.sendResponseHeaders(scripted.status, cut ? MUCH : 0);
    OutputStream out = exchange.getResponseBody();
    send(out, delta(scripted, role(scripted)));
    if (!scripted.thinking.isEmpty()) {
      send(out, delta(scripted, one("reasoning_content", scripted.thinking)));
    }
    int sent = 0;
    for (ObjectNode piece : pieces(scripted)) {
      if (sent == scripted.endingAfter) {
        break;
      }
      send(out, delta(scripted, piece));
      pause(scripted.between);
      sent++;
    }
    switch (scripted.ending) {
      case CUT -> throw new IOException("cut, as the script says");
      case SHORT -> {
        return;
      }
      case SILENCE -> pause(Duration.ofDays(1));
      case ERROR ->
          line(out, ProtocolServer.errorJson("server_error", null, null, "The model crashed."));
      case NOT_JSON -> line(out, "{\"choices\": [{\"delta\"");
      case WELL -> end(scripted, usage, out);
    }
  }

  private static void end(Scripted scripted, boolean usage, OutputStream out) throws IOException {
    if (!scripted.leftOut.contains("finish_reason")) {
      ObjectNode last = envelope(scripted, "chat.completion.chunk");
      ObjectNode choice = choice(scripted, last);
      choice.putObject("delta");
      choice.put("finish_reason", finish(scripted));
      send(out, last);
    }
    if (usage && !scripted.leftOut.contains("usage")) {
      ObjectNode count = envelope(scripted, "chat.completion.chunk");
      count.putArray("choices");
      count.set("usage", usage(scripted));
      send(out, count);
    }
    if (!scripted.leftOut.contains("done")) {
      line(out, "[DONE]");
    }
  }

  /** The pieces of text, of a refusal, and of calls, whose arguments come in three, in turn. */
  private static List<ObjectNode> pieces(Scripted scripted) {
    List<ObjectNode> all = new ArrayList<>();
    scripted.pieces.forEach(piece -> all.add(one("content", piece)));
    if (!scripted.refusal.isEmpty()) {
      int half = scripted.refusal.length() / 2;
      all.add(one("refusal", scripted.refusal.substring(0, half)));
      all.add(one("refusal", scripted.refusal.substring(half)));
    }
    List<ToolCall> calls = scripted.calls;
    for (int i = 0; i < calls.size(); i++) {
      String arguments = scripted.wholeCalls ? calls.get(i).arguments() : "";
      all.add(calls(begun(scripted, i, arguments)));
    }
    if (!scripted.wholeCalls) {
      for (int third = 0; third < 3; third++) {
        for (int i = 0; i < calls.size(); i++) {
          String arguments = calls.get(i).arguments();
          ObjectNode more = Json.mapper().createObjectNode();
          if (!scripted.leftOut.contains("call.index")) {
            more.put("index", i);
          }
          int length = arguments.length();
          String part = arguments.substring(length * third / 3, length * (third + 1) / 3);
          more.putObject("function").put("arguments", part);
          all.add(calls(more));
        }
      }
    }
    return all;
  }

  private static ObjectNode begun(Scripted scripted, int index, String arguments) {
    ToolCall call = scripted.calls.get(index);
    ObjectNode begun = Json.mapper().createObjectNode();
    if (!scripted.leftOut.contains("call.index")) {
      begun.put("index", index);
    }
    if (!scripted.leftOut.contains("call.id")) {
      begun.put("id", call.id());
    }
    if (!scripted.leftOut.contains("call.type")) {
      begun.put("type", "function");
    }
    begun.putObject("function").put("name", call.name()).put("arguments", arguments);
    return begun;
  }

  private static ObjectNode calls(ObjectNode call) {
    ObjectNode delta = Json.mapper().createObjectNode();
    delta.putArray("tool_calls").add(call);
    return delta;
  }

  private static ObjectNode role(Scripted scripted) {
    ObjectNode role = one("content", "");
    if (!scripted.leftOut.contains("role")) {
      role.put("role", "assistant");
    }
    if (!scripted.calls.isEmpty() && scripted.pieces.isEmpty()) {
      role.putNull("content");
    }
    return role;
  }

  private static ObjectNode delta(Scripted scripted, ObjectNode delta) {
    ObjectNode chunk = envelope(scripted, "chat.completion.chunk");
    ObjectNode choice = choice(scripted, chunk);
    choice.set("delta", delta);
    if (!scripted.leftOut.contains("finish_reason")) {
      choice.putNull("finish_reason");
    }
    return chunk;
  }

  private static ObjectNode envelope(Scripted scripted, String object) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("id", "chatcmpl-1").put("object", object).put("created", 1741569952);
    body.put("model", "gpt-4o-2024-08-06");
    scripted.leftOut.forEach(body::remove);
    return body;
  }

  private static ObjectNode choice(Scripted scripted, ObjectNode body) {
    ArrayNode choices = body.putArray("choices");
    ObjectNode choice = Json.mapper().createObjectNode();
    if (!scripted.leftOut.contains("choices")) {
      choices.add(choice);
    }
    if (!scripted.leftOut.contains("index")) {
      choice.put("index", 0);
    }
    return choice;
  }

  private static String finish(Scripted scripted) {
    return scripted.finish.orElse(scripted.calls.isEmpty() ? "stop" : "tool_calls");
  }

  private static ObjectNode usage(Scripted scripted) {
    long out = scripted.tokensOut < 0 ? scripted.pieces.size() : scripted.tokensOut;
    return Json.mapper()
        .createObjectNode()
        .put("prompt_tokens", scripted.tokensIn)
        .put("completion_tokens", out)
        .put("total_tokens", scripted.tokensIn + out);
  }

  private static ObjectNode one(String name, String value) {
    return Json.mapper().createObjectNode().put(name, value);
  }

  private static void send(OutputStream out, ObjectNode chunk) throws IOException {
    line(out, Json.line(chunk));
  }

  private static void line(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void pause(Duration wait) throws InterruptedException {
    if (wait.isPositive()) {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    }
  }
}
