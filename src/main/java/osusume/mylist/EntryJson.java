package osusume.mylist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import osusume.json.Json;

/**
 * An entry as JSON: the journal, the export and the commands write it like this. What is unknown,
 * none or empty is left out.
 */
public final class EntryJson {
  private static final String TITLE = "title";
  private static final String NAME = "name";
  private static final String TYPE = "type";
  private static final String EPISODES = "episodes";
  private static final String STATUS = "status";
  private static final String SCORE = "score";
  private static final String SEEN = "seen";
  private static final String STARTED = "started";
  private static final String FINISHED = "finished";
  private static final String REWATCHES = "rewatches";
  private static final String TAGS = "tags";
  private static final String COMMENTS = "comments";
  private static final String REASON = "reason";
  private static final String OTHERS = "others";
  private static final String RATED = "rated";
  private static final String CHANGED = "changed";
  private static final Set<String> FIELDS =
      Set.of(
          TITLE, NAME, TYPE, EPISODES, STATUS, SCORE, SEEN, STARTED, FINISHED, REWATCHES, TAGS,
          COMMENTS, REASON, OTHERS, RATED, CHANGED);

  private static final Map<String, Status> STATUSES = new LinkedHashMap<>();

  static {
    for (Status status : Status.values()) {
      STATUSES.put(text(status), status);
    }
  }

  private EntryJson() {}

  public static ObjectNode of(ListEntry entry) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put(TITLE, entry.key().toString()).put(NAME, entry.title());
    putText(node, TYPE, entry.type());
    putNumber(node, EPISODES, entry.episodes(), -1);
    node.put(STATUS, text(entry.status()));
    putNumber(node, SCORE, entry.score(), 0);
    putNumber(node, SEEN, entry.seen(), 0);
    putText(node, STARTED, entry.started().known() ? entry.started().toString() : "");
    putText(node, FINISHED, entry.finished().known() ? entry.finished().toString() : "");
    putNumber(node, REWATCHES, entry.rewatches(), 0);
    putText(node, TAGS, entry.tags());
    putText(node, COMMENTS, entry.comments());
    putText(node, REASON, entry.reason());
    if (!entry.others().isEmpty()) {
      ObjectNode others = node.putObject(OTHERS);
      entry.others().forEach(others::put);
    }
    putText(node, RATED, entry.rated() == null ? "" : entry.rated().toString());
    return node.put(CHANGED, entry.changed().toString());
  }

  private static void putText(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
  }

  private static void putNumber(ObjectNode node, String field, int number, int unknown) {
    if (number != unknown) {
      node.put(field, number);
    }
  }

  /** A status as files and commands have it: {@code on_hold}. */
  public static String text(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException if it is something else; says which field, which value and
   *     what was expected
   */
  public static ListEntry read(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("An entry is %s, but must be an object.".formatted(node));
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Entries have no field \"%s\".".formatted(name));
              }
            });
    Map<String, String> others = new LinkedHashMap<>();
    JsonNode kept = node.path(OTHERS);
    if (!kept.isMissingNode() && !kept.isObject()) {
      throw wrong(OTHERS, kept, "an object");
    }
    kept.properties().forEach(field -> others.put(field.getKey(), string(kept, field.getKey())));
    return new ListEntry(
        TitleKey.parse(string(node, TITLE)),
        string(node, NAME),
        string(node, TYPE),
        number(node, EPISODES, -1),
        status(string(node, STATUS)),
        number(node, SCORE, 0),
        number(node, SEEN, 0),
        PartialDate.parse(string(node, STARTED)),
        PartialDate.parse(string(node, FINISHED)),
        number(node, REWATCHES, 0),
        string(node, TAGS),
        string(node, COMMENTS),
        string(node, REASON),
        others,
        node.has(RATED) ? instant(node, RATED) : null,
        instant(node, CHANGED));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if there is no such status; worded for a person
   */
  public static Status status(String text) {
    Status status = STATUSES.get(text);
    if (status == null) {
      throw new IllegalArgumentException(
          "There is no status \"%s\"; there are %s."
              .formatted(text, String.join(", ", STATUSES.keySet())));
    }
    return status;
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return "";
    }
    if (!value.isTextual()) {
      throw wrong(field, value, "text");
    }
    return value.textValue();
  }

  private static int number(JsonNode node, String field, int unknown) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return unknown;
    }
    if (!value.isInt()) {
      throw wrong(field, value, "a whole number");
    }
    return value.intValue();
  }

  private static Instant instant(JsonNode node, String field) {
    String text = string(node, field);
    try {
      return IsoInstant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s is \"%s\", but must be a time like 2026-11-23T15:04:05Z.".formatted(field, text), e);
    }
  }

  private static IllegalArgumentException wrong(String field, JsonNode value, String expected) {
    return new IllegalArgumentException(
        "%s is %s, but must be %s.".formatted(field, value, expected));
  }
}
