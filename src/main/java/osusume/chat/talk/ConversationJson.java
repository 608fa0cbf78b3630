package osusume.chat.talk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import osusume.chat.Exchange;
import osusume.json.Json;

/**
 * A conversation as a file: one JSON object, what a list shows of it first, so that a list needs no
 * more than the beginning of each file.
 */
final class ConversationJson {
  /** Another number is a file of another version of the program. */
  static final int FORMAT = 1;

  private static final String EXCHANGES = "exchanges";

  private ConversationJson() {}

  /** A file of a later version: nothing is wrong with it, but it can't be read here. */
  static final class LaterFormatException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static byte[] bytes(Conversation conversation) throws IOException {
    ObjectNode file = Json.mapper().createObjectNode();
    file.put("format", FORMAT);
    file.put("id", conversation.id());
    file.put("begun", conversation.begun().toString());
    file.put("last", conversation.last().toString());
    file.put("title", conversation.title());
    file.put("count", conversation.exchanges().size());
    ArrayNode exchanges = file.putArray(EXCHANGES);
    conversation.exchanges().forEach(exchange -> exchanges.add(ExchangeJson.node(exchange)));
    return Json.mapper().writeValueAsBytes(file);
  }

  /**
   * Reads no further than what a list shows.
   *
   * @throws IOException if the file can't be read at all
   */
  static ConversationHead head(InputStream file)
      throws IOException, DamagedConversationException, LaterFormatException {
    Map<String, JsonNode> fields = new HashMap<>();
    try (JsonParser parser = Json.mapper().createParser(file)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new DamagedConversationException();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME
          && !parser.currentName().equals(EXCHANGES)) {
        String name = parser.currentName();
        fields.put(name, plainValue(parser));
        requireFormat(fields.get("format"));
      }
      return new ConversationHead(
          id(fields.get("id")),
          instant(fields.get("begun")),
          instant(fields.get("last")),
          text(fields.get("title")),
          number(fields.get("count")));
    } catch (JsonProcessingException e) {
      throw damaged();
    }
  }

  /** The mapper itself would read on, for it wants nothing to follow. */
  private static JsonNode plainValue(JsonParser parser)
      throws IOException, DamagedConversationException {
    return switch (parser.nextToken()) {
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
      case null, default -> throw damaged();
    };
  }

  static Conversation conversation(byte[] bytes)
      throws DamagedConversationException, LaterFormatException {
    JsonNode file;
    try {
      file = Json.mapper().readTree(bytes);
    } catch (IOException e) {
      throw damaged();
    }
    requireFormat(file.get("format"));
    List<Exchange> exchanges = new ArrayList<>();
    for (JsonNode node : array(file.get(EXCHANGES))) {
      exchanges.add(ExchangeJson.exchange(node));
    }
    return new Conversation(id(file.get("id")), instant(file.get("begun")), exchanges);
  }

  private static void requireFormat(JsonNode format)
      throws DamagedConversationException, LaterFormatException {
    int number = number(format);
    if (number > FORMAT) {
      throw new LaterFormatException();
    }
    if (number != FORMAT) {
      throw damaged();
    }
  }

  private static String id(JsonNode node) throws DamagedConversationException {
    String id = text(node);
    if (!Conversation.isId(id)) {
      throw damaged();
    }
    return id;
  }

  static String text(JsonNode node) throws DamagedConversationException {
    if (node == null || !node.isTextual()) {
      throw damaged();
    }
    return node.textValue();
  }

  static int number(JsonNode node) throws DamagedConversationException {
    if (node == null || !node.canConvertToExactIntegral() || !node.canConvertToInt()) {
      throw damaged();
    }
    return node.intValue();
  }

  static boolean flag(JsonNode node) throws DamagedConversationException {
    if (node == null || !node.isBoolean()) {
      throw damaged();
    }
    return node.booleanValue();
  }

  static Instant instant(JsonNode node) throws DamagedConversationException {
    try {
      return Instant.parse(text(node));
    } catch (DateTimeException e) {
      throw damaged();
    }
  }

  static JsonNode array(JsonNode node) throws DamagedConversationException {
    if (node == null || !node.isArray()) {
      throw damaged();
    }
    return node;
  }

  /** Without what the parser said, which quotes the file. */
  static DamagedConversationException damaged() {
    return new DamagedConversationException();
  }
}
