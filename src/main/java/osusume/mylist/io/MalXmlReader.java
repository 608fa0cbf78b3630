package osusume.mylist.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import osusume.data.io.BadInputException;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListOrigin;
import osusume.mylist.PartialDate;

/** Reads MyAnimeList's export files, also those other programs write in their form. */
final class MalXmlReader {
  private static final String ROOT = "myanimelist";
  private static final String ENTRY = "anime";
  private static final String MANGA = "manga";
  private static final String KIND = "user_export_type";
  private static final String MANGA_KIND = "2";
  private static final int MOST_DEPTH = 16;
  private static final int MOST_TEXT = 1 << 20;
  private static final int MOST_ELEMENTS = 1000;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String WITHOUT_YEAR = "0000-";
  private static final String UNKNOWN = "0000-00-00";

  private final String file;
  private final Instant exportedAt;
  private final Entries entries;
  private XMLStreamReader xml;
  private int skippedLines;
  private int datesWithoutYear;
  private int oddDates;

  MalXmlReader(String file, Instant exportedAt, Entries entries) {
    this.file = file;
    this.exportedAt = exportedAt;
    this.entries = entries;
  }

  ImportedList read(InputStream bytes) throws IOException {
    try (XmlDocument document = XmlDocument.of(file, bytes)) {
      xml = document.reader();
      skippedLines = document.skippedLines();
      readDocument(document);
      note(
          document.replaced(),
          "letter that XML can't hold was replaced by \uFFFD",
          "letters that XML can't hold were replaced by \uFFFD");
    } catch (XMLStreamException e) {
      throw trouble(e, false);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadInputException(
          "%s is written in the encoding %s, which is not known here. Save it as UTF-8, or export the list again."
              .formatted(file, e.getMessage()),
          e);
    }
    note(datesWithoutYear, "date without a year is left out", "dates without a year are left out");
    note(
        oddDates,
        "date that can't be (as 2015-00-15 or 2015-02-30) is kept as far as it can be",
        "dates that can't be (as 2015-00-15 or 2015-02-30) are kept as far as they can be");
    return entries.list(ListOrigin.MYANIMELIST, exportedAt);
  }

  private void note(int count, String one, String several) {
    if (count > 0) {
      entries.note(count == 1 ? "One " + one + "." : "%,d %s.".formatted(count, several));
    }
  }

