package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import osusume.chat.Tokens;
import osusume.chat.model.ModelAnswer.Finish;
import osusume.json.Json;

/**
 * Adds up the pieces of an answer. Servers leave out much: who leaves out {@code id}, {@code index}
 * or {@code finish_reason}, or sends whole calls in one piece, is understood all the same, for
 * which the library's own accumulator gives up.
 */
final class AnswerDraft {
  private final String idPrefix;
  private final StringBuilder text = new StringBuilder();
  private final List<Call> calls = new ArrayList<>();
  private String reason = "";
  private boolean refused;
  private Optional<Tokens> tokens = Optional.empty();

  /** A call of which more may come. */
  private static final class Call {
    private final long index;
    private String id = "";
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();

    Call(long index) {
      this.index = index;
    }
  }

  /**
   * @param idPrefix for the ids of calls that come without one; no other answer of the conversation
   *     has the same
   */
  AnswerDraft(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  /**
   * Takes a piece of a stream, or a whole answer.
   *
   * @return the text that came with it
   */
  String add(JsonNode body) {
    JsonNode usage = body.path("usage");
    if (usage.path("prompt_tokens").isNumber()) {
      tokens =
          Optional.of(
              new Tokens(
                  usage.path("prompt_tokens").asLong(),
                  usage.path("completion_tokens").asLong(),
                  true));
    }
    JsonNode choice = body.path("choices").path(0);
    if (choice.path("index").asInt(0) != 0) {
      return "";
    }
    if (choice.path("finish_reason").isTextual()) {
      reason = choice.path("finish_reason").asText();
    }
    JsonNode message =
        choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
    String more = textOf(message.path("content"));
    String refusal = message.path("refusal").isTextual() ? message.path("refusal").asText() : "";
    refused |= !refusal.isEmpty();
    text.append(more).append(refusal);
    for (JsonNode call : message.path("tool_calls")) {
      add(call, message.path("tool_calls").size());
    }
    return more + refusal;
  }

  /** A text, or the parts of one. */
  private static String textOf(JsonNode content) {
    if (!content.isArray()) {
      return content.isTextual() ? content.asText() : "";
    }
    StringBuilder all = new StringBuilder();
    content.forEach(part -> all.append(part.path("text").asText("")));
    return all.toString();
  }

  private void add(JsonNode piece, int inThisPiece) {
    String id = piece.path("id").asText("");
    JsonNode function = piece.path("function");
    String name = function.path("name").asText("");
    Call call = callOf(piece, id, name, inThisPiece);
    if (!id.isEmpty()) {
      call.id = id;
    }
    if (!name.equals(call.name)) {
      call.name += name;
    }
    JsonNode arguments = function.path("arguments");
    if (arguments.isTextual()) {
      call.arguments.append(arguments.asText());
    } else if (arguments.isObject()) {
      call.arguments.append(arguments);
    }
  }

  /** Which call a piece belongs to: the one of its index, unless its id or name speaks against. */
  private Call callOf(JsonNode piece, String id, String name, int inThisPiece) {
    boolean numbered = piece.path("index").isNumber();
    long index = numbered ? piece.path("index").asLong() : -1;
    Call same = null;
    for (Call call : calls) {
      if (numbered ? call.index == index : id.isEmpty() || call.id.equals(id)) {
        same = call;
      }
    }
    boolean another =
        same == null
            || !id.isEmpty() && !same.id.isEmpty() && !same.id.equals(id)
            || id.isEmpty() && !name.isEmpty() && isWhole(same)
            || !numbered && !name.isEmpty() && id.isEmpty() && !same.name.isEmpty();
    if (same != null && !numbered && name.isEmpty() && id.isEmpty() && inThisPiece > 1) {
      // Several at once without any number: they come in the order in which they began.
      for (Call call : calls) {
        if (!isWhole(call)) {
          return call;
        }
      }
    }
    if (another) {
      same = new Call(index);
      calls.add(same);
    }
    return same;
  }

  private static boolean isWhole(Call call) {
    try {
      return Json.mapper().readTree(call.arguments.toString()).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether anything came that is part of the answer. */
  boolean holdsAnything() {
    return !text.isEmpty() || !calls.isEmpty();
  }

  /** How long the text is, in characters. */
  int length() {
    return text.length();
  }

  /** Whether the server said why the answer ended. */
  boolean isFinished() {
    return !reason.isEmpty();
  }

  /** Whether the answer ended because it would not be said. */
  boolean isRefused() {
    return refused || reason.equals("content_filter");
  }

  /** Whether it ended because it is as long as it may be. */
  boolean isAtItsLimit() {
    return reason.equals("length");
  }

  /** The answer, which has come to its end. */
  ModelAnswer whole() {
    return answer(isRefused() ? Finish.REFUSED : isAtItsLimit() ? Finish.LENGTH : Finish.DONE);
  }

  /** What came of an answer; calls that may have lost their end are left out. */
  ModelAnswer soFar(Finish finish) {
    return new ModelAnswer(text.toString(), List.of(), finish, tokens);
  }

  private ModelAnswer answer(Finish finish) {
    List<ToolCall> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Call call : calls) {
      String id = call.id;
      if (id.isEmpty() || !ids.add(id)) {
        id = idPrefix + "_" + all.size();
        ids.add(id);
      }
      String arguments = call.arguments.isEmpty() ? "{}" : call.arguments.toString();
      all.add(new ToolCall(id, call.name, arguments));
    }
    return new ModelAnswer(text.toString(), all, finish, tokens);
  }
}
