package osusume.http;

import java.util.List;
import osusume.data.AnimeFilter;
import osusume.data.NumberRange;

/** The parameters that say which titles are wanted, of {@code /anime} and {@code /recommend}. */
final class AnimeParameters {
  static final List<String> ON_OFF = List.of("on", "off");

  static final List<Parameter> ALL =
      List.of(
          Parameter.wholeNumber("anime_id", Integer.MIN_VALUE, "this MyAnimeList id", "5114"),
          Parameter.text("name", "the whole name, whatever the case", "Cowboy Bebop"),
          Parameter.text("title", "text that the name contains, whatever the case", "bebop"),
          Parameter.text(
                  "genre",
                  "text that the genres contain, whatever the case; repeat it and all must match",
                  "Drama")
              .repeated(),
          Parameter.text(
                  "without_genre", "text that the genres must not contain; repeatable", "Ecchi")
              .repeated(),
          Parameter.text(
                  "type",
                  "TV, Movie, OVA, Special, ONA or Music, whatever the case; repeat it and any may"
                      + " match",
                  "TV")
              .repeated(),
          Parameter.number("episodes", "this number of episodes", "26"),
          Parameter.number("mt_episodes", "more episodes than this", "12"),
          Parameter.number("lt_episodes", "fewer episodes than this", "27"),
          Parameter.number("rating", "this mean rating of MyAnimeList's members", "8.5"),
          Parameter.number("mt_rating", "a mean rating above this", "7"),
          Parameter.number("lt_rating", "a mean rating below this", "8.5"),
          Parameter.number("members", "this number of MyAnimeList members", "1000"),
          Parameter.number("mt_members", "more members than this", "1000"),
          Parameter.number("lt_members", "fewer members than this", "50000"),
          Parameter.choice("adult", ON_OFF, "whether adult titles are shown (default: on)", "off"));

  private AnimeParameters() {}

  /** The titles that a query wants. */
  static AnimeFilter filter(Query query) {
    return AnimeFilter.builder()
        .animeId(query.wholeNumber("anime_id").orElse(null))
        .name(query.text("name").orElse(null))
        .title(query.text("title").orElse(null))
        .genres(query.texts("genre"))
        .withoutGenres(query.texts("without_genre"))
        .types(query.texts("type"))
        .episodes(range(query, "episodes"))
        .rating(range(query, "rating"))
        .members(range(query, "members"))
        .hideAdult(query.text("adult").filter("off"::equals).isPresent())
        .build();
  }

  /** All that a query says of one number: it, {@code mt_} and {@code lt_} it. */
  static NumberRange range(Query query, String number) {
    return NumberRange.of(
        query.number(number).orElse(null),
        query.number("mt_" + number).orElse(null),
        query.number("lt_" + number).orElse(null));
  }
}
