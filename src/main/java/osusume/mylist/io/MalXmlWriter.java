package osusume.mylist.io;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.Status;

/**
 * Writes a list in the form of MyAnimeList's own export files, which MyAnimeList imports. What it
 * does not know stands in {@link OwnNotes}.
 */
final class MalXmlWriter {
  private static final Set<String> CDATA = Set.of(MalEntry.TITLE, MalEntry.COMMENTS, MalEntry.TAGS);

  private MalXmlWriter() {}

  static void write(Writer text, MyList list) throws IOException {
    List<ListEntry> spoken = list.entries().stream().filter(MalEntry::speaksOf).toList();
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<myanimelist>\n");
    writeCounts(text, spoken);
    for (ListEntry entry : list.entries()) {
      if (MalEntry.speaksOf(entry)) {
        writeEntry(text, entry);
      } else {
        text.write(OwnNotes.of(entry) + "\n");
      }
    }
    text.write("</myanimelist>\n");
  }

  private static void writeCounts(Writer text, List<ListEntry> entries) throws IOException {
    text.write("<myinfo>\n");
    writeElement(text, "user_export_type", "1");
    writeElement(text, "user_total_anime", String.valueOf(entries.size()));
    writeElement(text, "user_total_watching", count(entries, Status.WATCHING));
    writeElement(text, "user_total_completed", count(entries, Status.COMPLETED));
    writeElement(text, "user_total_onhold", count(entries, Status.ON_HOLD));
    writeElement(text, "user_total_dropped", count(entries, Status.DROPPED));
    writeElement(text, "user_total_plantowatch", count(entries, Status.PLANNED));
    text.write("</myinfo>\n");
  }

  private static String count(List<ListEntry> entries, Status status) {
    return String.valueOf(entries.stream().filter(entry -> entry.status() == status).count());
  }

  private static void writeEntry(Writer text, ListEntry entry) throws IOException {
    Map<String, String> elements = new LinkedHashMap<>();
    MalEntry.elements(entry).forEach((name, value) -> elements.put(name, XmlText.asRead(value)));
    entry
        .others()
        .forEach(
            (name, value) -> {
              if (XmlText.isName(name) && !MalEntry.known(name)) {
                elements.put(name, XmlText.asRead(value));
              }
            });
    text.write("<anime>\n");
    for (Map.Entry<String, String> element : elements.entrySet()) {
      writeElement(text, element.getKey(), element.getValue());
    }
    writeElement(text, MalEntry.UPDATE, "1");
    String notes = OwnNotes.difference(entry, readWithoutNotes(elements));
    text.write(notes.isEmpty() ? "" : notes + "\n");
    text.write("</anime>\n");
  }

  private static ListEntry readWithoutNotes(Map<String, String> elements) {
    try {
      // Of no time at all, so that the notes always tell the time.
      return MalEntry.read(elements, Instant.MIN);
    } catch (MalEntry.WrongElementException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void writeElement(Writer text, String name, String value) throws IOException {
    String content = CDATA.contains(name) ? XmlText.cdata(value) : XmlText.escaped(value);
    text.write("  <" + name + ">" + content + "</" + name + ">\n");
  }
}
