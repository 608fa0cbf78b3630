package osusume.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The columns of {@code anime.csv} by which titles can be sorted. */
public enum AnimeColumn {
  ANIME_ID(Comparator.comparingInt(Anime::id)),
  NAME(Comparator.comparing(Anime::name, String.CASE_INSENSITIVE_ORDER)),
  GENRE(Comparator.comparing(Anime::genreText, String.CASE_INSENSITIVE_ORDER)),
  TYPE(Comparator.comparing(Anime::type, String.CASE_INSENSITIVE_ORDER)),
  EPISODES(Comparator.comparingInt(Anime::episodes)),
  RATING(Comparator.comparingDouble(Anime::rating)),
  MEMBERS(Comparator.comparingInt(Anime::members));

  private final Comparator<Anime> ascending;

  AnimeColumn(Comparator<Anime> ascending) {
    this.ascending = ascending;
  }

  /** The column's name in {@code anime.csv}. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of that name, whatever the case. */
  public static Optional<AnimeColumn> named(String name) {
    return Arrays.stream(values()).filter(c -> c.columnName().equalsIgnoreCase(name)).findFirst();
  }

  /** The order by this column; titles whose value is unknown come last either way. */
  public Comparator<Anime> order(boolean descending) {
    return Comparator.comparing(this::unknown)
        .thenComparing(descending ? ascending.reversed() : ascending);
  }

  private boolean unknown(Anime anime) {
    return switch (this) {
      case EPISODES -> anime.episodes() < 0;
      case RATING -> Double.isNaN(anime.rating());
      case GENRE -> anime.genres().contains(Anime.UNKNOWN);
      case TYPE -> anime.type().equals(Anime.UNKNOWN);
      default -> false;
    };
  }
}
