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

  /**
   * The place of each title in the order by this column; equal ones have the same. Titles whose
   * value is unknown come last either way.
   */
  int[] ranks(Anime[] titles, boolean descending) {
    Comparator<Anime> order =
        Comparator.comparing(this::unknown)
            .thenComparing(descending ? ascending.reversed() : ascending);
    Integer[] rows = new Integer[titles.length];
    Arrays.setAll(rows, row -> row);
    Arrays.sort(rows, (a, b) -> order.compare(titles[a], titles[b]));
    int[] ranks = new int[titles.length];
    for (int i = 1; i < rows.length; i++) {
      boolean equal = order.compare(titles[rows[i - 1]], titles[rows[i]]) == 0;
      ranks[rows[i]] = ranks[rows[i - 1]] + (equal ? 0 : 1);
    }
    return ranks;
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
