package osusume.mylist.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import osusume.data.io.BadInputException;

/** What a file holds, told by how it starts. */
enum ListContent {
  XML,
  CSV,
  JSON;

  /** What to do instead. */
  static final String CHOOSE =
      "Choose the file that MyAnimeList's export page gives (animelist_….xml.gz), or a CSV or JSON"
          + " file that Osusume exported.";

  private static final Map<String, String> MAGIC =
      Map.of(
          "PK", "a zip archive. Unpack it and choose the file in it",
          "\u0089PNG", "a picture",
          "\u00ff\u00d8\u00ff", "a picture",
          "GIF8", "a picture",
          "RIFF", "a picture or a film",
          "%PDF", "a PDF document",
          "SQLite format 3", "a database",
          "\u001f\u008b", "packed twice. Unpack it",
          "7z\u00bc\u00af", "an archive. Unpack it and choose the file in it",
          "Rar!", "an archive. Unpack it and choose the file in it");

  private static final List<String> OWN_CSV = List.of("title", "status");
  private static final int SHOWN_BINARY = 0x20;

  /**
   * Tells what a file holds.
   *
   * @param head its first bytes, unpacked
   * @throws BadInputException if it is no list; says what it seems to be
   */
  static ListContent of(String name, byte[] head) throws BadInputException {
    if (head.length == 0) {
      throw refused(name, "empty");
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (bytes.startsWith(magic.getKey())) {
        throw refused(name, magic.getValue());
      }
    }
    String text = ListText.start(head).strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      throw refused(name, "empty but for spaces");
    }
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      throw refused(
          name, "a web page, perhaps the one that asks you to log in. Log in, export the list");
    }
    if (text.startsWith("<")) {
      return XML;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return JSON;
    }
    return table(name, text);
  }

  private static ListContent table(String name, String text) throws BadInputException {
    String first = text.lines().findFirst().orElse("").strip();
    List<String> columns = List.of(first.toLowerCase(Locale.ROOT).replace("\"", "").split(",", -1));
    if (columns.containsAll(OWN_CSV)) {
      return CSV;
    }
    if (text.chars().anyMatch(c -> c < SHOWN_BINARY && !Character.isWhitespace(c))) {
      throw refused(name, "no text");
    }
    if (columns.contains("anime_id") || columns.contains("user_id")) {
      throw refused(
          name,
          "a file of Kaggle's data set, the ratings of many people, and no list of one person."
              + " Import it as a data set instead");
    }
    if (first.contains("{\"format\":\"osusume-list\"")) {
      throw refused(
          name,
          "the file in which Osusume itself keeps a list. Backups of it are restored instead");
    }
    for (String separator : List.of(";", "\t")) {
      if (List.of(first.toLowerCase(Locale.ROOT).replace("\"", "").split(separator, -1))
          .containsAll(OWN_CSV)) {
        throw refused(
            name,
            "a table whose columns are divided by %s instead of commas. Save it with commas"
                .formatted(separator.equals(";") ? "semicolons" : "tabs"));
      }
    }
    throw refused(name, "no list: it starts with %s".formatted(BadInputException.quoted(first)));
  }

  private static BadInputException refused(String name, String what) {
    return new BadInputException("%s is %s. %s".formatted(name, what, CHOOSE));
  }
}
