package osusume.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.TakenOut;
import osusume.recommend.Wish;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code osusume recommend}: titles for one person, two or many, or like some titles. */
@Command(
    name = "recommend",
    description = "Recommends titles that a person has not watched yet.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class RecommendCommand implements Callable<Integer> {
  private static final String POPULAR = "popular";

  @Mixin private DatasetOptions options;
  @Mixin private ForWhom forWhom;
  @Mixin private RecommendOptions recommendOptions;
  @Spec private CommandSpec spec;

  private Wish wanted;

  @Override
  public Integer call() throws IOException {
    wanted = recommendOptions.wish();
    try {
      forWhom.check();
      wanted.check();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    if (forWhom.ofTitles() && wanted.byRating()) {
      throw wrong(
          "--like names titles that are nobody's list, so there is no rating for --aim rate to rank"
              + " by. Leave out one of the two.");
    }
    // Everybody is known before anything is worked out, so that a wrong id costs no training.
    Opened bare = options.open();
    if (!forWhom.one()) {
      People people = forWhom.people(bare, options::say);
      TakenOut takenOut = wanted.takenOut(bare.data().catalogue());
      String used = ready(takenOut);
      Opened opened = options.workspace().opened();
      Function<Taste, Request> request =
          taste -> wanted.request(taste, Optional.empty(), used, takenOut);
      new RecommendationLines(opened.data().catalogue(), opened.recommendations(), request, options)
          .print(people);
      return 0;
    }
    Taste taste = forWhom.taste(bare, options);
    Optional<Taste> companion = forWhom.companion(bare, options);
    TakenOut takenOut = wanted.takenOut(bare.data().catalogue());
    String used = ready(takenOut);
    Opened opened = options.workspace().opened();
    sayNotOnList(opened.data().catalogue(), taste, companion);
    print(
        opened, opened.recommendations().answer(wanted.request(taste, companion, used, takenOut)));
    return 0;
  }

  /**
   * Opens what the answer needs, learning what is missing.
   *
   * @return the strategy that is asked
   */
  private String ready(TakenOut takenOut) throws IOException {
    // Who ranks by rating asks no strategy, so that none needs to be learned for it.
    String used = wanted.byRating() ? POPULAR : options.ready(candidates());
    wanted.unasked().ifPresent(options::say);
    if (wanted.byRating()) {
      options.readyToPredict();
    } else if (forWhom.one() && !forWhom.ofTitles()) {
      options.workspace().openIfKept(Part.RATING, options::tell);
    }
    if (!takenOut.groups().isEmpty()) {
      Opened opened = options.workspace().opened();
      takenOut.requireGroupsAmong(opened.trained().orElseThrow().model().components());
    }
    return used;
  }

  /**
   * What somebody named they get, or what is popular; who named none gets the best there is. None
   * of them makes nothing of an option that was given.
   */
  private List<String> candidates() {
    Stream<String> names =
        wanted
            .strategy()
            .map(named -> Stream.of(named, POPULAR))
            .orElseGet(() -> Strategies.ALL.stream().map(Strategy::name));
    return names.filter(wanted::appliesTo).toList();
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private void sayNotOnList(Catalogue catalogue, Taste taste, Optional<Taste> companion) {
    for (int id : wanted.without()) {
      int row = catalogue.rowOfId(id);
      if (!taste.holds(row) && companion.filter(other -> other.holds(row)).isEmpty()) {
        options.say("%d is not %s; without it nothing changes.".formatted(id, forWhom.list()));
      }
    }
  }

  private void print(Opened opened, Answer answer) throws IOException {
    if (options.json()) {
      options.streamJson(json -> forWhom.document(opened).write(wanted.noted(answer), json));
      return;
    }
    forWhom.text(opened).print(answer, options.out());
    answer.removed().forEach(this::sayRemoved);
    if (!answer.note().isEmpty()) {
      options.say(answer.note());
    }
  }

  private void sayRemoved(String part, int count) {
    if (!part.equals("franchises")) {
      options.say("%,d titles removed by %s".formatted(count, part));
    } else if (count > 0) {
      options.say("%,d titles are parts of a story that has its row".formatted(count));
    }
  }
}
