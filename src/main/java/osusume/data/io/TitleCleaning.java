package osusume.data.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;
import osusume.data.Anime;
import osusume.data.ImportReport.Cause;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/** Cleans the titles column by column, and counts each row that is dropped or mended. */
final class TitleCleaning {
  private final Findings findings;

  TitleCleaning(Findings findings) {
    this.findings = findings;
  }

  /**
   * The cleaned titles in the file's order; of those with the same id the last. Uses up {@code
   * raw}.
   */
  List<Anime> clean(TitleColumns raw) {
    TitleColumns titles = lastOfEachId(raw);
    note(Cause.UNKNOWN_EPISODES, titles, titles.episodes().isMissing());
    note(Cause.MISSING_ANIME_RATING, titles, titles.ratings().isMissing());
    note(Cause.MISSING_MEMBERS, titles, titles.members().isMissing());
    fill(Cause.MISSING_GENRE, titles, titles.genres());
    fill(Cause.MISSING_TYPE, titles, titles.types());
    decode(titles);
    Map<String, List<String>> genres = new HashMap<>();
    List<Anime> cleaned = new ArrayList<>(titles.size());
    for (int row = 0; row < titles.size(); row++) {
      cleaned.add(
          new Anime(
              titles.ids().getInt(row),
              titles.names().get(row),
              genres.computeIfAbsent(titles.genres().get(row), TitleCleaning::genres),
              titles.types().get(row),
              titles.episodes().isMissing(row) ? -1 : titles.episodes().getInt(row),
              titles.ratings().getDouble(row),
              titles.members().isMissing(row) ? 0 : titles.members().getInt(row)));
    }
    return cleaned;
  }

  private TitleColumns lastOfEachId(TitleColumns titles) {
    Set<Integer> seen = new HashSet<>();
    Selection last = Selection.with();
    Selection earlier = Selection.with();
    for (int row = titles.size() - 1; row >= 0; row--) {
      (seen.add(titles.ids().getInt(row)) ? last : earlier).add(row);
    }
    note(Cause.DUPLICATE_ANIME, titles, earlier);
    return earlier.isEmpty() ? titles : titles.where(last);
  }

  private void fill(Cause cause, TitleColumns titles, StringColumn column) {
    Selection missing = column.isMissing();
    note(cause, titles, missing);
    column.set(missing, Anime.UNKNOWN);
  }

  private void decode(TitleColumns titles) {
    StringColumn names = titles.names();
    Selection changed = Selection.with();
    for (int row = 0; row < names.size(); row++) {
      String name = names.get(row);
      if (name.indexOf('&') >= 0) {
        String decoded = StringEscapeUtils.unescapeHtml4(name);
        if (!decoded.equals(name)) {
          names.set(row, decoded);
          changed.add(row);
        }
      }
    }
    note(Cause.HTML_ENTITY, titles, changed);
  }

  private void note(Cause cause, TitleColumns titles, Selection rows) {
    for (int row : rows.toArray()) {
      findings.add(cause, titles.lines().getInt(row));
    }
  }

  /** Called once for each text that occurs; the few thousand lists are shared by the titles. */
  private static List<String> genres(String text) {
    List<String> genres =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(genre -> !genre.isEmpty())
            .distinct()
            .toList();
    return genres.isEmpty() ? List.of(Anime.UNKNOWN) : genres;
  }
}