  /** The parser's own words, with what they come to for a person. */
  private IOException trouble(XMLStreamException e, boolean cut) {
    if (e.getNestedException() instanceof IOException cause) {
      return cause;
    }
    long line = (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()) + skippedLines;
    String said = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "").strip();
    return new BadInputException(
        "%s, line %d: %s. Nothing was taken of it. Export the list again."
            .formatted(
                file,
                line,
                cut
                    ? "the file is cut off, its end is missing"
                    : "this is no XML (" + said.replaceFirst("\\.$", "") + ")"),
        e);
  }

  private long line() {
    return xml.getLocation().getLineNumber() + (long) skippedLines;
  }

  private BadInputException wrong(long line, String what) {
    return new BadInputException("%s, line %d: %s".formatted(file, line, what));
  }

  private void readDocument(XmlDocument document) throws IOException {
    try {
      while (xml.hasNext()) {
        if (next() == XMLStreamConstants.START_ELEMENT) {
          requireRoot();
          readRoot();
        }
      }
    } catch (XMLStreamException e) {
      // Not told by the parser's words, which are in the language of the system.
      throw trouble(e, document.endedWithout("</" + ROOT + ">"));
    }
  }

  private void requireRoot() throws BadInputException {
    if (!xml.getLocalName().equals(ROOT)) {
      throw wrong(
          line(),
          "the file is XML, but its outermost element is <%s> and not <%s>. %s"
              .formatted(xml.getLocalName(), ROOT, ListContent.CHOOSE));
    }
  }

  /** Goes on, past nothing that a list never has. */
  private int next() throws XMLStreamException, IOException {
    int event = xml.next();
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw wrong(
          line(),
          "the file uses an entity of its own (&%s;), which no export of a list does, and which can be an attack. Export the list again."
              .formatted(xml.getLocalName()));
    }
    return event;
  }

  private void readRoot() throws XMLStreamException, IOException {
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case ENTRY -> readEntry();
          case MANGA -> throw manga();
          default -> readKind();
        }
      } else if (isNote()) {
        long line = line();
        try {
          entries.add(OwnNotes.entry(xml.getPIData()), line);
        } catch (IllegalArgumentException e) {
          throw wrong(line, e.getMessage() + " Export the list again.");
        }
      }
    }
  }

  private boolean isNote() {
    return xml.getEventType() == XMLStreamConstants.PROCESSING_INSTRUCTION
        && OwnNotes.TARGET.equals(xml.getPITarget());
  }

  private BadInputException manga() {
    return wrong(
        line(),
        "this is the export of a manga list; Osusume knows anime. Export the anime list: on"
            + " MyAnimeList's export page choose \"Anime List\".");
  }

  /** Reads what is said of the list as a whole: only whether it is of anime matters. */
  private void readKind() throws XMLStreamException, IOException {
    Map<String, Element> said = elements(null);
    Element kind = said.get(KIND);
    if (kind != null && kind.text().strip().equals(MANGA_KIND)) {
      throw manga();
    }
  }

  private record Element(String text, long line) {}

  private void readEntry() throws XMLStreamException, IOException {
    long line = line();
    StringBuilder notes = new StringBuilder();
    Map<String, Element> elements = elements(notes);
    Map<String, String> texts = LinkedHashMap.newLinkedHashMap(elements.size());
    elements.forEach((name, element) -> texts.put(name, element.text()));
    leaveOutWhatCannotBe(texts, MalEntry.STARTED);
    leaveOutWhatCannotBe(texts, MalEntry.FINISHED);
    try {
      ListEntry entry = MalEntry.read(texts, exportedAt);
      entries.add(notes.isEmpty() ? entry : OwnNotes.added(entry, notes.toString()), line);
    } catch (MalEntry.WrongElementException e) {
      Element element = elements.get(e.element());
      throw wrong(
          element == null ? line : element.line(),
          "%s%s. Correct that line, or export the list again."
              .formatted(title(texts), e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw wrong(line, title(texts) + e.getMessage() + " Export the list again.");
    }
  }

  private static String title(Map<String, String> texts) {
    String title = texts.getOrDefault(MalEntry.TITLE, "");
    return title.isBlank() ? "an entry without a title: " : BadInputException.quoted(title) + ": ";
  }

  /** Other programs write odd dates, and one of them is worth no refusal of the whole list. */
  private void leaveOutWhatCannotBe(Map<String, String> texts, String element) {
    String told = texts.getOrDefault(element, "");
    if (told.equals(UNKNOWN) || !DATE.matcher(told).matches()) {
      return;
    }
    String kept = PartialDate.parseWhatCanBe(told).toString();
    if (!kept.equals(told)) {
      texts.put(element, kept);
      if (told.startsWith(WITHOUT_YEAR)) {
        datesWithoutYear++;
      } else {
        oddDates++;
      }
    }
  }

  /**
   * Reads the elements within the one just begun, to its end, by their names; one within another is
   * named {@code outer/inner}.
   *
   * @param notes takes up what stands in our own notes; null: they have no meaning here
   */
  private Map<String, Element> elements(StringBuilder notes)
      throws XMLStreamException, IOException {
    Map<String, Element> found = new LinkedHashMap<>();
    readInto(found, "", 0, notes);
    return found;
  }

  /** Reads the content of the element just begun; gives its own text. */
  private String readInto(Map<String, Element> found, String path, int depth, StringBuilder notes)
      throws XMLStreamException, IOException {
    if (depth > MOST_DEPTH) {
      throw wrong(
          line(), "elements lie deeper within each other than in any list. Export the list again.");
    }
    StringBuilder text = new StringBuilder();
    while (next() != XMLStreamConstants.END_ELEMENT) {
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> {
          long line = line();
          String name = path + xml.getLocalName();
          String content = readInto(found, name + "/", depth + 1, notes);
          put(found, name, new Element(content.strip(), line));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            append(text, path);
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          if (isNote() && notes != null) {
            notes.append(xml.getPIData());
          }
        }
        default -> {
          // Comments say nothing of the list.
        }
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text, String path) throws BadInputException {
    if (text.length() + xml.getTextLength() > MOST_TEXT) {
      throw wrong(
          line(),
          "the text of %s is longer than %,d letters. Shorten it, or export the list again."
              .formatted(path.replaceFirst("/$", "").toLowerCase(Locale.ROOT), MOST_TEXT));
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private void put(Map<String, Element> found, String name, Element element)
      throws BadInputException {
    if (found.size() >= MOST_ELEMENTS) {
      throw wrong(
          element.line(),
          "more than %,d elements are said of one title. Export the list again."
              .formatted(MOST_ELEMENTS));
    }
    Element before = found.putIfAbsent(name, element);
    if (before == null || before.text().equals(element.text())) {
      return;
    }
    if (MalEntry.known(name)) {
      throw wrong(
          element.line(),
          "%s stands here twice for one title, as %s and as %s. Delete one of the two, or export the list again."
              .formatted(
                  name,
                  BadInputException.quoted(before.text()),
                  BadInputException.quoted(element.text())));
    }
    int count = 2;
    while (found.putIfAbsent(name + "/" + count, element) != null) {
      count++;
    }
  }
}
