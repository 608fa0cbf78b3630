package osusume.mylist;

import java.util.Locale;
import osusume.data.Catalogue;

/**
 * Which title an entry is about.
 *
 * @param site whose number it is
 * @param id above 0
 */
public record TitleKey(Site site, int id) {
  /** Who numbers titles. A title that MyAnimeList lacks has AniList's number. */
  public enum Site {
    MAL,
    ANILIST
  }

  public TitleKey {
    if (id < 1) {
      throw new IllegalArgumentException(
          "The number of a title is %d, but must be above 0.".formatted(id));
    }
  }

  /** The title with this MyAnimeList id, which is its {@code anime_id} in a data set. */
  public static TitleKey mal(int id) {
    return new TitleKey(Site.MAL, id);
  }

  /** A title that only AniList knows, by its media id. */
  public static TitleKey aniList(int id) {
    return new TitleKey(Site.ANILIST, id);
  }

  /** The row of the title in a data set's catalogue, or −1 if the data set does not know it. */
  public int rowIn(Catalogue catalogue) {
    return site == Site.MAL ? catalogue.rowOfId(id) : -1;
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is something else; worded for a person
   */
  public static TitleKey parse(String text) {
    int colon = text.indexOf(':');
    try {
      Site site = Site.valueOf(text.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT));
      return new TitleKey(site, Integer.parseInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no title; expected something like mal:5114.".formatted(text), e);
    }
  }

  /** {@code mal:5114} or {@code anilist:101}. */
  @Override
  public String toString() {
    return site.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
