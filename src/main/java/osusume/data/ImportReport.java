package osusume.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import found: counts, and every row that was dropped or mended, by cause.
 *
 * @param anime titles kept
 * @param users users with at least one kept row
 * @param ratings rows kept, unrated ones included
 * @param unrated rows kept that say "watched, not rated"
 * @param findings rows that were not kept as they stood, one finding a cause
 */
public record ImportReport(int anime, int users, int ratings, int unrated, List<Finding> findings) {
  public ImportReport {
    findings = List.copyOf(findings);
  }

  /** Whether a row was left out or kept with a change. */
  public enum Outcome {
    DROPPED,
    MENDED
  }

  /** Why a row was not kept as it stood. */
  public enum Cause {
    DUPLICATE_ANIME(
        "duplicate_anime", Outcome.DROPPED, "the same anime_id again; the last row is kept"),
    DUPLICATE_RATING(
        "duplicate_rating", Outcome.DROPPED, "the same user and title again; the last row is kept"),
    UNKNOWN_ANIME("unknown_anime", Outcome.DROPPED, "a rating of a title that the catalogue lacks"),
    UNKNOWN_EPISODES("unknown_episodes", Outcome.MENDED, "no number of episodes; kept as unknown"),
    MISSING_GENRE("missing_genre", Outcome.MENDED, "no genre; kept as \"Unknown\""),
    MISSING_TYPE("missing_type", Outcome.MENDED, "no type; kept as \"Unknown\""),
    MISSING_ANIME_RATING(
        "missing_anime_rating", Outcome.MENDED, "a title without a mean rating; kept as unknown"),
    MISSING_MEMBERS("missing_members", Outcome.MENDED, "a title without a member count; kept as 0"),
    MISSING_RATING(
        "missing_rating", Outcome.MENDED, "no rating of a user; kept as watched, not rated"),
    HTML_ENTITY("html_entity", Outcome.MENDED, "HTML code in a name; decoded");

    private final String key;
    private final Outcome outcome;
    private final String meaning;

    Cause(String key, Outcome outcome, String meaning) {
      this.key = key;
      this.outcome = outcome;
      this.meaning = meaning;
    }

    /** Its name in JSON. */
    public String key() {
      return key;
    }

    public Outcome outcome() {
      return outcome;
    }

    /** What it means, for a person. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * The rows with one cause.
   *
   * @param count how many rows
   * @param firstLines the first few line numbers, counted from 1 with the header
   */
  public record Finding(Cause cause, String file, int count, List<Long> firstLines) {
    public Finding {
      firstLines = List.copyOf(firstLines);
    }
  }

  /** Cause to number of rows, for one outcome. */
  public Map<String, Integer> counts(Outcome outcome) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.cause().outcome() == outcome) {
        counts.merge(finding.cause().key(), finding.count(), Integer::sum);
      }
    }
    return counts;
  }
}
