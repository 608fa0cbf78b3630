package osusume.chat.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the words of a message say beside titles, numbers and wishes. A title is a star in them. */
final class Clues {
  private static final Pattern CONTAINED =
      Pattern.compile(
          "(?:with|containing|contain|contains|has|have|including|named|called)\\s+(?:the\\s+)?"
              + "(?:word\\s+|text\\s+|name\\s+)?[\"“']?([\\p{L}\\p{N}-]{3,})[\"”']?\\s+in\\s+"
              + "(?:the|its|their)\\s+(?:title|name)s?"
              + "|(?:title|name)s?\\s+(?:that\\s+)?(?:contains?|containing|includes?)"
              + "\\s+(?:the\\s+)?(?:word\\s+)?[\"“']?([\\p{L}\\p{N}-]{3,})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_OF_A_NAME =
      Pattern.compile("(?:the )?word [\"“']([^\"”']{2,40})[\"”']", Pattern.CASE_INSENSITIVE);
  private static final Set<String> TURNS =
      Set.of(
          "but",
          "and",
          "or",
          "also",
          "now",
          "instead",
          "only",
          "just",
          "make",
          "what",
          "how",
          "no",
          "without",
          "not",
          "same",
          "any",
          "with",
          "ok",
          "okay",
          "hmm",
          "then",
          "maybe",
          "actually",
          "nothing",
          "something",
          "anything",
          "except",
          "in",
          "under",
          "preferably",
          "this",
          "like",
          "can",
          "could",
          "do",
          "i",
          "less",
          "more",
          "from",
          "well");
  private static final int LEAST_FOREIGN = 2;

  private final List<String> texts;
  private final String joined;
  private final String message;

  Clues(List<Word> words, String message) {
    this.texts = words.stream().map(Word::text).toList();
    this.joined =
        texts.stream()
            .map(text -> text.isEmpty() ? "*" : text)
            .collect(Collectors.joining(" ", " ", " "));
    this.message = message;
  }

  /** Whether one of these phrases is said. */
  boolean has(String... phrases) {
    return Arrays.stream(phrases).anyMatch(phrase -> joined.contains(" " + phrase + " "));
  }

  /** Whether the message begins with one of these phrases. */
  boolean begins(String... phrases) {
    return Arrays.stream(phrases).anyMatch(phrase -> joined.startsWith(" " + phrase + " "));
  }

  boolean matches(String pattern) {
    return Pattern.compile(pattern).matcher(joined).find();
  }

  boolean hasWord(Set<String> words) {
    return texts.stream().anyMatch(words::contains);
  }

  Set<String> said(String kind) {
    return Lexicon.ENGLISH.said(texts, kind);
  }

  /** Whether one of the lexicon's phrases for a question is said. */
  boolean ask(String what) {
    return said("ask").contains(what);
  }

  int size() {
    return texts.size();
  }

  /**
   * Whether a title is spoken of that must have been named before: "is it good", "that one", "rate
   * it".
   */
  boolean pointsBack() {
    return matches(
        " (it|them|that one|this one|the other one|other one|these two|those two|the two|both of"
            + " (them|these|those)|its) "
            + "|^ (why|what about|how about|and|and why|is|was|should i watch|would i like|tell me about"
            + "|more about|and what about) (that|this|those|these|the (first|second|third|last|other)( one)?)( |$)"
            + "|(like|as|to|than) (that|this|the) (one|show|anime|movie|series|other)( |$)"
            + "|(watch|finished|dropped|like|about|seen) (that|this|those|these) $|(rate|drop|add|mark|put|bookmark|score|pause|hide|save|remove) (that|this|those|these) "
            + "|(which|what)( one)? (of (them|these|those|the two) )?is better $");
  }

  /** "Tell me more", with nothing it is about. */
  boolean about() {
    return matches(
        "^ (and |please |can you |ok )*(tell me more|more info(rmation)?|more details|details|why|why not|how long|watch order|how come|why that|why those|say more|how so|tell me more about it) (please |then )?$");
  }

  /** Whether the message reads as a change of what was asked before. */
  boolean turns() {
    return !texts.isEmpty() && TURNS.contains(texts.getFirst());
  }

  /** Whether the message asks anew, so that nothing of the wishes before holds. */
  boolean freshStart() {
    return has(
            "recommend",
            "suggest",
            "for me",
            "what should i watch",
            "looking for",
            "in the mood",
            "i want to watch",
            "find me",
            "how many",
            "which genre",
            "give me a",
            "give me some",
            "show me some",
            "show me the",
            "surprise me")
        || texts.contains("");
  }

  /** The status that is set, where one is named. */
  Optional<String> status() {
    Set<String> named = said("status");
    for (String status :
        List.of("not_interested", "dropped", "on_hold", "planned", "completed", "watching")) {
      if (named.contains(status)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** The language the message is in; empty for English. */
  String language() {
    long letters = message.chars().filter(Character::isLetter).count();
    long latin =
        message
            .codePoints()
            .filter(Character::isLetter)
            .filter(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN)
            .count();
    if (letters > 0 && latin < letters * 0.6) {
      return "that language";
    }
    Map<String, Long> counts =
        texts.stream()
            .flatMap(text -> Lexicon.ENGLISH.hits(List.of(text), Set.of("foreign")).stream())
            .flatMap(hit -> hit.meanings().stream())
            .collect(Collectors.groupingBy(Lexicon.Meaning::value, Collectors.counting()));
    long english = texts.stream().filter(Lexicon.ENGLISH::knows).count();
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_FOREIGN && entry.getValue() * 2 > english)
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The text that names must contain; or empty. */
  String contained() {
    Matcher matcher = CONTAINED.matcher(message);
    if (matcher.find()) {
      String found = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (!Set.of("word", "the").contains(found)) {
        return found;
      }
    }
    Matcher word = WORD_OF_A_NAME.matcher(message);
    return word.find() ? word.group(1) : "";
  }

  /** "A good movie" asks for one; empty where nothing of the kind is said. */
  OptionalInt singular() {
    return matches(
                " (just|only|exactly|recommend|suggest|pick|me|name) one (?!(good |single )?(reason|season|episode|cour))")
            || matches(" (single best|one single|a single|just a) (?!(reason|season|episode|cour))")
        ? OptionalInt.of(1)
        : OptionalInt.empty();
  }

  /** Whether genres or types are asked for, by some figure of them. */
  boolean groups() {
    return matches(" (genres?|types?|formats?|kinds? of (anime|show|title)s?) ")
        && (ask("groups")
            || matches(
                " (which|what|whats|rank|ranks?|sort|by|per|each|every|compare|list|best|worst|most"
                    + "|least|highest|lowest|top|average|mean|common|rarest|biggest|popular) "))
        && (ask("groups")
            || ask("mean")
            || ask("median")
            || !said("sort").isEmpty()
            || matches(
                " (most|least|rank|per|each|every|common|rarest|popular|best|worst|share|many) "));
  }

  /** What is counted. */
  Understanding.About counted() {
    boolean seen =
        matches(
            " (i|ive|they|he|she|user \\d+)( have| has)?( already)? (seen|watched|finished|completed) "
                + "|(have|has|did) (i|they|he|she|user \\d+)( already)? (seen|watch|watched|finished|completed) "
                + "|(my|their|his|her)( own)? (list|watched) ");
    if (share()) {
      return seen ? Understanding.About.SHARE_OF_SEEN : Understanding.About.SHARE;
    }
    if (seen) {
      return Understanding.About.SEEN;
    }
    return matches(
            " (how many|number of|amount of|count)( the| all| different)? ?(users|people|persons|viewers|raters"
                + "|ratings|reviewers) ")
        ? Understanding.About.USERS
        : Understanding.About.TITLES;
  }

  /** Whether a share of the titles is asked for. */
  boolean share() {
    return has("percentage", "percent", "share", "proportion", "fraction", "what part");
  }

  /** What is worked out of the titles. */
  Understanding.Statistic statistic() {
    String group = "";
    if (groups()) {
      group = hasWord(Set.of("genre", "genres")) ? "genre" : "type";
    }
    String fn = ask("median") ? "median" : ask("mean") ? "mean" : "";
    boolean rated = has("rating", "ratings", "rated", "score", "scores", "scored");
    String column = "";
    if (!rated && has("episodes", "episode", "length", "long", "longest", "shortest", "eps")) {
      column = "episodes";
    } else if (!rated
        && has("members", "popular", "popularity", "most watched", "audience", "fans", "viewers")) {
      column = "members";
    }
    boolean many =
        matches(
            " ((most|least) (common|frequent|numerous|often)|rarest|commonest|biggest|largest|how"
                + " many|number of|count|(most|fewest) (titles|anime|animes|shows|entries|movies"
                + "|films|series)) ");
    if (fn.isEmpty()) {
      fn = column.isEmpty() && !rated && many ? "count" : "mean";
    }
    boolean descending =
        !has("worst", "lowest", "least", "rarest", "fewest", "shortest", "bottom", "smallest");
    return new Understanding.Statistic(
        fn,
        fn.equals("count") ? "anime_id" : column.isEmpty() ? "rating" : column,
        group,
        descending);
  }
}
