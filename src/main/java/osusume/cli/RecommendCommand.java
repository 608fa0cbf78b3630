package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.app.ReasonText;
import osusume.data.Anime;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
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
  @Mixin private WorkspaceOptions options;
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
      defaultValue = "mix",
      description =
          "mix: all taste groups a person has a part in; group: the largest of them; popular: the"
              + " most watched (default: ${DEFAULT-VALUE})")
  private String strategy;

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
    Opened opened = options.openTrained();
    checkStrategy(opened);
    if (user != null) {
      recommendOne(opened);
      return 0;
    }
    RecommendationLines lines = new RecommendationLines(opened, this::request, options.out());
    if (lists != null) {
      lines.printLists(lists, options::say);
    } else if (users.equals("all")) {
      lines.printUsers(opened.data().ratings().rowIds());
    } else {
      lines.printUsers(UserIdFile.read(Path.of(users)));
    }
    return 0;
  }

  private Request request(Taste taste) {
    return new Request(taste, strategy, k, filter.filter(), franchises.isOn());
  }

  private void checkStrategy(Opened opened) {
    if (!opened.recommendations().strategies().contains(strategy)) {
      throw wrong(
          "There is no strategy '%s'; there are: %s."
              .formatted(strategy, String.join(", ", opened.recommendations().strategies())));
    }
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private void recommendOne(Opened opened) {
    Answer answer = opened.recommendations().answer(request(opened.tasteOf(user)));
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
              "%2d  %s  (%s, %s, weight %.3g)%n",
              recommendation.rank(),
              anime.name(),
              facts(anime),
              anime.genreText(),
              recommendation.weight());
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

  private static String facts(Anime anime) {
    String episodes = anime.episodes() < 0 ? "" : ", " + anime.episodes() + " ep";
    String rating =
        Double.isNaN(anime.rating()) ? "" : String.format(Locale.ROOT, ", %.2f", anime.rating());
    return anime.type() + episodes + rating;
  }
}
