package osusume.chat.tool;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells the marked phrases that stand there as titles from labels, headings and sentences. */
final class TitleHeading {
  /** What follows a title: a year, a type, a description. */
  private static final Pattern FOLLOWS_TITLE =
      Pattern.compile("^[*_\"”」』]*\\s*(?:[(\\[]|[–—:-](?:\\s|$)|by\\b).*", Pattern.DOTALL);

  /** Words of headings and labels, which no phrase that is presented as a title begins with. */
  private static final Set<String> LABELS =
      Set.of(
          "note",
          "notes",
          "genre",
          "genres",
          "type",
          "types",
          "episode",
          "episodes",
          "rating",
          "ratings",
          "score",
          "members",
          "reason",
          "reasons",
          "why",
          "what",
          "how",
          "who",
          "when",
          "where",
          "which",
          "synopsis",
          "story",
          "plot",
          "summary",
          "tip",
          "tips",
          "warning",
          "length",
          "status",
          "year",
          "studio",
          "similar",
          "also",
          "recommendation",
          "recommendations",
          "recommended",
          "my",
          "your",
          "our",
          "top",
          "best",
          "runner",
          "bonus",
          "overall",
          "verdict",
          "pros",
          "cons",
          "strengths",
          "weaknesses",
          "if",
          "for",
          "because",
          "short",
          "long",
          "more",
          "less",
          "other",
          "others",
          "alternatively",
          "alternative",
          "predicted",
          "watch",
          "watched",
          "you",
          "important",
          "please",
          "mood",
          "themes",
          "theme",
          "characters",
          "setting",
          "tone",
          "pacing",
          "vibe",
          "details",
          "facts",
          "conclusion",
          "final",
          "first",
          "second",
          "third",
          "honorable",
          "honourable",
          "mentions",
          "next",
          "in",
          "here",
          "these",
          "this",
          "that",
          "those",
          "not",
          "no",
          "yes",
          "some",
          "any",
          "both",
          "option",
          "options",
          "choice",
          "pick",
          "picks",
          "favourites",
          "favorites",
          "taste",
          "group",
          "groups",
          "user",
          "list",
          "anime",
          "title",
          "titles",
          "series",
          "movies",
          "tv",
          "hidden",
          "popular",
          "new",
          "old",
          "quick",
          "great",
          "good",
          "common",
          "differences",
          "shared",
          "comparison",
          "average",
          "mean",
          "total",
          "number",
          "statistics");

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "at", "by", "de", "e", "for", "from", "ga", "in", "is", "ka", "mo",
          "na", "ni", "no", "of", "on", "or", "the", "to", "wa", "wo", "with", "x", "vs");

  private TitleHeading() {}

  /**
   * Whether a phrase is presented as a title, so that one that is not in the catalogue is worth a
   * word: bold and first in its line, followed by what follows titles (a bracket, a dash, a colon)
   * or by nothing, or bold or in quotation marks anywhere with two words or more; with a capital at
   * its beginning and at all longer words; and none of these: a label ("Why:", "Genre"), a genre or
   * type, a number, a sentence.
   *
   * @param ofTheData whether a text is a genre or type
   */
  static boolean isPresented(MarkedPhrase phrase, Predicate<String> ofTheData) {
    String name = phrase.readings().getLast();
    List<PlainNames.Word> words = PlainNames.words(name);
    if (!phrase.strong()
        || words.isEmpty()
        || phrase.text().endsWith(":")
        || name.codePoints().noneMatch(Character::isAlphabetic)
        || LABELS.contains(words.getFirst().text().toLowerCase(Locale.ROOT))
        || phrase.text().strip().matches(".*[a-z]{2}[.!?]\\s+\\S.*")
        || ofTheData.test(name)
        || isListOf(name, ofTheData)
        || !isNamed(words)) {
      return false;
    }
    boolean headed =
        phrase.bold()
            && phrase.item()
            && (phrase.after().isBlank() || FOLLOWS_TITLE.matcher(phrase.after()).matches());
    return headed || words.size() > 1;
  }

  private static boolean isListOf(String name, Predicate<String> ofTheData) {
    for (String part : name.split("\\s*(,|/|&|\\band\\b|\\bor\\b)\\s*")) {
      if (!ofTheData.test(part.strip())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamed(List<PlainNames.Word> words) {
    boolean latin = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      int first = word.codePointAt(0);
      latin |= first < 0x250 && Character.isLetter(first);
      boolean small = Character.isLowerCase(first);
      if (small && (i == 0 || !SMALL.contains(word))) {
        return false;
      }
    }
    return latin;
  }
}
