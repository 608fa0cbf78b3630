package osusume.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonValue;
import com.openai.core.http.Headers;
import com.openai.errors.OpenAIServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import osusume.json.Json;

/**
 * That a server would not or could not answer, in its own words. They may repeat the key, so they
 * are only searched and never shown.
 *
 * @param status of HTTP; 200 where the error came in place of an answer
 * @param code as the server has it, or else its type; empty: it says none
 * @param param the part of the request it is about; empty: it says none
 * @param message for people, of the server; empty: none
 * @param contentType of the answer, in lower case
 * @param location where it sends on to; empty: nowhere
 * @param retryAfter how long it asks to wait
 */
record ServerError(
    int status,
    String code,
    String param,
    String message,
    String contentType,
    String location,
    Optional<Duration> retryAfter) {

  /** What the server said, if it was the server that said no. */
  static Optional<ServerError> in(Throwable failure) {
    return switch (failure) {
      case OpenAIServiceException e -> Optional.of(of(e));
      case SaidErrorException e -> Optional.of(e.error());
      default -> Optional.empty();
    };
  }

  static ServerError of(OpenAIServiceException e) {
    JsonNode body;
    try {
      body = Optional.ofNullable(bodyOf(e.body())).orElseGet(() -> Json.mapper().nullNode());
    } catch (RuntimeException notJson) {
      body = Json.mapper().nullNode();
    }
    // The library looks into "error" for us, but not all servers have one.
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    JsonNode bare = body.path("error").isTextual() ? body.path("error") : body;
    String message = text(bare.isTextual() ? bare : messageOf(error));
    return new ServerError(
        e.statusCode(),
        code(error),
        text(error.path("param")),
        message,
        first(e.headers(), "content-type").toLowerCase(Locale.ROOT),
        first(e.headers(), "location"),
        retryAfter(e.headers()));
  }

  /** An error that came where an answer should be. */
  static ServerError inAnswer(JsonNode error) {
    int status = error.path("code").asInt(200);
    String message = error.isTextual() ? error.asText() : text(messageOf(error));
    return new ServerError(
        status, code(error), text(error.path("param")), message, "", "", Optional.empty());
  }

  private static JsonNode bodyOf(JsonValue body) {
    return body.convert(JsonNode.class);
  }

  private static JsonNode messageOf(JsonNode error) {
    return error.has("message") ? error.path("message") : error.path("detail");
  }

  private static String code(JsonNode error) {
    String code = text(error.path("code"));
    return code.isEmpty() ? text(error.path("type")) : code;
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : node.isContainerNode() ? node.toString() : "";
  }

  private static String first(Headers headers, String name) {
    return headers.values(name).stream().findFirst().orElse("");
  }

  /** In seconds or as a date, by RFC 9110, 10.2.3; or in OpenAI's {@code retry-after-ms}. */
  private static Optional<Duration> retryAfter(Headers headers) {
    String millis = first(headers, "retry-after-ms");
    String after = first(headers, "retry-after");
    try {
      if (millis.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofMillis(Long.parseLong(millis)));
      }
      if (after.matches("\\d{1,7}(\\.\\d+)?")) {
        return Optional.of(Duration.ofMillis((long) (Double.parseDouble(after) * 1000)));
      }
      Instant then = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether the request is longer than the model can take. */
  boolean isTooLong() {
    return status == 413
        || code.equals("context_length_exceeded")
        || code.equals("exceed_context_size_error")
        || says("context length")
        || says("context window")
        || says("context size")
        || says("maximum model length")
        || says("prompt is too long");
  }

  /** Whether the account has to be paid for first. */
  boolean isNoCredit() {
    return status == 402
        || code.equals("insufficient_quota")
        || code.equals("billing_hard_limit_reached")
        || code.equals("billing_not_active");
  }

  /** Whether the server has no such model. */
  boolean isUnknownModel() {
    return code.equals("model_not_found")
        || says("model") && (says("not found") || says("does not exist"));
  }

  /** Whether the question was refused for what it says. */
  boolean isRefusal() {
    return code.equals("content_policy_violation")
        || code.equals("content_filter")
        || code.equals("moderation_blocked")
        || says("safety system");
  }

  /** Whether the model or the server knows no tools. */
  boolean isNoTools() {
    return says("does not support tools")
        || says("tools are not supported")
        || says("tool choice requires")
        || says("does not support function calling");
  }

  /** Whether what came is a page for people. */
  boolean isPage() {
    return contentType.contains("html");
  }

  private boolean says(String words) {
    return message.toLowerCase(Locale.ROOT).contains(words);
  }
}
