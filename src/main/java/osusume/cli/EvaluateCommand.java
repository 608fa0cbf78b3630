package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import osusume.data.Dataset;
import osusume.data.NearestName;
import osusume.evaluate.Evaluation;
import osusume.evaluate.Plan;
import osusume.evaluate.Protocol;
import osusume.evaluate.Report;
import osusume.evaluate.ReportCsv;
import osusume.evaluate.ReportDocument;
import osusume.nmf.NmfSettings;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.rating.RatingStrategies;
import osusume.recommend.rating.RatingStrategy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume evaluate}: how good the strategies, or an assistant, are on the open data set. */
@Command(
    name = "evaluate",
    description =
        "Measures how good the strategies are, on ratings that are held back from them; or how good"
            + " an assistant is, on written requests.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class EvaluateCommand implements Callable<Integer> {
  private static final List<String> OF_STRATEGIES =
      List.of("--strategies", "--protocol", "--seed", "--folds", "--csv");
  private static final List<String> OF_ASSISTANTS =
      List.of("--model", "--base-url", "--context", "--requests", "--mode", "--show-held");

  private final AssistantDoor assistants;

  @Mixin private DatasetOptions options;
  @Mixin private ExamOptions exam;
  @Spec private CommandSpec spec;

  @Option(
      names = "--strategies",
      paramLabel = "NAME",
      split = ",",
      description = "the strategies to test, with commas between them (default: all)")
  private List<String> strategies;

  @Option(
      names = {"--protocol", "--protocols"},
      paramLabel = "NAME",
      split = ",",
      description = "P1, P1f, P2, P3, P4, cold-start, with commas between them (default: all)")
  private List<String> protocols;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what is held back; the same seed gives the same figures (default: 1)")
  private long seed;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "1",
      description = "disjoint folds for cross-validation, 1 to 100 (default: 1)")
  private int folds;

  @Option(names = "--csv", paramLabel = "FILE", description = "write the figures to FILE as well")
  private Path csv;

  EvaluateCommand(AssistantDoor assistants) {
    this.assistants = assistants;
  }

  @Override
  public Integer call() throws IOException {
    checkWhatIsMeasured();
    if (exam.asked()) {
      new AssistantExam(options, exam, assistants).run();
      return 0;
    }
    Plan plan = plan();
    Dataset data = options.open().data();
    if (data.simulated()) {
      options.say(
          "The ratings of \"%s\" are simulated: the figures say little about real people."
              .formatted(data.name()));
    }
    Report report = Evaluation.run(data, plan, options.progress());
    if (csv != null) {
      ReportCsv.write(csv, report);
    }
    if (options.json()) {
      options.printJson(ReportDocument.of(report));
    } else {
      new ReportText(report).print(options.out());
    }
    return 0;
  }

  private void checkWhatIsMeasured() {
    for (String option : exam.asked() ? OF_STRATEGIES : OF_ASSISTANTS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw wrong(
            exam.asked()
                ? option + " is about strategies, so it can't stand beside --assistant."
                : option + " is about an assistant; say which by --assistant.");
      }
    }
  }

  private Plan plan() {
    Set<Protocol> tests = tests();
    List<Strategy> rankers = new ArrayList<>(Strategies.ALL);
    List<RatingStrategy> raters = new ArrayList<>(RatingStrategies.ALL);
    if (strategies != null) {
      List<String> all =
          Stream.concat(
                  rankers.stream().map(Strategy::name), raters.stream().map(RatingStrategy::name))
              .toList();
      strategies.forEach(name -> check("strategy", "strategies", name, all));
      rankers.removeIf(
          strategy -> strategies.stream().noneMatch(strategy.name()::equalsIgnoreCase));
      raters.removeIf(strategy -> strategies.stream().noneMatch(strategy.name()::equalsIgnoreCase));
      if (protocols == null) {
        tests.removeIf(test -> !applies(test, rankers, raters));
      }
    }
    try {
      return new Plan(rankers, raters, tests, seed, folds, NmfSettings.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private static boolean applies(
      Protocol test, List<Strategy> rankers, List<RatingStrategy> raters) {
    return test.ranks() && !rankers.isEmpty() || test.rates() && !raters.isEmpty();
  }

  private Set<Protocol> tests() {
    Set<Protocol> tests = EnumSet.allOf(Protocol.class);
    if (protocols != null) {
      List<String> keys = Stream.of(Protocol.values()).map(Protocol::key).toList();
      protocols.forEach(name -> check("protocol", "protocols", name, keys));
      tests.removeIf(test -> protocols.stream().noneMatch(test.key()::equalsIgnoreCase));
    }
    return tests;
  }

  private void check(String one, String many, String name, Collection<String> known) {
    if (known.stream().noneMatch(name::equalsIgnoreCase)) {
      throw wrong(
          "There is no %s '%s'; did you mean '%s'? The %s are: %s."
              .formatted(one, name, NearestName.of(name, known), many, String.join(", ", known)));
    }
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
