package osusume.mylist.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;

/** Writes a list as a table, a title a row. What is unknown or none is an empty field. */
final class ListCsvWriter {
  private ListCsvWriter() {}

  static void write(Writer text, MyList list) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(ListColumns.ALL);
    for (ListEntry entry : list.entries()) {
      ObjectNode node = EntryJson.of(entry);
      List<String> fields = new ArrayList<>(ListColumns.ALL.size());
      for (String column : ListColumns.ALL) {
        fields.add(ListColumns.guarded(field(node.path(column))));
      }
      csv.writeRecord(fields);
    }
    csv.flush();
  }

  private static String field(JsonNode value) {
    return value.isObject() ? Json.line(value) : value.asText();
  }
}
