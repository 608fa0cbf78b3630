package osusume.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tech.tablesaw.api.Table;

/**
 * The titles of a data set as primitive columns; a title is named by its row (0 to {@link #size()}
 * − 1, in the source's order) inside the program and by its MyAnimeList id outside. Immutable.
 * Filters run over the columns directly; the Tablesaw {@link #table()} is made on first need, for
 * Tablesaw's start costs most of a second.
 */
public final class Catalogue {
  /** The genre that marks a title as adult. */
  public static final String ADULT_GENRE = "Hentai";

  private final Anime[] titles;
  private final int[] ids;
  private final int[] sortedIds;
  private final int[] rowsOfSortedIds;
  private final String[] lowerNames;
  private final List<String> genres;
  private final String[] lowerGenres;
  private final List<String> types;
  private final long[][] genreBits;
  private final int[] typeIndex;
  private final double[] episodes;
  private final double[] ratings;
  private final double[] members;
  private final int[] rowsByMembers;

  /** By column, ascending and then descending; made when first asked for. */
  private final AtomicReferenceArray<int[]> ranks =
      new AtomicReferenceArray<>(2 * AnimeColumn.values().length);

  private volatile Table table;

  /**
   * @throws IllegalArgumentException if an id occurs twice
   */
  public Catalogue(List<Anime> anime) {
    int n = anime.size();
    titles = anime.toArray(Anime[]::new);
    ids = Arrays.stream(titles).mapToInt(Anime::id).toArray();
    Integer[] byId = new Integer[n];
    Arrays.setAll(byId, row -> row);
    Arrays.sort(byId, (a, b) -> Integer.compare(titles[a].id(), titles[b].id()));
    rowsOfSortedIds = Arrays.stream(byId).mapToInt(Integer::intValue).toArray();
    sortedIds = Arrays.stream(rowsOfSortedIds).map(row -> titles[row].id()).toArray();
    for (int i = 1; i < n; i++) {
      if (sortedIds[i] == sortedIds[i - 1]) {
        throw new IllegalArgumentException("anime_id " + sortedIds[i] + " occurs twice.");
      }
    }
    genres = distinctGenres(titles);
    lowerGenres = new String[genres.size()];
    Arrays.setAll(lowerGenres, genre -> genres.get(genre).toLowerCase(Locale.ROOT));
    types = distinctTypes(titles);
    genreBits = genreBits(titles, genres);
    lowerNames = new String[n];
    typeIndex = new int[n];
    episodes = new double[n];
    ratings = new double[n];
    members = new double[n];
    for (int row = 0; row < n; row++) {
      Anime title = titles[row];
      lowerNames[row] = title.name().toLowerCase(Locale.ROOT);
      typeIndex[row] = types.indexOf(title.type());
      episodes[row] = title.episodes() < 0 ? Double.NaN : title.episodes();
      ratings[row] = title.rating();
      members[row] = title.members() < 0 ? Double.NaN : title.members();
    }
    rowsByMembers = rowsByMembers(titles);
  }

  private static List<String> distinctGenres(Anime[] titles) {
    Set<String> names = new TreeSet<>();
    for (Anime title : titles) {
      names.addAll(title.genres());
    }
    return List.copyOf(names);
  }

  private static List<String> distinctTypes(Anime[] titles) {
    Map<String, Integer> counts = new HashMap<>();
    for (Anime title : titles) {
      counts.merge(title.type(), 1, Integer::sum);
    }
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort((a, b) -> Integer.compare(counts.get(b), counts.get(a)));
    return List.copyOf(new LinkedHashSet<>(names));
  }

  private static long[][] genreBits(Anime[] titles, List<String> genres) {
    Map<String, Integer> index = new HashMap<>();
    genres.forEach(genre -> index.put(genre, index.size()));
    long[][] bits = new long[genres.size()][(titles.length + 63) / 64];
    for (int row = 0; row < titles.length; row++) {
      for (String genre : titles[row].genres()) {
        bits[index.get(genre)][row >> 6] |= 1L << row;
      }
    }
    return bits;
  }

  private static int[] rowsByMembers(Anime[] titles) {
    Integer[] rows = new Integer[titles.length];
    Arrays.setAll(rows, row -> row);
    Arrays.sort(rows, (a, b) -> Integer.compare(titles[b].members(), titles[a].members()));
    return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
  }

  /** How many titles there are. */
  public int size() {
    return titles.length;
  }

  /** The title in a row. */
  public Anime anime(int row) {
    return titles[row];
  }

  /** The MyAnimeList id of each row. A copy. */
  public int[] ids() {
    return ids.clone();
  }

  /** The MyAnimeList id of a row. */
  public int idOfRow(int row) {
    return ids[row];
  }

  /** The row of a MyAnimeList id, or −1 if the catalogue lacks it. */
  public int rowOfId(int id) {
    int i = Arrays.binarySearch(sortedIds, id);
    return i < 0 ? -1 : rowsOfSortedIds[i];
  }

  /** Every genre that occurs, in alphabetical order. */
  public List<String> genres() {
    return genres;
  }

  /** Every type that occurs, the most frequent first. */
  public List<String> types() {
    return types;
  }

  /** Whether the title in a row is meant for adults only. */
  public boolean adult(int row) {
    int genre = genres.indexOf(ADULT_GENRE);
    return genre >= 0 && (genreBits[genre][row >> 6] >>> row & 1) != 0;
  }

  /** Every row, the title with most members first. A copy. */
  public int[] rowsByMembers() {
    return rowsByMembers.clone();
  }

  /**
   * The place of each row in an order of the titles; rows with the same place are equal in it. Not
   * to be written.
   */
  int[] ranks(AnimeColumn column, boolean descending) {
    int at = 2 * column.ordinal() + (descending ? 1 : 0);
    int[] made = ranks.get(at);
    if (made == null) {
      made = column.ranks(titles, descending);
      ranks.set(at, made);
    }
    return made;
  }

  /** The titles as a Tablesaw table under the column names of {@code anime.csv}, in row order. */
  public Table table() {
    Table made = table;
    if (made == null) {
      made = CatalogueTable.of(this);
      table = made;
    }
    return made;
  }

  String lowerName(int row) {
    return lowerNames[row];
  }

  /** A genre by its index in {@link #genres()}. */
  String lowerGenre(int genre) {
    return lowerGenres[genre];
  }

  int typeIndex(int row) {
    return typeIndex[row];
  }

  /** One bit a row: whether the title has the genre with that index in {@link #genres()}. */
  long[] genreBits(int genre) {
    return genreBits[genre];
  }

  /** Episodes by row; NaN where not known. */
  double[] episodes() {
    return episodes;
  }

  /** Ratings by row; NaN where there is none. */
  double[] ratings() {
    return ratings;
  }

  /** Members by row; NaN where not known. */
  double[] members() {
    return members;
  }
}
