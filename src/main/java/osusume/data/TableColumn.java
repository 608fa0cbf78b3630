package osusume.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns a {@link TableQuery} can speak of. */
public enum TableColumn {
  ANIME_ID(true, true),
  NAME(false, true),
  /** A title has several: each is a row of its own where titles are grouped by it. */
  GENRE(false, true),
  TYPE(false, true),
  EPISODES(true, true),
  MEMBERS(true, true),
  /** MyAnimeList's mean rating; called {@code rating} in the table of titles. */
  ANIME_RATING(true, true),
  USER_ID(true, false),
  /** What a user gave, 1 to 10; not known where they watched a title without rating it. */
  RATING(true, false);

  private final boolean number;
  private final boolean ofTitle;

  TableColumn(boolean number, boolean ofTitle) {
    this.number = number;
    this.ofTitle = ofTitle;
  }

  /** Whether its values are numbers; else they are texts. */
  public boolean number() {
    return number;
  }

  /** Whether it says something of the title, and not of a user or their rating. */
  boolean ofTitle() {
    return ofTitle;
  }

  /** Its name in a table. */
  public String in(TableQuery.Source source) {
    return this == ANIME_RATING && source == TableQuery.Source.ANIME
        ? "rating"
        : name().toLowerCase(Locale.ROOT);
  }

  /** The columns of a table. */
  public static List<TableColumn> of(TableQuery.Source source) {
    Stream<TableColumn> all = Arrays.stream(values());
    return (source == TableQuery.Source.ANIME ? all.filter(TableColumn::ofTitle) : all).toList();
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException if the table has none; worded for a person
   */
  public static TableColumn named(String name, TableQuery.Source source) {
    List<String> names = of(source).stream().map(column -> column.in(source)).toList();
    return of(source).stream()
        .filter(column -> column.in(source).equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The table \"%s\" has no column \"%s\"; did you mean \"%s\"? It has: %s."
                        .formatted(
                            source.name().toLowerCase(Locale.ROOT),
                            name,
                            NearestName.of(name, names),
                            String.join(", ", names))));
  }
}
