package osusume.chat.offline;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Decides what a message is for; of several readings the one that stands first here counts. */
final class IntentRules {
  /** Orders that are facts; the best for somebody is no order of a list. */
  private static final Set<String> RANKS =
      Set.of("rating", "worst", "members", "episodes", "shortest", "obscure");

  private static final Set<String> ANIME_WORDS =
      Set.of(
          "anime",
          "animes",
          "show",
          "shows",
          "series",
          "movie",
          "movies",
          "film",
          "films",
          "title",
          "titles",
          "watch",
          "episodes",
          "genre",
          "genres",
          "watched",
          "ova",
          "ovas",
          "cartoon",
          "binge",
          "catalogue");

  private final Clues clues;
  private final WishReader.Read read;
  private final Numbers numbers;
  private final int titles;
  private final boolean named;
  private final List<Mention> unclear;
  private final Context context;

  /**
   * @param titles how many titles are spoken of
   * @param named whether they are named, not pointed at
   */
  IntentRules(
      Clues clues,
      WishReader.Read read,
      Numbers numbers,
      int titles,
      boolean named,
      List<Mention> unclear,
      Context context) {
    this.clues = clues;
    this.read = read;
    this.numbers = numbers;
    this.titles = titles;
    this.named = named;
    this.unclear = unclear;
    this.context = context;
  }

  Intent intent() {
    boolean title = titles > 0 || !unclear.isEmpty();
    if (!clues.language().isEmpty()) {
      return Intent.FOREIGN;
    }
    if (small() instanceof Intent intent) {
      return intent;
    }
    if (away()) {
      return Intent.AWAY;
    }
    if (title || lost()) {
      Intent intent = aboutTitles();
      if (intent != null) {
        return intent;
      }
    }
    return withoutTitles(title);
  }

  /** Whether a title is spoken of that was never named. */
  private boolean lost() {
    boolean points = clues.pointsBack() || clues.about();
    boolean compares =
        clues.matches(
            "^ (please |can you )?compare (them|these|those|both|the two)"
                + "|(like|as|similar to) (that|this|the|the other) (one|show|anime|movie|series|thing) ");
    boolean wants =
        clues.ask("more") && !clues.about()
            || clues.has(
                    "recommend", "suggest", "give me", "find me", "looking for", "i want", "i need")
                && !compares
            || !read.wishes().isNone() && !compares;
    return context.named().isEmpty() && titles == 0 && points && !wants;
  }

  private Intent small() {
    if (clues.matches(
        " (ignore|forget|disregard) .*(instructions?|rules?|prompt|above|everything)|system prompt"
            + "|(your|the) (instructions|api key|password|secret key|configuration)")) {
      return Intent.AWAY;
    }
    boolean bare = read.wishes().isNone() && titles == 0 && unclear.isEmpty();
    if (clues.ask("help")
        && (clues.size() <= 3 || !clues.has("help") || clues.has("what", "how", "who"))
        && titles == 0
        && unclear.isEmpty()
        && !clues.has("help me find", "help me choose", "help me pick", "me find")
        && read.wishes().genres().isEmpty()) {
      return Intent.HELP;
    }
    if (bare && clues.ask("hello") && clues.size() <= 6 && !clues.ask("recommend")) {
      return Intent.HELLO;
    }
    boolean more = clues.ask("more") || clues.ask("recommend") || clues.ask("explain");
    return bare && clues.ask("thanks") && clues.size() <= 8 && !more ? Intent.THANKS : null;
  }

  private boolean away() {
    if (!clues.ask("away") || named) {
      return false;
    }
    boolean strong =
        clues.has(
            "weather",
            "python",
            "code",
            "instructions",
            "system prompt",
            "api key",
            "password",
            "recipe",
            "president",
            "capital of",
            "poem",
            "essay",
            "homework",
            "bitcoin",
            "write me",
            "tell me a joke",
            "ignore all",
            "previous instructions",
            "delete everything",
            "delete all",
            "javascript",
            "translate",
            "restaurant",
            "manga",
            "book",
            "books",
            "novel",
            "novels");
    return strong
        || !clues.hasWord(ANIME_WORDS) && read.wishes().isNone()
        || !clues.hasWord(ANIME_WORDS)
            && clues.begins(
                "what", "who", "how", "when", "where", "write", "tell", "can you", "fix", "buy");
  }

