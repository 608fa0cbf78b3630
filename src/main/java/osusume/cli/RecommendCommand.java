package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.TakenOut;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume recommend}: titles for one user, for many, or for people outside the data set. */
@Command(
    name = "recommend",
    description = "Recommends titles that a person has not watched yet.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class RecommendCommand implements Callable<Integer> {
  private static final String POPULAR = "popular";

  @Mixin private DatasetOptions options;
  @Mixin private RecommendOptions wanted;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "USER", description = "a user of the data set, by id")
  private Integer user;

  @Option(
      names = "--users",
      paramLabel = "all|FILE",
      description =
          "all users, or those whose ids stand in FILE, one a line; prints one JSON line a user")
  private String users;

  @Option(
      names = "--lists",
      paramLabel = "FILE",
      description =
          "people outside the data set, as CSV user_id,anime_id,rating; prints one JSON line a"
              + " person")
  private Path lists;

  @Override
  public Integer call() throws IOException {
    int ways = (user == null ? 0 : 1) + (users == null ? 0 : 1) + (lists == null ? 0 : 1);
    if (ways != 1) {
      throw wrong("Say for whom: either USER, or --users all|FILE, or --lists FILE.");
    }
    try {
      wanted.check();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    Opened opened = options.open();
    People people = people(opened);
    TakenOut takenOut = wanted.takenOut(opened.data().catalogue());
    // Who ranks by rating asks no strategy, so that none needs to be learned for it.
    String used = wanted.byRating() ? POPULAR : options.ready(candidates());
    if (wanted.byRating()) {
      if (namesStrategy()) {
        options.say(
            "--aim rate ranks by predicted ratings, so the strategy %s is not asked."
                .formatted(wanted.strategy()));
      }
      options.readyToPredict();
    } else if (user != null) {
      options.workspace().openIfKept(Part.RATING, options::tell);
    }
    opened = options.workspace().opened();
    if (!takenOut.groups().isEmpty()) {
      takenOut.requireGroupsAmong(opened.trained().orElseThrow().model().components());
    }
    Recommendations door = opened.recommendations();
    Function<Taste, Request> request = taste -> wanted.request(taste, used, takenOut);
    if (user == null) {
      new RecommendationLines(opened.data().catalogue(), door, request, options).print(people);
    } else {
      Taste taste = people.tastes().apply(0);
      sayNotOnList(opened.data().catalogue(), taste);
      print(opened, door.answer(request.apply(taste)));
    }
    return 0;
  }

  /**
   * What somebody named they get, or what is popular; who named none gets the best there is. None
   * of them makes nothing of an option that was given.
   */
  private List<String> candidates() {
    Stream<String> names =
        namesStrategy()
            ? Stream.of(wanted.strategy(), POPULAR)
            : Strategies.ALL.stream().map(Strategy::name);
    return names.filter(wanted::appliesTo).toList();
  }

  private boolean namesStrategy() {
    return spec.commandLine().getParseResult().hasMatchedOption("--strategy");
  }

  private People people(Opened opened) throws IOException {
    if (user != null) {
      return People.users(opened, new int[] {user});
    }
    if (lists != null) {
      return People.lists(opened, lists, options::say);
    }
    return People.users(
        opened,
        users.equals("all") ? opened.data().ratings().rowIds() : UserIdFile.read(Path.of(users)));
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private void sayNotOnList(Catalogue catalogue, Taste taste) {
    for (int id : wanted.without()) {
      if (!taste.holds(catalogue.rowOfId(id))) {
        options.say(
            "%d is not on the list of user %d; without it nothing changes.".formatted(id, user));
      }
    }
  }

  private void print(Opened opened, Answer answer) {
    if (options.json()) {
      options.printJson(new AnswerDocument(opened).of(answer));
      return;
    }
    new AnswerText(opened).print(answer, options.out());
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
