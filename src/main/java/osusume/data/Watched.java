package osusume.data;

/**
 * A title a person watched, beside what MyAnimeList's members think of it.
 *
 * @param anime the title
 * @param rating 1 to 10, or −1: watched, not rated
 */
public record Watched(Anime anime, int rating) {
  /** Whether the person rated it. */
  public boolean rated() {
    return rating > 0;
  }

  /** The person's rating less MyAnimeList's; NaN where one of them is missing. */
  public double difference() {
    return rated() ? rating - anime.rating() : Double.NaN;
  }
}
