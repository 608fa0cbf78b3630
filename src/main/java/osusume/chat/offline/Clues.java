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
              + "|(?:title|name)s?\\s+(?:that\\s+)?(?:contains?|containing|includes?|has|have|with)"
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

  /** "Tell me more", with nothing it is about. */
  boolean about() {
    return matches(
        "^ (please )?(tell me more|more info(rmation)?|more details|details|why|how long|watch order|how come) (please )?$");
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
    return matches(" (just|only|exactly|recommend|suggest|pick|me|name) one ")
            || matches(" (single best|one single|a single|just a) ")
        ? OptionalInt.of(1)
        : OptionalInt.empty();
  }

  /** What is worked out of the titles. */
  Understanding.Statistic statistic(String sort) {
    String group = "";
    if (ask("groups")) {
      group =
          has("type", "types", "format", "formats") && !has("genre", "genres") ? "type" : "genre";
    }
    String fn = ask("median") ? "median" : ask("count") ? "count" : "mean";
    String column = "rating";
    if (has(
            "most common",
            "most frequent",
            "least common",
            "rarest",
            "most titles",
            "most anime",
            "has the most",
            "have the most",
            "most often",
            "biggest genre",
            "fewest titles",
            "most entries")
        || ask("count")) {
      fn = "count";
      column = "anime_id";
    }
    if (has("episodes", "episode", "length", "long", "longest")
        && !has("rating", "rated", "score")
        && !fn.equals("count")) {
      column = "episodes";
    }
    if (has("members", "popular", "popularity", "most watched")
        && !has("rating", "rated", "score")
        && !fn.equals("count")) {
      column = "members";
    }
    if (has("most episodes")) {
      column = "episodes";
      fn = "mean";
    }
    boolean descending =
        !has("worst", "lowest", "least", "least common", "rarest", "fewest", "shortest");
    return new Understanding.Statistic(fn, column, group, descending);
  }
}
