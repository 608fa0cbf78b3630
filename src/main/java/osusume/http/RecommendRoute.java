package osusume.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.data.Taste;
import osusume.recommend.Aim;
import osusume.recommend.Answer;
import osusume.recommend.BlendPart;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.TakenOut;
import osusume.recommend.Wish;
import osusume.recommend.WrongWishException;

/** {@code /recommend/{user_id}}: titles that a user of the data set has not watched yet. */
final class RecommendRoute implements Route {
  /** Seconds, while what is missing may be there soon. */
  private static final String RETRY_WHILE_LEARNING = "10";

  /** Seconds, where a person has to do something first. */
  private static final String RETRY_AFTER = "60";

  private static final String POPULAR = "popular";
  private static final List<String> STRATEGIES =
      Strategies.ALL.stream().map(Strategy::name).toList();

  /** Those whose scores are there before anybody asks. */
  private static final Set<String> QUICK_STRATEGIES = Set.of("group", POPULAR);

  private static final int QUICK_K = 20;

  /** Those by which no text is looked for in every title, and nothing is worked out anew. */
  private static final Set<String> QUICK_PARAMETERS =
      Set.of(
          "strategy",
          "k",
          "franchises",
          "episodes",
          "mt_episodes",
          "lt_episodes",
          "rating",
          "mt_rating",
          "lt_rating",
          "members",
          "mt_members",
          "lt_members",
          "adult");

  static final List<Parameter> PARAMETERS =
      Stream.concat(
              Stream.of(
                  Parameter.wholeNumber(
                      "k", 1, "how many titles (default: " + Request.DEFAULT_K + ")", "10"),
                  Parameter.choice(
                      "strategy",
                      STRATEGIES,
                      "how titles are ranked (default: the first of these that has been learned)",
                      "mix"),
                  Parameter.choice(
                      "franchises",
                      AnimeParameters.ON_OFF,
                      "whether the parts of one story are one row, entered at the first part not"
                          + " yet watched (default: on)",
                      "off"),
                  Parameter.choice(
                      "aim",
                      List.of("watch", "rate"),
                      "what to rank by: what the user would watch next, or what they would rate"
                          + " highest (default: watch)",
                      "rate"),
                  between("novelty", -1, "-1: rather what everybody knows, to 1: rather what few"),
                  between("diversity", 0, "0: as ranked, to 1: as varied as can be"),
                  Parameter.text(
                          "weights",
                          "how much a part of the blend counts, 0 to 5, where 1 is as learned;"
                              + " repeatable. The parts are "
                              + String.join(
                                  ", ", Stream.of(BlendPart.values()).map(BlendPart::key).toList()),
                          "similar=2")
                      .repeated(),
                  Parameter.wholeNumber(
                          "without",
                          Integer.MIN_VALUE,
                          "the MyAnimeList id of a title on the user's list that does not count;"
                              + " repeatable",
                          "5114")
                      .repeated(),
                  Parameter.wholeNumber(
                          "without_group",
                          1,
                          "a taste group that does not count, by number, where the strategy is "
                              + String.join(" or ", Strategies.BY_GROUPS)
                              + "; repeatable",
                          "3")
                      .repeated()),
              AnimeParameters.ALL.stream())
          .toList();

  private static final Wish.Spelling IN_QUERY =
      new Wish.Spelling() {
        @Override
        public String name(String parameter) {
          return "'" + parameter + "'";
        }

        @Override
        public String with(String parameter, String value) {
          return parameter + "=" + value;
        }
      };

  private static Parameter between(String name, int least, String meaning) {
    return new Parameter(
        name, new Parameter.Type.Number(least, 1), meaning + " (default: 0)", "0.5", false);
  }

  @Override
  public String template() {
    return "/recommend/{user_id}";
  }

  @Override
  public String summary() {
    return "Titles that a user of the data set has not watched yet, the best first, with reasons.";
  }

