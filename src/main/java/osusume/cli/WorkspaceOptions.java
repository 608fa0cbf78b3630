package osusume.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import osusume.app.AppLog;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.json.Json;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.rating.RatingFit;
import osusume.recommend.rating.RatingPredictor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What every command takes: where things lie, which data set, how to print; and the workspace that
 * follows from it.
 */
final class WorkspaceOptions {
  @Mixin private PlacesOptions places;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "the data set to use, instead of the one that was open last")
  private String dataset;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  private final Streams streams;
  private Workspace workspace;

  WorkspaceOptions(Streams streams) {
    this.streams = streams;
  }

  boolean json() {
    return json;
  }

  /** Where answers go. */
  PrintStream out() {
    return streams.out();
  }

  /** Tells the person something that is not the answer. */
  void say(String sentence) {
    streams.err().println(sentence);
  }

  void printJson(Object document) {
    streams.out().println(Json.line(document));
  }

  Progress progress() {
    return streams.interactive() ? new ConsoleProgress(streams.err()) : Progress.NONE;
  }

  Workspace workspace() {
    if (workspace == null) {
      Places found = places.places();
      AppLog.start(found.logs());
      workspace = new Workspace(found);
    }
    return workspace;
  }

  /** Opens the data set that was asked for, without any training. */
  Opened open() throws IOException {
    return workspace()
        .open(dataset, progress(), trouble -> say("osusume: " + trouble.getMessage()));
  }

  /**
   * Opens the data set that was asked for; where it has no model yet, one is trained with the usual
   * settings.
   */
  Opened openTrained() throws IOException {
    Opened opened = open();
    if (opened.trained().isPresent()) {
      return opened;
    }
    say(
        "There is no model of \"%s\" yet; training one with the usual settings."
            .formatted(opened.data().name()));
    return workspace().train(NmfSettings.DEFAULT, progress(), (iteration, error, seconds) -> {});
  }

  /**
   * What predicts ratings for the data set that is open; where nothing of the kind is kept yet, or
   * what is kept is no good, it is fitted and kept.
   */
  RatingPredictor ratingPredictor() throws IOException {
    Optional<RatingFit> kept =
        workspace().ratings(trouble -> say("osusume: " + trouble.getMessage()));
    if (kept.isPresent()) {
      return kept.get().stack();
    }
    say(
        "There is no rating model of \"%s\" yet; fitting one."
            .formatted(workspace().opened().data().name()));
    return workspace().fitRatings(progress()).stack();
  }
}
