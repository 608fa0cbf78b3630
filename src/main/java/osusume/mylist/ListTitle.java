package osusume.mylist;

import java.util.List;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * An entry of a person's list beside what the data set says of its title.
 *
 * @param anime the title as the data set has it; where it does not know the title, as the entry
 *     itself has it
 * @param known whether the data set knows the title
 */
public record ListTitle(ListEntry entry, Anime anime, boolean known) {
  public static ListTitle of(ListEntry entry, Catalogue catalogue) {
    int row = entry.key().rowIn(catalogue);
    return row >= 0
        ? new ListTitle(entry, catalogue.anime(row), true)
        : new ListTitle(entry, fromEntry(entry), false);
  }

  private static Anime fromEntry(ListEntry entry) {
    return new Anime(
        entry.key().id(),
        entry.title(),
        List.of(Anime.UNKNOWN),
        entry.type().isBlank() ? Anime.UNKNOWN : entry.type(),
        entry.episodes(),
        Double.NaN,
        -1);
  }

  /** How many episodes there are, by the data set or else by the entry; −1: unknown. */
  public int episodes() {
    return anime.episodes() >= 0 ? anime.episodes() : entry.episodes();
  }

  /** The person's score less the mean of MyAnimeList's members; NaN where one is missing. */
  public double difference() {
    return entry.score() == 0 ? Double.NaN : entry.score() - anime.rating();
  }
}
