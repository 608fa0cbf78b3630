package osusume.data;

import java.util.List;

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
}
