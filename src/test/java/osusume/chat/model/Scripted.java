package osusume.chat.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a {@link ProtocolServer} answers to one request. Built from {@link #says} or one of the
 * others, and bent by what follows: {@code says("a", "b").calling(call(…)).slowly(…)}. Immutable.
 */
public final class Scripted implements Cloneable {
  /** Of HTTP. */
  int status = 200;

  /** An answer that is no model's, and its type; empty: the model speaks. */
  Optional<String> plain = Optional.empty();

  String contentType = "application/json";

  /** Name, value, name, value … */
  List<String> headers = List.of();

  /** Of the text, in order. */
  List<String> pieces = List.of();

  /** Said in place of a text; empty: none. */
  String refusal = "";

  List<ToolCall> calls = List.of();

  /** Whether each call comes in one piece. */
  boolean wholeCalls;

  /** Why it ends; empty: as follows from the rest. */
  Optional<String> finish = Optional.empty();

  /** Tokens in; those out are one a piece until they are said too. */
  long tokensIn = 11;

  long tokensOut = -1;

  /** Names of fields that the server forgets. */
  Set<String> leftOut = Set.of();

  /** Text in {@code reasoning_content} before all else. */
  String thinking = "";

  /** One JSON object, whether a stream was asked for or not. */
  boolean atOnce;

  /** Waited for before anything is sent, and after each piece. */
  Duration first = Duration.ZERO;

  Duration between = Duration.ZERO;

  /** How the stream ends, and after how many pieces (of text, or else of calls). */
  Ending ending = Ending.WELL;

  int endingAfter = Integer.MAX_VALUE;

  private Scripted() {}

  /** How a stream ends. */
  public enum Ending {
    /** As it must. */
    WELL,
    /** The connection is cut in the middle of the body. */
    CUT,
    /** The body ends, without the last words of the protocol. */
    SHORT,
    /** Nothing more comes, and the connection stays open. */
    SILENCE,
    /** An error is said in the stream. */
    ERROR,
    /** A piece is no JSON. */
    NOT_JSON
  }

  private static Scripted bare() {
    return new Scripted();
  }

  private Scripted with(Consumer<Scripted> change) {
    try {
      Scripted copy = (Scripted) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The model says this, in these pieces. */
  public static Scripted says(String... pieces) {
    return bare().with(s -> s.pieces = List.of(pieces));
  }

  /** The model says a long text, word by word. */
  public static Scripted saysWords(int words) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      pieces.add("word" + i + " ");
    }
    return bare().with(s -> s.pieces = pieces);
  }

  /** The model calls tools. */
  public static Scripted calls(ToolCall... calls) {
    return bare().calling(calls);
  }

  /** A call, for {@link #calls}; the arguments as the model writes them, rightly or not. */
  public static ToolCall call(String id, String name, String arguments) {
    return new ToolCall(id, name, arguments);
  }

  /** The model will not say it. */
  public static Scripted refuses(String refusal) {
    return bare().with(s -> s.refusal = refusal);
  }

  /** Nothing ever comes, not even a status. */
  public static Scripted silence() {
    return bare().after(Duration.ofDays(1));
  }

  /** A page in place of an answer. */
  public static Scripted html(int status) {
    return plain(
        status,
        "text/html; charset=utf-8",
        "<!DOCTYPE html><html><body><h1>It works!</h1></body></html>");
  }

  /** Anything in place of an answer. */
  public static Scripted plain(int status, String contentType, String body) {
    return bare()
        .with(
            s -> {
              s.status = status;
              s.contentType = contentType;
              s.plain = Optional.of(body);
            });
  }

  /** An error as OpenAI words it. */
  public static Scripted error(int status, String type, String code, String message) {
    return plain(status, "application/json", ProtocolServer.errorJson(type, null, code, message));
  }

  /** 401, with the key in the message, as OpenAI does with a part of it. */
  public static Scripted wrongKey(String key) {
    return error(
        401,
        "invalid_request_error",
        "invalid_api_key",
        "Incorrect API key provided: "
            + key
            + ". You can find your API key at https://platform.openai.com/account/api-keys.");
  }

  /** 429 for want of credit. */
  public static Scripted noCredit() {
    return error(
        429,
        "insufficient_quota",
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.");
  }

  /** 429 for too many requests; {@code seconds} of 0: without Retry-After. */
  public static Scripted rateLimit(int seconds) {
    Scripted limit =
        error(429, "requests", "rate_limit_exceeded", "Rate limit reached for gpt-4o.");
    return seconds == 0 ? limit : limit.header("Retry-After", Integer.toString(seconds));
  }

  /** 404 for a model that is not there. */
  public static Scripted unknownModel(String model) {
    return error(
        404,
        "invalid_request_error",
        "model_not_found",
        "The model `" + model + "` does not exist or you do not have access to it.");
  }

  /** 400 for more tokens than the model can take. */
  public static Scripted tooLong() {
    return error(
        400,
        "invalid_request_error",
        "context_length_exceeded",
        "This model's maximum context length is 8192 tokens. However, your messages resulted in"
            + " 9000 tokens. Please reduce the length of the messages or max_tokens.");
  }

  /** 400 for what was asked. */
  public static Scripted policy() {
    return error(
        400,
        "invalid_request_error",
        "content_policy_violation",
        "Your request was rejected as a result of our safety system.");
  }

  /** 500. */
  public static Scripted failure() {
    return error(500, "server_error", null, "The server had an error processing your request.");
  }

  /** Sends on to another address. */
  public static Scripted redirect(int status, String to) {
    return plain(status, "text/plain", "").header("Location", to);
  }

  public Scripted calling(ToolCall... more) {
    return with(s -> s.calls = List.of(more));
  }

  public Scripted inWholeCalls() {
    return with(s -> s.wholeCalls = true);
  }

  public Scripted header(String name, String value) {
    List<String> all = new ArrayList<>(headers);
    all.add(name);
    all.add(value);
    return with(s -> s.headers = all);
  }

  public Scripted finish(String reason) {
    return with(s -> s.finish = Optional.of(reason));
  }

  public Scripted usage(long in, long out) {
    return with(
        s -> {
          s.tokensIn = in;
          s.tokensOut = out;
        });
  }

  /**
   * Forgets fields: {@code id}, {@code object}, {@code created}, {@code model}, {@code index},
   * {@code finish_reason}, {@code usage}, {@code role}, {@code call.id}, {@code call.index}, {@code
   * call.type}, {@code done} (the last line of a stream), {@code choices}.
   */
  public Scripted without(String... fields) {
    return with(s -> s.leftOut = Set.of(fields));
  }

  public Scripted thinking(String text) {
    return with(s -> s.thinking = text);
  }

  /** Not streamed, whatever was asked. */
  public Scripted atOnce() {
    return with(s -> s.atOnce = true);
  }

  /** Waits before anything is sent. */
  public Scripted after(Duration wait) {
    return with(s -> s.first = wait);
  }

  /** Waits after each piece; 5 ms are 200 pieces a second. */
  public Scripted slowly(Duration pause) {
    return with(s -> s.between = pause);
  }

  /** Ends otherwise than it should, after so many pieces. */
  public Scripted ending(Ending how, int afterPieces) {
    return with(
        s -> {
          s.ending = how;
          s.endingAfter = afterPieces;
        });
  }
}