  @Override
  public List<Parameter> pathParameters() {
    return List.of(UserId.PARAMETER);
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Optional<Documented> documented() {
    return Optional.of(
        Documented.json(OpenApiSchemas.named(OpenApiSchemas.RECOMMENDATIONS), 400, 404, 503));
  }

  @Override
  public boolean isQuick(Call call) {
    Query query = call.query();
    return query.text("strategy").filter(QUICK_STRATEGIES::contains).isPresent()
        && query.wholeNumber("k").orElse(Request.DEFAULT_K) <= QUICK_K
        && QUICK_PARAMETERS.containsAll(query.names());
  }

  @Override
  public Reply answer(Call call) throws Problem {
    int userId = UserId.inPath(call);
    Wish wish = wish(call.query());
    Opened opened = call.requireOpened();
    Taste taste = UserId.taste(userId, opened);
    Answer answer = answer(wish, taste, opened, call.learning());
    return Reply.json(json -> new AnswerDocument(opened).write(answer, json));
  }

  private static Wish wish(Query query) throws Problem {
    Wish wish =
        new Wish(
            query.text("strategy"),
            query.wholeNumber("k").orElse(Request.DEFAULT_K),
            AnimeParameters.filter(query),
            query.text("franchises").filter("off"::equals).isEmpty(),
            query.text("aim").filter("rate"::equals).isPresent() ? Aim.RATE : Aim.WATCH,
            query.number("novelty").orElse(0.0),
            query.number("diversity").orElse(0.0),
            // No weight is longer than what a sentence can hold.
            query.texts("weights").stream().map(Problem::shown).toList(),
            query.texts("without").stream().map(Integer::valueOf).toList(),
            query.texts("without_group").stream().map(Integer::valueOf).toList(),
            IN_QUERY);
    try {
      wish.check();
    } catch (WrongWishException e) {
      throw Problem.wrong(e.parameter(), e.getMessage());
    }
    return wish;
  }

  private static Answer answer(Wish wish, Taste taste, Opened opened, boolean learning)
      throws Problem {
    String used = used(wish, opened, learning);
    try {
      TakenOut takenOut = wish.takenOut(opened.data().catalogue());
      requireGroups(takenOut, opened);
      return wish.noted(
          opened.recommendations().answer(wish.request(taste, Optional.empty(), used, takenOut)));
    } catch (WrongWishException e) {
      throw Problem.wrong(e.parameter(), e.getMessage());
    }
  }

  private static void requireGroups(TakenOut takenOut, Opened opened) throws Problem {
    if (takenOut.groups().isEmpty()) {
      return;
    }
    try {
      takenOut.requireGroupsAmong(opened.trained().orElseThrow().model().components());
    } catch (IllegalArgumentException e) {
      throw Problem.wrong("without_group", e.getMessage());
    }
  }

  /**
   * The strategy to ask. A route learns nothing: what somebody names they get or are told that it
   * is not there yet; who names none gets the best there is.
   *
   * @throws Problem 503 if it has not been learned
   */
  private static String used(Wish wish, Opened opened, boolean learning) throws Problem {
    if (wish.byRating()) {
      if (opened.recommendations().predictsRatings()) {
        return POPULAR;
      }
      throw notLearned("What predicts ratings, by which aim=rate ranks,", opened, learning);
    }
    List<String> there = opened.recommendations().strategies();
    return wish.strategy()
        .map(Stream::of)
        .orElseGet(STRATEGIES::stream)
        .filter(name -> wish.appliesTo(name) && there.contains(name))
        .findFirst()
        .orElseThrow(
            () -> notLearned("The strategy '%s'".formatted(wish.wanted()), opened, learning));
  }

  private static Problem notLearned(String what, Opened opened, boolean learning) {
    String remedy =
        learning
            ? "Osusume is learning what is missing just now: ask again in a while"
            : "Learn it in the Model tab or with 'osusume train'";
    return new Problem(
        503,
        "%s has not been learned yet from \"%s\". %s, or ask for one of these strategies: %s."
            .formatted(
                what,
                opened.data().name(),
                remedy,
                String.join(", ", opened.recommendations().strategies())),
        Optional.empty(),
        Map.of("Retry-After", learning ? RETRY_WHILE_LEARNING : RETRY_AFTER));
  }
}
