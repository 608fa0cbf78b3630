package osusume.chat.tool;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.NearestName;
import osusume.data.NumberRange;
import osusume.mylist.MyList;
import osusume.mylist.Status;

/** The arguments by which several tools say which titles are wanted. */
final class Wanted {
  private static final int MOST_GENRES = 10;
  private static final double HIGHEST = 10;

  private Wanted() {}

  /**
   * @param unwatched whether watched titles are left out unless told otherwise
   */
  static List<Argument> arguments(Catalogue catalogue, boolean unwatched) {
    Argument genre = Argument.choice("genres", catalogue.genres(), "all of these genres");
    return List.of(
        Argument.text("title", "text that the name contains"),
        genre.upTo(MOST_GENRES),
        genres("any_genres", "one of these genres; the words are those of genres"),
        genres("without_genres", "none of these genres"),
        Argument.choice("types", catalogue.types(), "one of these types")
            .upTo(Math.max(1, catalogue.types().size())),
        count("min_episodes", "no fewer episodes"),
        count("max_episodes", "no more episodes; a usual season has 12 or 13"),
        Argument.decimal("min_rating", 1, HIGHEST, "a mean rating not below, 1 to 10"),
        Argument.decimal("max_rating", 1, HIGHEST, "a mean rating not above"),
        count("min_members", "as well known as that: so many MyAnimeList members or more"),
        count("max_members", "no better known: so many members or fewer"),
        Argument.flag(
            "unwatched",
            "whether titles the person watched are left out; " + unwatched + " unless told"));
  }

  /** A list of genres whose words are not told again, for each telling costs a model's memory. */
  private static Argument genres(String name, String meaning) {
    return Argument.text(name, meaning).upTo(MOST_GENRES);
  }

  private static Argument count(String name, String meaning) {
    return Argument.whole(name, 0, Integer.MAX_VALUE, meaning);
  }

  /**
   * The filter; adult titles are wanted where they are asked for by their genre, or are not kept
   * back at all.
   *
   * @throws ToolArgumentException if a range is empty or a genre unknown
   */
  static AnimeFilter filter(Arguments given, Ground ground) throws ToolArgumentException {
    List<String> any = genres(given, "any_genres", ground.catalogue());
    List<String> without = genres(given, "without_genres", ground.catalogue());
    List<String> all = given.texts("genres");
    for (String genre : all) {
      if (without.contains(genre)) {
        throw new ToolArgumentException(
            "'%s' is in 'genres' and in 'without_genres'; no title has it and has it not."
                .formatted(genre));
      }
    }
    boolean adult =
        Stream.concat(all.stream(), any.stream()).anyMatch(Catalogue.ADULT_GENRE::equals);
    return AnimeFilter.builder()
        .title(given.text("title").orElse(null))
        .genres(all)
        .anyGenres(any)
        .withoutGenres(without)
        .wholeGenres(true)
        .types(given.texts("types"))
        .episodes(range(given, "episodes"))
        .rating(range(given, "rating"))
        .members(range(given, "members"))
        .hideAdult(ground.hideAdult() && !adult)
        .build();
  }

  /** Genres that were given as texts, as the catalogue writes them. */
  static List<String> genres(Arguments given, String name, Catalogue catalogue)
      throws ToolArgumentException {
    List<String> genres = new ArrayList<>();
    for (String said : given.texts(name)) {
      genres.add(genre(name, said, catalogue));
    }
    return genres;
  }

  private static String genre(String name, String said, Catalogue catalogue)
      throws ToolArgumentException {
    for (String genre : catalogue.genres()) {
      if (genre.equalsIgnoreCase(said)) {
        return genre;
      }
    }
    throw new ToolArgumentException(
        catalogue.genres().isEmpty()
            ? "'%s' is \"%s\", but this data set has no genres.".formatted(name, said)
            : "'%s' is \"%s\"; did you mean \"%s\"? There are: %s."
                .formatted(
                    name,
                    Harmless.line(said),
                    NearestName.of(said, catalogue.genres()),
                    String.join(", ", catalogue.genres())));
  }

  private static NumberRange range(Arguments given, String number) throws ToolArgumentException {
    OptionalDouble low = end(given, "min_" + number);
    OptionalDouble high = end(given, "max_" + number);
    if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
      throw new ToolArgumentException(
          "'min_%s' is %s and 'max_%s' is %s; nothing lies between them."
              .formatted(
                  number,
                  Arguments.plain(low.getAsDouble()),
                  number,
                  Arguments.plain(high.getAsDouble())));
    }
    return low.isEmpty() && high.isEmpty()
        ? NumberRange.ANY
        : NumberRange.between(
            low.orElse(Double.NEGATIVE_INFINITY), high.orElse(Double.POSITIVE_INFINITY));
  }

  private static OptionalDouble end(Arguments given, String name) {
    OptionalInt whole = given.whole(name);
    return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : given.decimal(name);
  }

  /** Catalogue rows that somebody watched, or does not want; what they plan is not among them. */
  static BitSet watchedOrUnwanted(Asker asker, Catalogue catalogue) {
    BitSet rows = asker.taste().rows();
    rows.or(unwanted(asker, catalogue));
    return rows;
  }

  /** Catalogue rows that somebody does not want. */
  static BitSet unwanted(Asker asker, Catalogue catalogue) {
    return asker.list().orElse(MyList.EMPTY).rows(Status.NOT_INTERESTED, catalogue);
  }

  /** "Comedy, ≤ 13 ep"; empty where nothing is asked for. */
  static String inWords(Arguments given) {
    List<String> words = new ArrayList<>();
    given.text("title").ifPresent(title -> words.add(Harmless.quoted(title)));
    given.texts("genres").forEach(words::add);
    if (given.has("any_genres")) {
      words.add(
          String.join(" or ", given.texts("any_genres").stream().map(Harmless::line).toList()));
    }
    given.texts("without_genres").forEach(genre -> words.add("no " + Harmless.line(genre)));
    if (given.has("types")) {
      words.add(String.join(" or ", given.texts("types")));
    }
    ends(words, given, "episodes", " ep");
    ends(words, given, "rating", " ★");
    ends(words, given, "members", " members");
    return String.join(", ", words);
  }

  private static void ends(List<String> words, Arguments given, String number, String unit) {
    end(given, "min_" + number).ifPresent(x -> words.add("≥ " + Arguments.plain(x) + unit));
    end(given, "max_" + number).ifPresent(x -> words.add("≤ " + Arguments.plain(x) + unit));
  }
}
