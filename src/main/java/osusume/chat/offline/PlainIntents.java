package osusume.chat.offline;

import java.util.List;
import java.util.Set;

/** Decides what a message is for that speaks of no title, or only in passing. */
final class PlainIntents {
  /** Orders that are facts; the best for somebody is no order of a list. */
  private static final Set<String> RANKS =
      Set.of("rating", "worst", "members", "episodes", "shortest", "obscure");

  private final Clues clues;
  private final WishReader.Read read;
  private final Numbers numbers;
  private final int titles;
  private final List<Mention> unclear;
  private final Context context;

  PlainIntents(IntentRules.Message message) {
    this.clues = message.clues();
    this.read = message.read();
    this.numbers = message.numbers();
    this.titles = message.titles();
    this.unclear = message.unclear();
    this.context = message.context();
  }

  Intent intent() {
    boolean title = titles > 0 || !unclear.isEmpty();
    boolean counts = clues.has("how many", "number of", "count", "how often");
    if (clues.share() && !read.wishes().isNone()) {
      return Intent.COUNT;
    }
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
            "hit me",
            "your best",
            "your top",
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
            || clues.hasWord(IntentRules.ANIME_WORDS);
    return wishes || asks ? Intent.RECOMMEND : Intent.UNCLEAR;
  }

  private boolean profile(boolean counts) {
    if (counts && read.wishes().isNone() && clues.matches(" (on|in) my (own )?list ")) {
      return true;
    }
    if (RANKS.contains(read.sort()) && !clues.has("my", "i", "ive") && numbers.userId().isEmpty()) {
      return false;
    }
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
