package osusume.chat.offline;

import java.util.List;
import java.util.Set;

/** What in a message points at names: capitals, words before a name and words behind it. */
final class NamePointers {
  /** Behind these a name is so likely that one of everyday words counts as one. */
  private static final Set<String> BEFORE_A_NAME =
      Set.of(
          "like",
          "than",
          "rate",
          "rated",
          "gave",
          "dropped",
          "drop",
          "finished",
          "completed",
          "loved",
          "enjoyed",
          "liked",
          "explain",
          "compare",
          "comparing",
          "vs",
          "versus",
          "mark",
          "add",
          "started",
          "to",
          "about",
          "bookmark",
          "hated",
          "called",
          "hate",
          "adore",
          "adored",
          "resembling",
          "paused",
          "pause",
          "quit",
          "abandoned",
          "watched",
          "watching",
          "seen",
          "hide",
          "put",
          "named",
          "enjoy",
          "love",
          "recommend",
          "suggest",
          "is",
          "does",
          "score",
          "scored",
          "remove",
          "move",
          "set",
          "give",
          "as",
          "on",
          "after",
          "why",
          "was",
          "unlike",
          "beside",
          "between");

  /** These point at a name too, but as often at something else; a capital must speak for it. */
  private static final Set<String> WEAK =
      Set.of(
          "to",
          "is",
          "does",
          "recommend",
          "suggest",
          "as",
          "on",
          "after",
          "why",
          "was",
          "give",
          "put",
          "watching",
          "watched",
          "seen",
          "set",
          "move",
          "love",
          "enjoy",
          "between",
          "score");

  static final Set<String> AFTER_A_NAME =
      Set.of(
          "but",
          "and",
          "or",
          "with",
          "that",
          "without",
          "please",
          "pls",
          "about",
          "for",
          "if",
          "vs",
          "versus",
          "a",
          "an",
          "to",
          "as",
          "is",
          "on",
          "in",
          "only",
          "which",
          "good",
          "any",
          "so",
          "yet",
          "last",
          "yesterday",
          "today",
          "because",
          "have",
          "has",
          "better",
          "worth",
          "what",
          "i",
          "then",
          "gets",
          "deserves",
          "was",
          "really",
          "now",
          "first",
          "again",
          "too",
          "already",
          "also",
          "at",
          "from",
          "though",
          "except",
          "not",
          "no",
          "instead",
          "than",
          "suit",
          "fit",
          "longer",
          "shorter",
          "did",
          "does",
          "anyway",
          "next",
          "off",
          "my",
          "me");

  /** What is said of a name behind it. */
  private static final Set<String> JUDGES =
      Set.of(
          "gets",
          "deserves",
          "is",
          "was",
          "or",
          "vs",
          "versus",
          "earned",
          "and",
          "has",
          "got",
          "a");

  static final Set<String> PRONOUNS =
      Set.of(
          "one",
          "it",
          "that",
          "this",
          "those",
          "them",
          "these",
          "me",
          "my",
          "you",
          "first",
          "second",
          "last",
          "more",
          "the",
          "a",
          "i",
          "watch",
          "next",
          "list",
          "all",
          "free",
          "not",
          "be",
          "k",
          "c",
          "x",
          "another",
          "other",
          "something",
          "anything",
          "im",
          "id",
          "ive",
          "any",
          "user",
          "on",
          "is",
          "as",
          "to",
          "do",
          "tv",
          "ova",
          "ona");

  private static final Set<String> JOINS =
      Set.of("and", "or", "vs", "versus", "with", "to", "than");

  private final List<Word> words;
  private final boolean shouted;

  NamePointers(List<Word> words) {
    this.words = words;
    this.shouted =
        words.size() > 5 && words.stream().filter(Word::capital).count() > words.size() * 0.7;
  }

  /** Whether it is a word that stands for a title without being its name. */
  static boolean referring(List<Word> span) {
    return span.size() == 1
        && PRONOUNS.contains(span.getFirst().text())
        && !(span.getFirst().capital() && span.getFirst().text().equals("another"));
  }

  /** Whether words stand in capitals where English would not put them. */
  boolean capitals(int at, int to) {
    if (shouted) {
      return false;
    }
    for (int i = at; i < to; i++) {
      boolean small = i > at && !words.get(i).capital() && i < to - 1;
      if (!(words.get(i).capital() || words.get(i).number() && i > at || small)) {
        return false;
      }
    }
    boolean begins = begins(at);
    boolean alone = to - at == 1;
    if (begins && alone) {
      return false;
    }
    if (alone && words.get(at).raw().length() == 1) {
      return strong(at);
    }
    // "TV" and "OVA" are capitals of themselves.
    return !alone || words.get(at).raw().chars().anyMatch(Character::isLowerCase);
  }

  /** Whether a sentence begins with a word. */
  boolean begins(int at) {
    return at == 0 || words.get(at).before().matches("(?s).*[.!?\\n:].*");
  }

  /** Whether the word before points at a name clearly. */
  boolean strong(int at) {
    if (at == 0 || words.get(at).breaksBefore()) {
      return false;
    }
    String before = words.get(at - 1).text();
    if (!BEFORE_A_NAME.contains(before)) {
      return false;
    }
    if (!WEAK.contains(before)) {
      return true;
    }
    if (before.equals("to") && at > 1) {
      return Set.of("similar", "comparable", "compared", "close", "akin", "related", "next")
          .contains(words.get(at - 2).text());
    }
    return words.get(at).capital();
  }

  /** Whether a word joins two names: "Monster and Naruto". */
  boolean joins(int at) {
    return JOINS.contains(words.get(at).text());
  }

  /** Whether a name can end before a word. */
  boolean nameEnds(int to) {
    return to == words.size()
        || words.get(to).breaksBefore()
        || AFTER_A_NAME.contains(words.get(to).text())
        || words.get(to).number();
  }

  /**
   * Whether something is said of what stands at the beginning of a sentence: "Monster gets a 9".
   */
  boolean judged(int at, int to) {
    boolean begins = at == 0 || words.get(at).before().matches("(?s).*[.!?\\n:,].*");
    return begins && to < words.size() && JUDGES.contains(words.get(to).text());
  }
}
