package osusume.mylist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import osusume.json.Json;

/**
 * One line of the journal: eight hexadecimal digits, the CRC-32C of the rest, a space, and as JSON
 * a change, or a part of one with many titles.
 *
 * @param change with the titles of this line
 * @param part which of the change's lines this is, from 1
 * @param of how many lines the change has
 */
record JournalLine(JournalChange change, int part, int of) {
  private static final int SUM_DIGITS = 8;

  /** Whether this is a later line of the change that {@code before} is of. */
  boolean continues(JournalLine before) {
    return change.number() == before.change().number()
        && change.kind() == before.change().kind()
        && of == before.of
        && part > before.part;
  }

  /** With the line break that ends it: a line without one was not written to its end. */
  byte[] bytes() {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("number", change.number())
        .put("at", change.at().toString())
        .put("kind", change.kind().name());
    if (change.undone() > 0) {
      node.put("undone", change.undone());
    }
    if (of > 1) {
      node.put("part", part).put("of", of);
    }
    ArrayNode list = node.putArray("entries");
    for (JournalChange.Entry entry : change.entries()) {
      if (entry.after() == null) {
        list.addObject().put("removed", entry.key().toString());
      } else {
        list.add(EntryJson.of(entry.after()));
      }
    }
    return summed(Json.line(node));
  }

  static byte[] summed(String json) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    String start = HexFormat.of().toHexDigits(sum(content, 0, content.length), SUM_DIGITS) + " ";
    ByteBuffer line = ByteBuffer.allocate(start.length() + content.length + 1);
    return line.put(start.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .put((byte) '\n')
        .array();
  }

  /**
   * The JSON of a line.
   *
   * @param bytes where the line stands
   * @param from where it begins
   * @param end behind it, without its line break
   * @return empty if the line is not what was once written
   */
  static Optional<JsonNode> content(byte[] bytes, int from, int end) {
    int start = from + SUM_DIGITS + 1;
    if (end < start || bytes[start - 1] != ' ') {
      return Optional.empty();
    }
    String told = new String(bytes, from, SUM_DIGITS, StandardCharsets.US_ASCII);
    if (!told.equals(HexFormat.of().toHexDigits(sum(bytes, start, end), SUM_DIGITS))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.mapper().readTree(bytes, start, end - start));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long sum(byte[] bytes, int from, int end) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, end - from);
    return sum.getValue();
  }

  /**
   * @throws IllegalArgumentException if it is no change; worded for a person
   */
  static JournalLine read(JsonNode node) {
    List<JournalChange.Entry> entries = new ArrayList<>();
    for (JsonNode entry : node.path("entries")) {
      if (entry.has("removed")) {
        entries.add(new JournalChange.Entry(TitleKey.parse(entry.path("removed").asText()), null));
      } else {
        ListEntry after = EntryJson.read(entry);
        entries.add(new JournalChange.Entry(after.key(), after));
      }
    }
    try {
      return new JournalLine(
          new JournalChange(
              node.path("number").asLong(),
              IsoInstant.parse(node.path("at").asText()),
              ListChange.Kind.valueOf(node.path("kind").asText()),
              node.path("undone").asLong(),
              entries),
          node.path("part").asInt(1),
          node.path("of").asInt(1));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A change has no time.", e);
    }
  }
}
