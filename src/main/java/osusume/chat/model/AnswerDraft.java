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
 * which the library's own accumulator gives up. What a model thinks aloud is left out, and calls
 * that it wrote as text are calls.
 */
final class AnswerDraft {
  private final String idPrefix;
  private final Set<String> offered;
  private final SpokenText text = new SpokenText();
  private final List<Call> calls = new ArrayList<>();
  private String reason = "";
  private boolean refused;
  private boolean thought;

  /** How much of the text was handed on. */
  private int handedOn;

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
   * @param offered the names of the tools that may be called
   */
  AnswerDraft(String idPrefix, Set<String> offered) {
    this.idPrefix = idPrefix;
    this.offered = offered;
  }

  /**
   * Takes a piece of a stream, or a whole answer.
   *
   * @return the text that can be handed on now; what may be a call, or a thought, waits
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
    text.add(more + refusal);
    thought |=
        !textOf(message.path("reasoning_content")).isEmpty()
            || !textOf(message.path("reasoning")).isEmpty();
    for (JsonNode call : message.path("tool_calls")) {
      add(call, message.path("tool_calls").size());
    }
    String said = text.said();
    return !offered.isEmpty() && WrittenCalls.mayBegin(said) ? "" : handOn(said);
  }

  /** What was not handed on yet; none of it where a thought was taken back. */
  private String handOn(String said) {
    String more = said.length() > handedOn ? said.substring(handedOn) : "";
    handedOn = Math.max(handedOn, said.length());
    return more;
  }

  /** What was waiting and is text after all, once the answer was taken from here. */
  String rest() {
    return writtenCalls().isEmpty() ? handOn(text.said()) : "";
  }

  private List<ToolCall> writtenCalls() {
    return calls.isEmpty() && !offered.isEmpty()
        ? WrittenCalls.in(text.said(), offered, idPrefix)
        : List.of();
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
    return !text.said().isEmpty() || !calls.isEmpty();
  }

  /** Whether the model thought, in its text or beside it. */
  boolean hasThought() {
    return thought || text.hasThought();
  }

  /** How much text came, thoughts too, in characters. */
  long length() {
    return text.heard();
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
    text.end();
    return new ModelAnswer(text.said(), List.of(), finish, tokens);
  }

  private ModelAnswer answer(Finish finish) {
    text.end();
    List<ToolCall> written = writtenCalls();
    if (!written.isEmpty()) {
      return new ModelAnswer("", written, finish, tokens);
    }
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
    return new ModelAnswer(text.said(), all, finish, tokens);
  }
}
