package osusume.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.app.RatingDocument;
import osusume.data.Dataset;
import osusume.data.NumberRange;
import osusume.data.RatingFilter;
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
      options.streamJson(
          json ->
              RatingDocument.writeAll(filter, opened.data(), page.offset(), page.limit(), json));
    } else {
      printTable(opened.data(), filter);
    }
    return 0;
  }

  private void printTable(Dataset data, RatingFilter filter) throws IOException {
    PrintStream out = options.out();
    out.println("   user  rating  title");
    int[] count = new int[1];
    filter.forEach(
        data,
        page.offset(),
        page.limit(),
        (user, anime, given) -> {
          String name = data.catalogue().anime(data.catalogue().rowOfId(anime)).name();
          String shown = given < 0 ? "–" : String.valueOf(given);
          out.printf("%7d  %6s  %s (%d)%n", user, shown, name, anime);
          // Ends once nobody reads the answer any more.
          if (++count[0] % ROWS_BETWEEN_CHECKS == 0) {
            options.flushAnswer();
          }
        });
    options.say("%,d ratings.".formatted(count[0]));
  }
}
