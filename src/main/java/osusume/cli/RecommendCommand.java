package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.app.ReasonText;
import osusume.data.Anime;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
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
  @Mixin private AnimeFilterOptions filter;
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

  @Option(
      names = "-k",
      paramLabel = "N",
      defaultValue = "" + Request.DEFAULT_K,
      description = "how many titles (default: ${DEFAULT-VALUE})")
  private int k;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description =
          "blend: several scores and facts weighed; mix: all taste groups a person has a part in;"
              + " group: the largest of them; similar: what titles say for each other; popular: the"
              + " most watched (default: ${DEFAULT-VALUE})")
  private String strategy = Strategies.ALL.getFirst().name();

  @Option(
      names = "--franchises",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "one row a franchise (accepted; without effect in this version)")
  private OnOff franchises;

  @Override
  public Integer call() throws IOException {
    int ways = (user == null ? 0 : 1) + (users == null ? 0 : 1) + (lists == null ? 0 : 1);
    if (ways != 1) {
      throw wrong("Say for whom: either USER, or --users all|FILE, or --lists FILE.");
    }
    if (k < 1) {
      throw wrong("-k is " + k + ", but at least 1 title must be asked for.");
    }
    if (Strategies.ALL.stream().noneMatch(known -> known.name().equals(strategy))) {
      throw wrong(
          "There is no strategy '%s'; there are: %s."
              .formatted(
                  strategy,
                  String.join(", ", Strategies.ALL.stream().map(Strategy::name).toList())));
    }
    Opened opened = options.open();
    People people = people(opened);
    String used = options.ready(candidates());
    if (user != null) {
      options.workspace().openIfKept(Part.RATING, options::tell);
    }
    opened = options.workspace().opened();
    Function<Taste, Request> request =
        taste ->
            Request.of(taste, used)
                .k(k)
                .filter(filter.filter())
                .franchises(franchises.isOn())
                .build();
    if (user == null) {
      new RecommendationLines(opened, request, options).print(people);
    } else {
      print(opened, opened.recommendations().answer(request.apply(people.tastes().apply(0))));
    }
    return 0;
  }

  /** What somebody named they get, or what is popular; who named none gets the best there is. */
  private List<String> candidates() {
    boolean named = spec.commandLine().getParseResult().hasMatchedOption("--strategy");
    return named
        ? List.of(strategy, POPULAR)
        : Strategies.ALL.stream().map(Strategy::name).toList();
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

  private void print(Opened opened, Answer answer) {
    if (options.json()) {
      options.printJson(new AnswerDocument(opened).of(answer));
      return;
    }
    ReasonText words = new ReasonText(opened);
    for (Recommendation recommendation : answer.recommendations()) {
      Anime anime = opened.data().catalogue().anime(recommendation.animeRow());
      options
          .out()
          .printf(
              Locale.ROOT,
              "%2d  %s  (%s, %s, weight %s)%n",
              recommendation.rank(),
              anime.name(),
              facts(anime),
              anime.genreText(),
              weight(recommendation.weight()));
      recommendation.reasons().stream()
          .limit(4)
          .forEach(
              reason ->
                  options
                      .out()
                      .printf(
                          Locale.ROOT,
                          "      %3.0f %%  %s%n",
                          100 * reason.share(),
                          words.of(reason)));
    }
    answer
        .removed()
        .forEach((part, count) -> options.say("%,d titles removed by %s".formatted(count, part)));
    if (!answer.note().isEmpty()) {
      options.say(answer.note());
    }
  }

  /** Scores of factors are small and continuous, numbers of watchers large and whole. */
  private static String weight(double weight) {
    return String.format(Locale.ROOT, weight == Math.rint(weight) ? "%,.0f" : "%.3f", weight);
  }

  private static String facts(Anime anime) {
    String episodes = anime.episodes() < 0 ? "" : ", " + anime.episodes() + " ep";
    String rating =
        Double.isNaN(anime.rating()) ? "" : String.format(Locale.ROOT, ", %.2f", anime.rating());
    return anime.type() + episodes + rating;
  }
}
