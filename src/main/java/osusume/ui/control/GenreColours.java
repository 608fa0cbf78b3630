package osusume.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * A colour for each genre, dark enough for white letters. A title takes its two colours from the
 * genres that say most about it: "Music" says more than "Action".
 */
final class GenreColours {
  /** Degrees on the colour circle, in the order of how much a genre says about a title. */
  enum Hue {
    HENTAI("Hentai", 345),
    SPORTS("Sports", 28),
    MECHA("Mecha", 205),
    MUSIC("Music", 312),
    HORROR("Horror", 358),
    SPACE("Space", 232),
    CARS("Cars", 18),
    SLICE_OF_LIFE("Slice of Life", 96),
    HISTORICAL("Historical", 38),
    SAMURAI("Samurai", 8),
    MAGIC("Magic", 276),
    MYSTERY("Mystery", 250),
    PSYCHOLOGICAL("Psychological", 186),
    ROMANCE("Romance", 336),
    MILITARY("Military", 82),
    SCI_FI("Sci-Fi", 196),
    KIDS("Kids", 52),
    SUPERNATURAL("Supernatural", 264),
    FANTASY("Fantasy", 152),
    SCHOOL("School", 44),
    ADVENTURE("Adventure", 128),
    SHOUJO("Shoujo", 326),
    DRAMA("Drama", 218),
    COMEDY("Comedy", 34),
    SEINEN("Seinen", 174),
    SHOUNEN("Shounen", 14),
    ACTION("Action", 2);

    private final String genre;
    private final double degrees;

    Hue(String genre, double degrees) {
      this.genre = genre;
      this.degrees = degrees;
    }
  }

  private GenreColours() {}

  /** Two colours; the second is a shade of the first where only one genre is known. */
  static Color[] of(List<String> genres) {
    List<Hue> hues = new ArrayList<>();
    for (Hue hue : Hue.values()) {
      if (genres.contains(hue.genre)) {
        hues.add(hue);
      }
    }
    hues.sort(Comparator.comparingInt(Hue::ordinal));
    if (hues.isEmpty()) {
      double degrees = Math.floorMod(genres.hashCode(), 360);
      return new Color[] {Color.hsb(degrees, 0.25, 0.5), Color.hsb(degrees + 30, 0.35, 0.35)};
    }
    double first = hues.get(0).degrees;
    double second = hues.size() > 1 ? hues.get(1).degrees : first + 24;
    return new Color[] {Color.hsb(first, 0.62, 0.62), Color.hsb(second, 0.7, 0.4)};
  }
}
