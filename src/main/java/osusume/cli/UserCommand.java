package osusume.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.Dataset;
import osusume.data.NumberRange;
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
  private static final int ROWS_BETWEEN_CHECKS = 20_000;

  @Mixin private DatasetOptions options;
  @Mixin private PageOptions page;

  @Option(names = "--user-id", paramLabel = "ID", description = "this user")
  private Integer userId;

  @Option(names = "--anime-id", paramLabel = "ID", description = "this title")
  private Integer animeId;

  @Option(
      names = "--rating",
      paramLabel = "X",
      description = "this rating",
      converter = FiniteNumber.class)
  private Double rating;

  @Option(
      names = "--mt-rating",
      paramLabel = "X",
      description = "a rating above X",
      converter = FiniteNumber.class)
  private Double higherRating;

  @Option(
      names = "--lt-rating",
      paramLabel = "X",
      description = "a rating below X",
      converter = FiniteNumber.class)
  private Double lowerRating;

  @Override
  public Integer call() throws IOException {
    Opened opened = options.open();
    if (userId != null) {
      opened.tasteOf(userId);
    }
    RatingFilter filter =
        new RatingFilter(userId, animeId, NumberRange.of(rating, higherRating, lowerRating));
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
      forEach(data, filter, row -> json.writePOJO(row.asColumns()));
      json.writeEndArray();
    }
    options.out().println();
  }

  private void printTable(Dataset data, RatingFilter filter) throws IOException {
    options.out().println("   user  rating  title");
    int count =
        forEach(
            data,
            filter,
            row -> {
              Anime anime = data.catalogue().anime(data.catalogue().rowOfId(row.animeId()));
              String given = row.rating() < 0 ? "–" : String.valueOf(row.rating());
              options
                  .out()
                  .printf("%7d  %6s  %s (%d)%n", row.userId(), given, anime.name(), anime.id());
            });
    options.say("%,d ratings.".formatted(count));
  }

  private interface RowPrinter {
    void print(Rating row) throws IOException;
  }

  /** Hands over the rows that fit; stops once nobody reads the answer any more. */
  private int forEach(Dataset data, RatingFilter filter, RowPrinter printer) throws IOException {
    int[] count = new int[1];
    try {
      filter.forEach(
          data,
          page.offset(),
          page.limit(),
          row -> {
            try {
              printer.print(row);
              if (++count[0] % ROWS_BETWEEN_CHECKS == 0) {
                options.flushAnswer();
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return count[0];
  }
}
