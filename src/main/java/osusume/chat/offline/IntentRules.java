package osusume.chat.offline;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Decides what a message is for; of several readings the one that stands first here counts. */
final class IntentRules {
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
    if (title) {
      Intent intent = aboutTitles();
      if (intent != null) {
        return intent;
      }
    }
    return withoutTitles(title);
  }

  private Intent small() {
    boolean bare = read.wishes().isNone() && titles == 0 && unclear.isEmpty();
    if (clues.ask("help")
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
    boolean questions = clues.ask("explain") || clues.begins("why");
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
        && (choice || clues.ask("compare") && !clues.has("similar to"))) {
      return Intent.COMPARE;
    }
    boolean like =
        clues.matches(
                " (like|similar to|as|resembling|reminiscent of|same vibe as|vibes of|vibe of|more of) (the |a )?\\*")
            || clues.has(
                "similar", "more of *", "more like", "vibe", "vibes", "same style", "alike");
    boolean wouldLike =
        clues.matches(
            " (would|will|do you think|might|could|am) i?.{0,24}(like|love|enjoy|rate|give|score) ");
    if (wouldLike && questions) {
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
    return named || !unclear.isEmpty() ? Intent.DETAILS : null;
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
            "stars")
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
    boolean groups =
        clues.ask("groups") && (clues.hasWord(Set.of("genre", "genres", "type", "types")));
    if (groups && !title) {
      return Intent.STATISTIC;
    }
    if (clues.has("average", "mean", "median", "avg", "on average")) {
      return Intent.STATISTIC;
    }
    if (counts && !clues.has("how many should")) {
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
    boolean ranks = !read.sort().isEmpty();
    if (!clues.contained().isEmpty()) {
      return Intent.LIST;
    }
    if (ranks && !personal && numbers.userId().isEmpty()) {
      return Intent.LIST;
    }
    boolean wishes = !read.wishes().isNone() || ranks || !read.relatives().isEmpty();
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
    boolean mine = clues.has("my", "i", "me", "ive", "im");
    if (clues.has("recommend", "suggest", "what should i watch")) {
      return false;
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
        && !clues.matches(" (for|to) user ")) {
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
