package osusume.mylist.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import osusume.data.io.BadInputException;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListOrigin;

/** Reads what {@link ListJsonWriter} wrote. */
final class ListJsonReader {
  static final String FORMAT = "format";
  static final String NAME = "osusume-export";
  static final String VERSION = "version";
  static final int NEWEST = 1;
  static final String EXPORTED = "exported";
  static final String ENTRIES = "entries";

  /** One value in the midst of others. */
  private static final ObjectReader ONE =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final Entries entries;
  private Instant exportedAt;
  private boolean ours;

  ListJsonReader(String file, Instant changedAt, Entries entries) {
    this.file = file;
    this.exportedAt = changedAt;
    this.entries = entries;
  }

  ImportedList read(InputStream bytes) throws IOException {
    try (JsonParser json = Json.mapper().createParser(ListText.of(bytes))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw notOurs();
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        readField(json);
      }
      if (!ours) {
        throw notOurs();
      }
      if (json.nextToken() != null) {
        throw wrong(line(json), "there is more after the end of the list. Export the list again.");
      }
    } catch (JsonEOFException e) {
      throw new BadInputException(
          file + " is cut off: its end is missing. Nothing was taken of it. Export the list again.",
          e);
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "%s, line %d: this is no JSON (%s). Nothing was taken of it. Export the list again."
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    }
    return entries.list(ListOrigin.JSON, exportedAt);
  }

  private BadInputException notOurs() {
    return new BadInputException(
        "%s is JSON, but no list that Osusume exported. %s".formatted(file, ListContent.CHOOSE));
  }

  private BadInputException wrong(long line, String what) {
    return new BadInputException("%s, line %d: %s".formatted(file, line, what));
  }

  private static long line(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }

  private void readField(JsonParser json) throws IOException {
    String field = json.currentName();
    JsonToken value = json.nextToken();
    switch (field) {
      case FORMAT -> {
        if (!NAME.equals(json.getValueAsString())) {
          throw notOurs();
        }
        ours = true;
      }
      case VERSION -> {
        if (value != JsonToken.VALUE_NUMBER_INT || json.getValueAsInt() != NEWEST) {
          throw wrong(
              line(json),
              "this is version %s of the form, but this Osusume knows version %d. Use the Osusume that wrote it, or a newer one."
                  .formatted(json.getText(), NEWEST));
        }
      }
      case EXPORTED -> exportedAt = time(json);
      case ENTRIES -> readEntries(json);
      default ->
          throw ours
              ? wrong(
                  line(json),
                  "there is no field %s in an exported list. Export the list again."
                      .formatted(BadInputException.quoted(field)))
              : notOurs();
    }
  }

  private Instant time(JsonParser json) throws IOException {
    try {
      Instant told = Instant.parse(json.getValueAsString(""));
      return told.isAfter(Instant.now()) || told.isBefore(Instant.EPOCH) ? exportedAt : told;
    } catch (DateTimeException e) {
      throw wrong(
          line(json),
          "%s is %s, but must be a time like 2026-11-23T15:04:05Z. Export the list again."
              .formatted(EXPORTED, BadInputException.quoted(json.getText())));
    }
  }

  private void readEntries(JsonParser json) throws IOException {
    if (!ours) {
      throw notOurs();
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(line(json), ENTRIES + " must be an array. Export the list again.");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      long line = line(json);
      JsonNode node = ONE.readTree(json);
      ListEntry entry;
      try {
        entry = EntryJson.read(node);
      } catch (IllegalArgumentException e) {
        String name = node.path("name").asText();
        throw wrong(
            line,
            "%s%s Correct that line, or export the list again."
                .formatted(
                    name.isEmpty() ? "" : BadInputException.quoted(name) + ": ", e.getMessage()));
      }
      entries.add(entry, line);
    }
  }
}
