package osusume.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.Dataset;
import osusume.data.Rating;
import osusume.data.RatingFilter;
import osusume.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code osusume user}: lists who rated what. */
@Command(
    name = "user",
    description = "Lists the ratings that fit every given filter; -1 is \"watched, not rated\".",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class UserCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions options;
  @Mixin private PageOptions page;

  @Option(names = "--user-id", paramLabel = "ID", description = "this user")
  private Integer userId;

  @Option(names = "--anime-id", paramLabel = "ID", description = "this title")
  private Integer animeId;

  @Option(names = "--rating", paramLabel = "X", description = "this rating")
  private Double rating;

  @Option(names = "--mt-rating", paramLabel = "X", description = "a rating above X")
  private Double higherRating;

  @Option(names = "--lt-rating", paramLabel = "X", description = "a rating below X")
  private Double lowerRating;

  @Override
  public Integer call() throws IOException {
    Opened opened = options.open();
    if (userId != null) {
      opened.tasteOf(userId);
    }
    RatingFilter filter =
        new RatingFilter(
            userId, animeId, AnimeFilterOptions.range(rating, higherRating, lowerRating));
    if (options.json()) {
      printJson(opened.data(), filter);
    } else {
      printTable(opened.data(), filter);
    }
    return 0;
  }

  /** Row by row, for there may be millions. */
  private void printJson(Dataset data, RatingFilter filter) throws IOException {
    try (JsonGenerator json = Json.mapper().createGenerator(options.out())) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartArray();
      filter.forEach(data, page.offset(), page.limit(), row -> writeRow(json, row));
      json.writeEndArray();
    }
    options.out().println();
  }

  private static void writeRow(JsonGenerator json, Rating row) {
    try {
      json.writePOJO(row.asColumns());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void printTable(Dataset data, RatingFilter filter) {
    options.out().println("   user  rating  title");
    filter.forEach(
        data,
        page.offset(),
        page.limit(),
        row -> {
          Anime anime = data.catalogue().anime(data.catalogue().rowOfId(row.animeId()));
          String given = row.rating() < 0 ? "–" : String.valueOf(row.rating());
          options
              .out()
              .printf("%7d  %6s  %s (%d)%n", row.userId(), given, anime.name(), anime.id());
        });
  }
}
