package osusume.cli;

import java.io.IOException;
import java.util.Optional;
import osusume.app.Opened;
import osusume.app.UsualTraining;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfSettings;
import osusume.recommend.rating.RatingFit;
import osusume.recommend.rating.RatingPredictor;
import picocli.CommandLine.Option;

/** What every command takes that works on a data set which is kept already. */
final class DatasetOptions extends WorkspaceOptions {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "the data set to use, instead of the one that was open last")
  private String dataset;

  DatasetOptions(Streams streams, PlacesOptions places) {
    super(streams, places);
  }

  /** Opens the data set that was asked for, without any training. */
  Opened open() throws IOException {
    return workspace().open(dataset, progress(), this::tell);
  }

  /**
   * Sees to it that a strategy can be asked; what it needs and is not there yet is learned and
   * kept.
   */
  Opened ready(Opened opened, String strategy) throws IOException {
    return switch (strategy) {
      case "popular" -> opened;
      case "mix", "group" -> trained(opened);
      default -> workspace().openItemStrategies(progress(), this::tell);
    };
  }

  /**
   * Gives an opened data set the model it lacks, trained with the usual settings, and says so; a
   * data set with too little to learn from stays without.
   *
   * @throws IOException if there is a model that can't be used: it is not replaced unless the
   *     person trains
   */
  private Opened trained(Opened opened) throws IOException {
    if (opened.trained().isPresent()) {
      return opened;
    }
    if (opened.modelTrouble().isPresent()) {
      throw new IOException(
          "Without that model there are no taste groups. \"osusume train\" makes a new one;"
              + " \"--strategy popular\" needs none.");
    }
    Optional<NmfSettings> settings = UsualTraining.of(opened.data());
    if (settings.isEmpty()) {
      say(
          "\"%s\" has too few ratings to learn taste groups from, so these are the most watched titles."
              .formatted(opened.data().name()));
      return opened;
    }
    say(
        "There is no model of \"%s\" yet; training one with the usual settings."
            .formatted(opened.data().name()));
    return workspace().trainAnyhow(settings.get(), progress(), IterationListener.NONE, this::tell);
  }

  /**
   * What predicts ratings for the data set that is open; where nothing of the kind is kept yet, or
   * what is kept is no good, it is fitted and kept.
   */
  RatingPredictor ratingPredictor() throws IOException {
    Optional<RatingFit> kept = workspace().ratings(this::tell);
    if (kept.isPresent()) {
      return kept.get().stack();
    }
    say(
        "There is no rating model of \"%s\" yet; fitting one."
            .formatted(workspace().opened().data().name()));
    return workspace().fitRatings(progress()).stack();
  }
}
