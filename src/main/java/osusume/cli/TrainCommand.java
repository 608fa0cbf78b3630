package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.data.Dataset;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.recommend.rating.RatingFit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume train}: learns taste groups, and to predict ratings, from the open data set. */
@Command(
    name = "train",
    description =
        "Learns taste groups from the ratings, and to predict ratings, and keeps the models.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class TrainCommand implements Callable<Integer> {
  /** The parts that can be fitted on their own. */
  enum Part {
    NMF,
    RATING
  }

  @Mixin private DatasetOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--components",
      paramLabel = "K",
      defaultValue = "20",
      description = "taste groups, 2 to 200 (default: ${DEFAULT-VALUE})")
  private int components;

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      defaultValue = "200",
      description = "iterations at the most (default: ${DEFAULT-VALUE})")
  private int maxIterations;

  @Option(
      names = "--tol",
      paramLabel = "X",
      defaultValue = "1e-4",
      description =
          "stop once the relative error has fallen by less than X over five iterations (default:"
              + " ${DEFAULT-VALUE})")
  private double tolerance;

  @Option(
      names = "--start",
      paramLabel = "nndsvd|random",
      defaultValue = "nndsvd",
      description = "where the iterations start (default: ${DEFAULT-VALUE})")
  private NmfSettings.Start start;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "the same seed gives the same model (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--only",
      paramLabel = "PART",
      defaultValue = "nmf",
      description =
          "what to fit: nmf, the taste groups, or rating, which predict fits by itself when it is"
              + " first asked (default: ${DEFAULT-VALUE})")
  private Part only;

  private NmfSettings settings() {
    try {
      return new NmfSettings(components, maxIterations, tolerance, start, seed);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  @Override
  public Integer call() throws IOException {
    NmfSettings settings = settings();
    options.open();
    Map<String, Object> document = new LinkedHashMap<>();
    switch (only) {
      case NMF -> trainNmf(settings, document);
      case RATING -> fitRatings(document);
    }
    if (options.json()) {
      options.printJson(document);
    }
    return 0;
  }

  private void fitRatings(Map<String, Object> document) throws IOException {
    RatingFit fit = options.workspace().fitRatings(options.progress());
    Dataset data = options.workspace().opened().data();
    Path file = options.workspace().models().ratingFile(data);
    if (options.json()) {
      Map<String, Object> rating = new LinkedHashMap<>();
      rating.put("seconds", fit.seconds());
      rating.put("file", file.toString());
      document.put("rating", rating);
    } else {
      options
          .out()
          .printf(
              "Learned to predict the ratings of \"%s\" in %.1f s.%nKept in %s%n",
              data.name(), fit.seconds(), file);
    }
  }

  private void trainNmf(NmfSettings settings, Map<String, Object> document) throws IOException {
    Opened opened = options.workspace().train(settings, options.progress(), IterationListener.NONE);
    Opened.Trained trained = opened.trained().orElseThrow();
    NmfModel model = trained.model();
    if (options.json()) {
      document.put("components", model.components());
      document.put("iterations", model.iterations());
      document.put("converged", model.converged());
      document.put("relative_error", model.relativeError());
      document.put("seconds", model.seconds());
      document.put("file", trained.file().toString());
    } else {
      options
          .out()
          .printf(
              "Learned %d taste groups of \"%s\" in %.1f s: %d iterations, %s, relative error"
                  + " %.4f.%nKept in %s%n",
              model.components(),
              opened.data().name(),
              model.seconds(),
              model.iterations(),
              model.converged() ? "converged" : "not converged yet",
              model.relativeError(),
              trained.file());
    }
  }
}
