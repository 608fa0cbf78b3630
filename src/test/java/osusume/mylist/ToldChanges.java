package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import osusume.json.Json;

/**
 * What the lines of a {@link ListWriter} come to.
 *
 * @param saved the list after the last change that it said was saved
 * @param next the list after the change that it was about to make then; the same if there was none
 * @param changes how many it said were saved
 */
record ToldChanges(MyList saved, MyList next, int changes) {
  /**
   * @param before the list when the program started
   */
  static ToldChanges of(MyList before, List<String> lines) throws IOException {
    MyList saved = before;
    MyList next = before;
    int changes = 0;
    for (String line : lines) {
      if (line.equals(ListWriter.SAVED)) {
        changes++;
        saved = next;
      } else {
        assertThat(line).startsWith(ListWriter.WILL);
        next = after(saved, line.substring(ListWriter.WILL.length()));
      }
    }
    return new ToldChanges(saved, next, changes);
  }

  private static MyList after(MyList list, String json) throws IOException {
    List<ListChange.OfTitle> titles = new ArrayList<>();
    for (JsonNode entry : Json.mapper().readTree(json)) {
      ListEntry after = entry.isTextual() ? null : EntryJson.read(entry);
      TitleKey key = after == null ? TitleKey.parse(entry.textValue()) : after.key();
      titles.add(new ListChange.OfTitle(key, list.get(key).orElse(null), after));
    }
    return list.after(titles);
  }
}
