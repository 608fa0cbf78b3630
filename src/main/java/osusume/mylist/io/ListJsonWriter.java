package osusume.mylist.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;

/** Writes a list as JSON: an object that says what it is, with an entry a line. */
final class ListJsonWriter {
  private ListJsonWriter() {}

  static void write(Writer text, MyList list, Instant exportedAt) throws IOException {
    ObjectNode header = Json.mapper().createObjectNode();
    header
        .put(ListJsonReader.FORMAT, ListJsonReader.NAME)
        .put(ListJsonReader.VERSION, ListJsonReader.NEWEST)
        .put(ListJsonReader.EXPORTED, exportedAt.toString());
    String start = Json.line(header);
    text.write(start.substring(0, start.length() - 1));
    text.write(",\"" + ListJsonReader.ENTRIES + "\":[");
    String separator = "\n";
    for (ListEntry entry : list.entries()) {
      text.write(separator + Json.line(EntryJson.of(entry)));
      separator = ",\n";
    }
    text.write("\n]}\n");
  }
}