  private Intent aboutTitles() {
    boolean questions =
        clues.ask("explain")
            || clues.begins("why")
            || clues.matches(
                " (suit|suits|appeal|appeals|speaks (for|against)|argues (for|against)|convince me"
                    + "|sell me on|for me|right for me|my thing|my cup of tea|expect me to"
                    + "|(good |one )?reasons?) ");
    if (clues.matches("^ compare (them|these|those|both|the two)")) {
      return Intent.COMPARE;
    }
    if (rates()) {
      return Intent.RATE;
    }
    if (clues.begins("why", "how come", "explain")
        || clues.has("why did", "why not", "why would", "why do", "why is", "why was")) {
      return Intent.EXPLAIN;
    }
    boolean choice =
        titles + unclear.size() > 1
            && (clues.matches("\\* (or|vs|versus) ") || clues.has("versus", "vs", "compare"));
    if (titles + unclear.size() > 1
        && (choice
            || !like()
                && (clues.ask("compare")
                    || clues.matches(
                        "(^| )(which|whats|what|who) ?(one)? (is|has|are|one|got|was|would|do|should|gets) | against ")))) {
      return Intent.COMPARE;
    }
    boolean like =
        clues.matches(
                " (like|similar to|as|resembling|reminiscent of|in the vein of|comparable to|close to|akin to|along the lines of|in the style of|in the spirit of|reminds? me of|same vibe as|vibes of|fans? of|vibe of|more of) (the |a |anime |that one|this one|that )?(\\*|with |$)")
            || clues.has(
                "similar", "more of *", "more like", "vibe", "vibes", "same style", "alike");
    boolean wouldLike =
        clues.matches(
            " (would|will|do you think|might|could|am) i?.{0,24}(like|love|enjoy|rate|give|score) ");
    boolean further =
        clues.matches(
            " (what else|anything else|whats next|what next|what now|anything (in|like|along|similar|close)"
                + "|something (in|like|along|similar|close)|more (of|like)|after that|what (should|could|can|shall|do) i"
                + " (watch|see|try|start)|(that|this) direction|fill the (void|hole)|similar|recommendations?|what would you) ");
    if (wouldLike && questions && !further) {
      return Intent.EXPLAIN;
    }
    boolean next =
        clues.has(
            "what next",
            "whats next",
            "what now",
            "what should i watch",
            "watch next",
            "recommend",
            "suggest",
            "more like",
            "something like",
            "anything like",
            "what else",
            "similar",
            "now what",
            "other anime",
            "next");
    if (further && named && !clues.begins("why")) {
      return Intent.SIMILAR;
    }
    if (marks() && !next && !like) {
      return Intent.MARK;
    }
    if (clues.ask("order") && !like && !clues.has("recommend")) {
      return Intent.ORDER;
    }
    if (clues.has("stories like") || like && !clues.matches(" (is|are) .*like ") || next && named) {
      return Intent.SIMILAR;
    }
    if (questions && !clues.has("explain the plot")) {
      return Intent.EXPLAIN;
    }
    if (clues.ask("details")
        || clues.matches("^ (is|does|how|what|when|who) ")
        || clues.size() == 1) {
      return Intent.DETAILS;
    }
    if (clues.ask("compare") && titles > 1) {
      return Intent.COMPARE;
    }
    if (named
        && (clues.has(
                "loved", "liked", "enjoyed", "love", "fan of", "i like", "favorite", "favourite")
            || !read.wishes().isNone()
            || clues.ask("recommend"))) {
      return Intent.SIMILAR;
    }
    return named || !unclear.isEmpty() || titles == 0 ? Intent.DETAILS : null;
  }

  private boolean like() {
    return clues.matches(" (like|similar to|more of|close to|liked|loved|enjoyed|love|fan of) ");
  }

  private boolean rates() {
    OptionalInt mark = numbers.mark();
    if (mark.isEmpty()
        || clues.matches(" (would|will|do|should|might) i ")
        || clues.matches("^ (what|how|why|which|did|has) ")) {
      return false;
    }
    return clues.has(
            "rate",
            "give",
            "gave",
            "score",
            "rated",
            "scored",
            "id give",
            "deserves",
            "rating",
            "gets",
            "earned",
            "stars",
            "id say",
            "solid",
            "out of ten")
        || clues.matches("\\* (is |was |gets )?(a |an )?\\d")
        || clues.matches(" (it|that|this) (is |was )?(a |an )\\d");
  }

  private boolean marks() {
    if (clues.status().isEmpty()) {
      return false;
    }
    if (clues.matches(
        "^ (what|how|which|who|is|does|did|has|have|should|would|will|do|where|when) ")) {
      return false;
    }
    return clues.has(
            "add",
            "save",
            "bookmark",
            "mark",
            "drop",
            "dropped",
            "finished",
            "completed",
            "not interested",
            "hide",
            "pause",
            "paused",
            "on hold",
            "gave up on",
            "gave up",
            "plan",
            "plans",
            "planning",
            "watchlist",
            "never recommend",
            "stopped watching",
            "started",
            "no interest in",
            "dont recommend",
            "never show me",
            "dont show me",
            "queue",
            "put",
            "quit",
            "abandoned",
            "stop recommending",
            "dont want to watch",
            "not interested in",
            "list",
            "watch later",
            "dont suggest",
            "stop showing me",
            "stop suggesting")
        || clues.matches(
            "^ (i |ive |i have |im |just |currently |already |today |yesterday |ok |i just |i already )+(seen|watched|saw|watching|finished|want to watch|want to see|am watching|began)");
  }

