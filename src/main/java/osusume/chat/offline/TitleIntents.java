package osusume.chat.offline;

import java.util.List;
import java.util.OptionalInt;

/** Decides what a message is for that speaks of titles; null: nothing of that kind. */
final class TitleIntents {
  private final Clues clues;
  private final WishReader.Read read;
  private final Numbers numbers;
  private final int titles;
  private final boolean named;
  private final List<Mention> unclear;

  TitleIntents(IntentRules.Message message) {
    this.clues = message.clues();
    this.read = message.read();
    this.numbers = message.numbers();
    this.titles = message.titles();
    this.named = message.named();
    this.unclear = message.unclear();
  }

  Intent intent() {
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
        || clues.has(
            "why did",
            "why not",
            "tell me why",
            "why i",
            "why id",
            "why should",
            "why would",
            "why do",
            "why is",
            "why was")) {
      return Intent.EXPLAIN;
    }
    boolean choice =
        clues.matches(" \\* .*than \\*") && titles + unclear.size() > 1
            || titles + unclear.size() > 1
                && (clues.matches("\\* (or|vs|versus) ") || clues.has("versus", "vs", "compare"));
    if (titles + unclear.size() > 1
        && (choice
                && !clues.matches(
                    " (anything|something|more|anime|shows?|series|similar|movies?|films?) (like|similar to|to) ")
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
    if (clues.matches("^ (what|which).* i (would|d|might|will|could|may) (like|love|enjoy) ")
        && named) {
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
        || clues.matches("^ \\d+ (10 |out of 10 |stars |points )?(for|to) \\*")
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
}
