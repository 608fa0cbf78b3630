package osusume.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import osusume.app.Kept;
import osusume.app.Part;
import osusume.app.UsualTraining;
import osusume.data.Dataset;
import osusume.data.NearestName;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume train}: learns everything the strategies need from the open data set. */
@Command(
    name = "train",
    description =
        "Learns from the ratings everything the strategies need and what predicts ratings, and"
            + " keeps it. The options but --only are those of the taste groups (nmf).",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class TrainCommand implements Callable<Integer> {
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
      description =
          "learn one part alone: nmf, the taste groups; similar, how titles go together; blend, how"
              + " much each score counts; rating, what people would rate titles; bagged, taste"
              + " groups of samples of the users")
  private String only;

  private NmfSettings settings() {
    try {
      return new NmfSettings(components, maxIterations, tolerance, start, seed);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Part<?>> parts() {
    if (only == null) {
      return Part.ALL;
    }
    List<String> names = Part.ALL.stream().map(Part::name).toList();
    return List.of(
        Part.named(only.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no part '%s'; did you mean '%s'? The parts are: %s."
                            .formatted(
                                only, NearestName.of(only, names), String.join(", ", names)))));
  }

  @Override
  public Integer call() throws IOException {
    NmfSettings settings = settings();
    List<Part<?>> parts = parts();
    Dataset data = options.open().data();
    Map<String, Object> document = new LinkedHashMap<>();
    List<Progress> stretches = Part.shares(parts, options.progress());
    int learned = 0;
    boolean groupsPossible = parts.size() == 1 || UsualTraining.of(data).isPresent();
    for (int i = 0; i < parts.size(); i++) {
      try {
        learn(parts.get(i), settings, stretches.get(i), data, document);
        learned++;
      } catch (IllegalArgumentException e) {
        // Taste groups that other options would give are not done without unasked.
        if (parts.size() == 1 || parts.get(i) == Part.NMF && groupsPossible) {
          throw e;
        }
        options.say("osusume: " + e.getMessage() + " The other parts are not concerned.");
      } catch (IOException e) {
        throw learned == 0
            ? e
            : new IOException(e.getMessage() + " What was learned before that is kept.", e);
      }
    }
    if (learned == 0) {
      return 1;
    }
    if (options.json()) {
      options.printJson(document);
    }
    return 0;
  }

  private void learn(
      Part<?> part,
      NmfSettings settings,
      Progress progress,
      Dataset data,
      Map<String, Object> document)
      throws IOException {
    if (part == Part.NMF) {
      Kept<NmfModel> kept = options.workspace().keepNmf(settings, progress, IterationListener.NONE);
      if (options.json()) {
        describe(kept, document);
      } else {
        print(kept, data);
      }
    } else {
      Kept<?> kept = options.workspace().keep(part, progress);
      if (options.json()) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("seconds", kept.origin().seconds());
        described.put("file", kept.file().toString());
        document.put(part.name(), described);
      } else {
        options
            .out()
            .printf(
                "Learned %s in %.1f s.%nKept in %s%n",
                part.meaning(), kept.origin().seconds(), kept.file());
      }
    }
    // What is done is said before the next part, which may take a while.
    options.flushAnswer();
  }

  private static void describe(Kept<NmfModel> kept, Map<String, Object> document) {
    NmfModel model = kept.content();
    document.put("components", model.components());
    document.put("iterations", model.iterations());
    document.put("converged", model.converged());
    document.put("relative_error", model.relativeError());
    document.put("seconds", model.seconds());
    document.put("file", kept.file().toString());
  }

  private void print(Kept<NmfModel> kept, Dataset data) {
    NmfModel model = kept.content();
    options
        .out()
        .printf(
            "Learned %d taste groups of \"%s\" in %.1f s: %d iterations, %s, relative error %.4f.%n"
                + "Kept in %s%n",
            model.components(),
            data.name(),
            model.seconds(),
            model.iterations(),
            model.converged() ? "converged" : "not converged yet",
            model.relativeError(),
            kept.file());
  }
}
