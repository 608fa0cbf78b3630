package osusume.chat.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase of a Markdown text that is set off from the rest.
 *
 * @param from where it begins in the text, without its marks
 * @param to where it ends, exclusive
 * @param text what it says
 * @param strong whether it is bold or in quotation marks, and not in italics or a link only
 * @param bold whether it is bold
 * @param item whether a line or an item of a list begins with it
 * @param after what follows it on its line
 */
record MarkedPhrase(
    int from, int to, String text, boolean strong, boolean bold, boolean item, String after) {
  private static final int LONGEST = 120;

  private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)(?=\\S)([^\\n]+?)(?<=\\S)\\1");
  private static final Pattern QUOTED =
      Pattern.compile("“([^”\\n]+)”|「([^」\\n]+)」|『([^』\\n]+)』|«([^»\\n]+)»");
  private static final Pattern STRAIGHT =
      Pattern.compile("(?<![\\p{L}\\p{N}\"])\"(?=\\S)([^\"\\n]+)\"(?![\\p{L}\\p{N}\"])");
  private static final Pattern ITALIC =
      Pattern.compile("(?<![*_\\p{L}\\p{N}])([*_])(?=[^\\s*_])([^*_\\n]+)\\1(?![*_\\p{L}\\p{N}])");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)\\]\\(");

  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+•]|\\d{1,3}[.)]|#{1,6})?\\s*");
  private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.):]\\s+");
  private static final Pattern TAIL = Pattern.compile("[\\s:.,;!?]+$");
  private static final Pattern ADDED =
      Pattern.compile("\\s+[–—-]\\s+.*$|\\s*\\([^)]*\\)\\s*$|\\s*\\[[^\\]]*\\]\\s*$");

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

  /** All of a text, the strongest marks first. */
  static List<MarkedPhrase> in(String text) {
    List<MarkedPhrase> phrases = new ArrayList<>();
    add(phrases, text, BOLD, true, true);
    add(phrases, text, QUOTED, true, false);
    add(phrases, text, STRAIGHT, true, false);
    add(phrases, text, ITALIC, false, false);
    add(phrases, text, LINK, false, false);
    phrases.sort(Comparator.comparing(phrase -> !phrase.bold));
    return phrases;
  }

  private static void add(
      List<MarkedPhrase> phrases, String text, Pattern pattern, boolean strong, boolean bold) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int group = matcher.groupCount();
      if (pattern == QUOTED) {
        while (matcher.group(group) == null) {
          group--;
        }
      }
      int from = matcher.start(group);
      int to = matcher.end(group);
      // Marks within marks: **"Title"**, **[Title](…)**.
      while (to - from > 2 && "\"“「『*_[".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      while (to - from > 1 && "\"”」』*_]".indexOf(text.charAt(to - 1)) >= 0) {
        to--;
      }
      String said = text.substring(from, to);
      Matcher number = NUMBER.matcher(said);
      if (number.find() && number.end() < said.length()) {
        from += number.end();
        said = text.substring(from, to);
      }
      if (to - from <= LONGEST && !said.isBlank()) {
        int line = text.indexOf('\n', matcher.end());
        phrases.add(
            new MarkedPhrase(
                from,
                to,
                said,
                strong,
                bold,
                beginsItem(text, matcher.start()),
                text.substring(matcher.end(), line < 0 ? text.length() : line)));
      }
    }
  }

  /** Whether only the mark of a list or nothing stands before a place on its line. */
  static boolean beginsItem(String text, int at) {
    int line = text.lastIndexOf('\n', at - 1) + 1;
    return ITEM.matcher(text.substring(line, at)).matches();
  }

  /** Whether a colon follows, as it follows a label as well as a title. */
  boolean labels() {
    return after.stripLeading().startsWith(":");
  }

  /** What stands before it on its line, in the same way for every item of one list. */
  String place(String whole) {
    String before = whole.substring(whole.lastIndexOf('\n', from - 1) + 1, from);
    return item ? before.replaceAll("\\d+", "0") : "";
  }

  /** Whether it stands there as something to watch: bold, or first in an item of a list. */
  boolean presented() {
    return bold || item;
  }

  /** The phrase, and what it is without what is often added to a name; each once. */
  List<String> readings() {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(text);
    String bare = TAIL.matcher(text).replaceAll("");
    readings.add(bare);
    String name = bare;
    for (String shorter = ADDED.matcher(name).replaceFirst("");
        !shorter.equals(name) && !shorter.isBlank();
        shorter = ADDED.matcher(name).replaceFirst("")) {
      name = shorter;
      readings.add(name);
    }
    readings.removeIf(String::isBlank);
    return List.copyOf(readings);
  }

  /**
   * Whether it is presented as a title, so that one that is not in the catalogue is worth a word:
   * bold and first in its line, followed by what follows titles (a bracket, a dash, a colon) or by
   * nothing, or bold or in quotation marks anywhere with two words or more; with a capital at its
   * beginning and at all longer words; and none of these: a label ("Why:", "Genre"), a genre or
   * type, a number, a sentence.
   *
   * @param ofTheData whether a text is a genre or type
   */
  boolean presentsTitle(Predicate<String> ofTheData) {
    String name = readings().getLast();
    List<PlainNames.Word> words = PlainNames.words(name);
    if (!strong
        || words.isEmpty()
        || text.endsWith(":")
        || name.codePoints().noneMatch(Character::isAlphabetic)
        || LABELS.contains(words.getFirst().text().toLowerCase(Locale.ROOT))
        || text.strip().matches(".*[a-z]{2}[.!?]\\s+\\S.*")
        || ofTheData.test(name)
        || isListOf(name, ofTheData)
        || !isNamed(words)) {
      return false;
    }
    boolean headed = bold && item && (after.isBlank() || FOLLOWS_TITLE.matcher(after).matches());
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
