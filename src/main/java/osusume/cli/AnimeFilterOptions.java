package osusume.cli;

import java.util.List;
import osusume.data.AnimeFilter;
import osusume.data.NumberRange;
import picocli.CommandLine.Option;

/** The options that say which titles are wanted, named like the parameters of {@code /anime}. */
final class AnimeFilterOptions {
  @Option(names = "--anime-id", paramLabel = "ID", description = "this MyAnimeList id")
  private Integer animeId;

  @Option(names = "--name", paramLabel = "TEXT", description = "the whole name, whatever the case")
  private String name;

  @Option(names = "--title", paramLabel = "TEXT", description = "text that the name contains")
  private String title;

  @Option(
      names = "--genre",
      paramLabel = "TEXT",
      description = "text that the genres contain; repeat it and all must match")
  private List<String> genres = List.of();

  @Option(
      names = "--without-genre",
      paramLabel = "TEXT",
      description = "text that the genres must not contain; repeatable")
  private List<String> withoutGenres = List.of();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "TV, Movie, OVA, Special, ONA or Music; repeat it and any may match")
  private List<String> types = List.of();

  @Option(
      names = "--episodes",
      paramLabel = "N",
      description = "this number of episodes",
      converter = FiniteNumber.class)
  private Double episodes;

  @Option(
      names = "--mt-episodes",
      paramLabel = "N",
      description = "more episodes than N",
      converter = FiniteNumber.class)
  private Double moreEpisodes;

  @Option(
      names = "--lt-episodes",
      paramLabel = "N",
      description = "fewer episodes than N",
      converter = FiniteNumber.class)
  private Double fewerEpisodes;

  @Option(
      names = "--rating",
      paramLabel = "X",
      description = "this mean rating",
      converter = FiniteNumber.class)
  private Double rating;

  @Option(
      names = "--mt-rating",
      paramLabel = "X",
      description = "a mean rating above X",
      converter = FiniteNumber.class)
  private Double higherRating;

  @Option(
      names = "--lt-rating",
      paramLabel = "X",
      description = "a mean rating below X",
      converter = FiniteNumber.class)
  private Double lowerRating;

  @Option(
      names = "--members",
      paramLabel = "N",
      description = "this number of members",
      converter = FiniteNumber.class)
  private Double members;

  @Option(
      names = "--mt-members",
      paramLabel = "N",
      description = "more members than N",
      converter = FiniteNumber.class)
  private Double moreMembers;

  @Option(
      names = "--lt-members",
      paramLabel = "N",
      description = "fewer members than N",
      converter = FiniteNumber.class)
  private Double fewerMembers;

  @Option(
      names = "--adult",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "whether adult titles are shown (default: on)")
  private OnOff adult;

  AnimeFilter filter() {
    return AnimeFilter.builder()
        .animeId(animeId)
        .name(name)
        .title(title)
        .genres(genres)
        .withoutGenres(withoutGenres)
        .types(types)
        .episodes(NumberRange.of(episodes, moreEpisodes, fewerEpisodes))
        .rating(NumberRange.of(rating, higherRating, lowerRating))
        .members(NumberRange.of(members, moreMembers, fewerMembers))
        .hideAdult(!adult.isOn())
        .build();
  }
}
