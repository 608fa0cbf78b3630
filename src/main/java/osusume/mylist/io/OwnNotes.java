package osusume.mylist.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ListEntry;

/**
 * What a file in MyAnimeList's form can't say, as JSON in a processing instruction, which everybody
 * else passes over. In an {@code anime} element: those fields of {@link EntryJson} that would be
 * read otherwise without it, null for a field that is not there. Beside them: a whole entry that
 * MyAnimeList does not know the like of.
 */
final class OwnNotes {
  /** The name of the processing instruction. */
  static final String TARGET = "osusume";

  private static final ObjectWriter PLAIN =
      Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private OwnNotes() {}

  /** The instruction for a whole entry. */
  static String of(ListEntry entry) {
    return instruction(EntryJson.of(entry));
  }

  /**
   * The instruction that turns what would be read without it into the entry; empty if nothing
   * differs.
   */
  static String difference(ListEntry entry, ListEntry withoutNotes) {
    ObjectNode wanted = EntryJson.of(entry);
    ObjectNode found = EntryJson.of(withoutNotes);
    ObjectNode notes = Json.mapper().createObjectNode();
    Set<String> fields = new TreeSet<>();
    wanted.fieldNames().forEachRemaining(fields::add);
    found.fieldNames().forEachRemaining(fields::add);
    for (String field : fields) {
      JsonNode value = wanted.get(field);
      if (value == null) {
        notes.putNull(field);
      } else if (!value.equals(found.get(field))) {
        notes.set(field, value);
      }
    }
    return notes.isEmpty() ? "" : instruction(notes);
  }

  /** A text without any sign that means something to XML, or that XML can't hold. */
  private static String instruction(ObjectNode notes) {
    try {
      String json =
          PLAIN.writeValueAsString(notes).replace(">", "\\u003e").replace("\u007f", "\\u007f");
      return "<?" + TARGET + " " + json + "?>";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a whole entry.
   *
   * @param json what stands in the instruction
   * @throws IllegalArgumentException if it is none; worded for a person
   */
  static ListEntry entry(String json) {
    return EntryJson.read(parsed(json));
  }

  /**
   * Adds to an entry what stands in its instruction.
   *
   * @throws IllegalArgumentException if that makes no entry; worded for a person
   */
  static ListEntry added(ListEntry withoutNotes, String json) {
    ObjectNode node = EntryJson.of(withoutNotes);
    parsed(json)
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                node.remove(field.getKey());
              } else {
                node.set(field.getKey(), field.getValue());
              }
            });
    return EntryJson.read(node);
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Osusume's note in the file is no JSON.", e);
    }
  }
}
