package osusume.mylist.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As of when a file's list holds. */
final class ExportTime {
  /** MyAnimeList names its files by the second of the export and the user's number. */
  private static final Pattern NAME =
      Pattern.compile("animelist_(\\d{9,11})_(?:-_)?\\d+.*", Pattern.CASE_INSENSITIVE);

  /** MyAnimeList has been there since 2004; what claims to be older is no time. */
  private static final Instant EARLIEST = Instant.parse("2004-01-01T00:00:00Z");

  private ExportTime() {}

  /**
   * The time in the file's name, or else that of its last change. Never in the future: such a list
   * would win against everything that is said until then.
   */
  static Instant of(Path file, String name, Instant now) throws IOException {
    Matcher found = NAME.matcher(name);
    if (found.matches()) {
      Instant told = Instant.ofEpochSecond(Long.parseLong(found.group(1)));
      if (told.isAfter(EARLIEST) && !told.isAfter(now)) {
        return told;
      }
    }
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    return changed.isAfter(now) ? now : changed;
  }
}