  private Intent withoutTitles(boolean title) {
    boolean counts = clues.has("how many", "number of", "count", "how often");
    if (profile(counts)) {
      return Intent.PROFILE;
    }
    if (clues.ask("explain") && clues.begins("why") && context.last().isEmpty() && !title) {
      return Intent.UNCLEAR;
    }
    boolean ranks = RANKS.contains(read.sort());
    if (clues.groups() && !title && !clues.has("recommend", "suggest")) {
      return Intent.STATISTIC;
    }
    if (clues.share()) {
      return Intent.COUNT;
    }
    if (clues.ask("mean") || clues.ask("median")) {
      return Intent.STATISTIC;
    }
    boolean figure = clues.matches(" (number of|amount of) (members|episodes|users|fans|viewers) ");
    if (ranks && (counts || figure) && !title) {
      return Intent.LIST;
    }
    if (counts && !figure && !clues.has("how many should")) {
      return Intent.COUNT;
    }
    if (figure && clues.matches("^ (what|tell|the|how) ")) {
      return Intent.COUNT;
    }
    boolean personal =
        clues.has(
            "for me",
            "should i",
            "i like",
            "id like",
            "would i",
            "i would",
            "my taste",
            "can i watch",
            "i havent",
            "new to me",
            "recommend",
            "suggest",
            "unwatched",
            "im in the mood",
            "i might like");
    if (!clues.contained().isEmpty()) {
      return Intent.LIST;
    }
    if (ranks
        || read.sort().equals("best")
            && !personal
            && !clues.has("pick", "picks", "for me")
            && numbers.userId().isEmpty()
            && !read.wishes().isNone()) {
      return Intent.LIST;
    }
    boolean wishes =
        !read.wishes().isNone() || !read.sort().isEmpty() || !read.relatives().isEmpty();
    if (!personal
        && wishes
        && numbers.userId().isEmpty()
        && (clues.begins(
            "list",
            "search",
            "which",
            "are there",
            "is there",
            "find all",
            "show all",
            "what movies",
            "what anime",
            "what are",
            "do you have any"))) {
      return Intent.LIST;
    }
    boolean asks =
        clues.ask("recommend")
            || clues.ask("more")
            || numbers.userId().isPresent()
            || clues.hasWord(ANIME_WORDS);
    return wishes || asks ? Intent.RECOMMEND : Intent.UNCLEAR;
  }

  private boolean profile(boolean counts) {
    boolean user = numbers.userId().isPresent();
    if (clues.matches(
            " (genres?|types?|kinds?|sorts?) .*(do|have|did|am) i .*(watch|watched|watching|like|liked|rate"
                + "|rated|prefer|enjoy|love|seen|score|into) ")
        || clues.matches(
                " my (own )?(most|best|least|highest|lowest|favou?rite|top|average|mean|typical|overall)"
                    + " ?.*(genres?|types?|rating|ratings|score|scores|anime|watched|rated|titles?) ")
            && !clues.has("recommend", "suggest", "based on", "matching", "fits my")) {
      return true;
    }
    if (!read.wishes().isNone() && counts && clues.matches(" (have i|ive|did i|i have) ")) {
      return false;
    }
    boolean mine = clues.has("my", "i", "me", "ive", "im");
    if (clues.has("recommend", "suggest", "what should i watch")) {
      return false;
    }
    if (mine
        && counts
        && clues.matches(" (have i|did i|ive) .*(watched|seen|rated|dropped|finished) ")) {
      return true;
    }
    if (user
        && (clues.ask("profile")
            || clues.has(
                "like",
                "likes",
                "watch",
                "watched",
                "about",
                "favourite",
                "favorite",
                "rated",
                "taste",
                "who is",
                "prefer",
                "prefers",
                "rate",
                "genres",
                "average",
                "mean",
                "enjoy"))
        && !clues.matches(
            " (for|to) user | (would|could|might|fit|fits|suit|suits|recs?|needs?) ")) {
      return !clues.has("should");
    }
    return mine
        && clues.ask("profile")
        && (!counts || clues.has("have i", "ive", "did i", "i watched", "i rated"))
        && !clues.has(
            "something",
            "not on my list",
            "based on",
            "matching my",
            "anything",
            "my daughter",
            "my son",
            "for my",
            "to my taste",
            "match my",
            "fits my",
            "suits my");
  }
}
