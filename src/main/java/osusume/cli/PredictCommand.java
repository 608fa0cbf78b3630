package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.data.io.RatingPairs;
import osusume.recommend.rating.RatingPredictor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code osusume predict}: what people would rate titles, one answer a row of a file. */
@Command(
    name = "predict",
    description = "Predicts the rating, from 1 to 10, that users would give titles.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class PredictCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;

  @Parameters(
      paramLabel = "PAIRS.csv",
      description =
          "a CSV file with the columns user_id and anime_id; prints user_id,anime_id,predicted, a"
              + " row for each of its rows")
  private Path pairs;

  @Override
  public Integer call() throws IOException {
    RatingPairs asked = RatingPairs.read(pairs);
    Opened opened = options.open();
    RatingPredictor predictor = options.ratingPredictor();
    PredictedPairs predicted = PredictedPairs.of(asked, opened.data(), predictor);
    if (options.json()) {
      predicted.printJson(options.out());
    } else {
      predicted.printCsv(options.out());
    }
    sayUnknown(predicted.unknownUsers(), "a user");
    sayUnknown(predicted.unknownTitles(), "a title");
    return 0;
  }

  private void sayUnknown(int rows, String what) {
    if (rows > 0) {
      options.say(
          "%,d %s %s that the data set lacks; they were predicted without knowing it."
              .formatted(rows, rows == 1 ? "row names" : "rows name", what));
    }
  }
}
