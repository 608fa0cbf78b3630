package osusume.mylist.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import osusume.data.io.BadInputException;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListOrigin;

/**
 * Reads what {@link ListCsvWriter} wrote, also after a person or a spreadsheet changed it: columns
 * may be missing, all but the title's key and the status, and stand in any order.
 */
final class ListCsvReader {
  private final String file;
  private final Instant changedAt;
  private final Entries entries;
  private List<String> columns = List.of();

  ListCsvReader(String file, Instant changedAt, Entries entries) {
    this.file = file;
    this.changedAt = changedAt;
    this.entries = entries;
  }

  ImportedList read(InputStream bytes) throws IOException {
    try (CloseableIterator<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .ofCsvRecord(ListText.of(bytes))
            .iterator()) {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (columns.isEmpty()) {
          columns = header(record);
        } else if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
          entries.add(entry(record), record.getStartingLineNumber());
        }
      }
    } catch (CsvParseException e) {
      throw new BadInputException(
          "%s is no CSV from some line on (%s). It may be cut off. Correct it, or export the list again."
              .formatted(file, e.getMessage().replaceFirst("\\.$", "")),
          e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return entries.list(ListOrigin.CSV, changedAt);
  }

  private List<String> header(CsvRecord record) throws BadInputException {
    List<String> found = new ArrayList<>();
    for (String field : record.getFields()) {
      String column = field.strip().toLowerCase(Locale.ROOT);
      if (!ListColumns.ALL.contains(column) || found.contains(column)) {
        throw wrong(
            record,
            "the column %s %s. The columns are %s."
                .formatted(
                    BadInputException.quoted(field),
                    found.contains(column) ? "stands there twice" : "is not known",
                    String.join(", ", ListColumns.ALL)));
      }
      found.add(column);
    }
    return found;
  }

  private BadInputException wrong(CsvRecord record, String what) {
    return new BadInputException(
        "%s, line %d: %s".formatted(file, record.getStartingLineNumber(), what));
  }

  private ListEntry entry(CsvRecord record) throws BadInputException {
    if (record.getFieldCount() != columns.size()) {
      throw wrong(
          record,
          "found %d fields, but expected %d as in the header. The file may be cut off. Correct that line, or export the list again."
              .formatted(record.getFieldCount(), columns.size()));
    }
    ObjectNode node = Json.mapper().createObjectNode();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      String field = ListColumns.unguarded(record.getField(i));
      if (!field.isEmpty()) {
        put(node, column, field, record);
      }
    }
    if (!node.has(ListColumns.CHANGED)) {
      node.put(ListColumns.CHANGED, changedAt.toString());
    }
    if (!node.has(ListColumns.NAME)) {
      node.put(ListColumns.NAME, "Anime " + node.path(ListColumns.TITLE).asText());
    }
    try {
      return EntryJson.read(node);
    } catch (IllegalArgumentException e) {
      throw wrong(
          record,
          "%s: %s Correct that line, or export the list again."
              .formatted(
                  BadInputException.quoted(node.path(ListColumns.NAME).asText()), e.getMessage()));
    }
  }

  private void put(ObjectNode node, String column, String field, CsvRecord record)
      throws BadInputException {
    if (ListColumns.NUMBERS.contains(column)) {
      try {
        node.put(column, Integer.parseInt(field.strip()));
      } catch (NumberFormatException e) {
        throw wrong(
            record,
            "%s is %s, but must be a whole number. Correct that line, or export the list again."
                .formatted(column, BadInputException.quoted(field)));
      }
    } else if (column.equals(ListColumns.OTHERS)) {
      try {
        node.set(column, Json.mapper().readTree(field));
      } catch (JsonProcessingException e) {
        throw wrong(
            record,
            "%s is %s, but must be empty or a JSON object. Correct that line, or export the list again."
                .formatted(column, BadInputException.quoted(field)));
      }
    } else if (column.equals(ListColumns.STATUS)) {
      node.put(column, field.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    } else {
      node.put(column, field);
    }
  }
}
