package osusume.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One title of a catalogue.
 *
 * @param id MyAnimeList id
 * @param name as MyAnimeList writes it, HTML entities decoded
 * @param genres in the source's order; {@code ["Unknown"]} where the source has none
 * @param type TV, Movie, OVA, Special, ONA, Music, or "Unknown"
 * @param episodes −1 where not known
 * @param rating mean rating of MyAnimeList's members, 1 to 10; NaN where there is none
 * @param members how many MyAnimeList members have it in their lists
 */
public record Anime(
    int id,
    String name,
    List<String> genres,
    String type,
    int episodes,
    double rating,
    int members) {
  /** What stands where the source names no genre or type. */
  public static final String UNKNOWN = "Unknown";

  public Anime {
    genres = List.copyOf(genres);
  }

  /** The genres as the source writes them: one text, divided by a comma and a space. */
  public String genreText() {
    return String.join(", ", genres);
  }

  /**
   * The title under the column names of {@code anime.csv}, in their order, as every JSON answer
   * shows it; unknown numbers are null.
   */
  public Map<String, Object> asColumns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("anime_id", id);
    columns.put("name", name);
    columns.put("genre", genreText());
    columns.put("type", type);
    columns.put("episodes", episodes < 0 ? null : episodes);
    columns.put("rating", Double.isNaN(rating) ? null : rating);
    columns.put("members", members);
    return columns;
  }
}
