package osusume.recommend;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A title as words: small letters and digits, without accents and punctuation, and where dividers
 * stood (a colon, a dash or tilde with a space before it, a slash, a bracket).
 *
 * @param words all of them, in order; at least one
 * @param head how many stand before the first divider
 * @param tailStart where the words after the last divider begin
 * @param stem all words but the marks of a part at the end ("2nd Season", "OVA", "II")
 * @param headStem the words before the first divider, likewise
 */
record TitleWords(
    List<String> words, int head, int tailStart, List<String> stem, List<String> headStem) {
  private static final String DIVIDER = "|";

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern DIVIDERS =
      Pattern.compile("[:：](?=\\s|$)|\\s[-–—]+|[~〜/()\\[\\]|]+");
  private static final Pattern WITHIN_WORD =
      Pattern.compile("(?<=[\\p{L}\\p{N}])['’`.\\-](?=[\\p{L}\\p{N}])");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}|]+");

  private static final int LAST_PLAIN = 127;

  /** "1999", "xiii", "12th". */
  private static final int LONGEST_NUMBER = 4;

  private static final Pattern NUMBERED_PART =
      Pattern.compile(
          "0?\\d|1\\d|20|19[5-9]\\d|20[0-2]\\d|\\d+(st|nd|rd|th)|s\\d|i{1,3}|iv|vi{0,3}|ix|xi{0,3}|r2");
  private static final Set<String> NAMED_PART =
      Set.of(
          "movie",
          "movies",
          "film",
          "gekijouban",
          "ova",
          "ovas",
          "oad",
          "oads",
          "ona",
          "tv",
          "special",
          "specials",
          "season",
          "stage",
          "series",
          "part",
          "final",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "zoku",
          "kai",
          "zwei",
          "shin",
          "new",
          "next",
          "plus",
          "again",
          "returns",
          "encore",
          "recap",
          "recaps",
          "soushuuhen",
          "zenpen",
          "kouhen",
          "bangaihen",
          "tokubetsuhen",
          "prologue",
          "pilot",
          "picture",
          "drama",
          "omake",
          "extra",
          "extras",
          "mini",
          "short",
          "shorts",
          "episode",
          "episodes",
          "the",
          "animation");

  private static final List<String> COUNTED =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii");

  static TitleWords of(String title) {
    String text = title;
    // Most titles are plain Latin, which has nothing to take apart.
    if (title.chars().anyMatch(letter -> letter > LAST_PLAIN)) {
      text = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
    }
    text = DIVIDERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" | ");
    text = WITHIN_WORD.matcher(text).replaceAll("");
    text = OTHER.matcher(text).replaceAll(" ").strip();
    List<String> words = new ArrayList<>();
    int head = 0;
    int tailStart = 0;
    for (String word : text.split(" +")) {
      if (!word.equals(DIVIDER) && !word.isEmpty()) {
        words.add(word);
      } else if (word.equals(DIVIDER) && !words.isEmpty()) {
        head = head == 0 ? words.size() : head;
        tailStart = words.size();
      }
    }
    if (words.isEmpty()) {
      words.add(title);
    }
    head = head == 0 ? words.size() : head;
    return new TitleWords(
        List.copyOf(words),
        head,
        tailStart == words.size() ? 0 : tailStart,
        withoutPart(words),
        withoutPart(words.subList(0, head)));
  }

  /** Whether words stand on both sides of a divider. */
  boolean divided() {
    return head < words.size();
  }

  /** The words after the last divider. */
  List<String> tail() {
    return words.subList(tailStart, words.size());
  }

  /** The marks of a part at the end but for numbers: "OVA", "movie". */
  List<String> namedMarks() {
    return words.subList(stem.size(), words.size()).stream()
        .filter(NAMED_PART::contains)
        .filter(word -> !COUNTED.contains(word))
        .toList();
  }

  /** The number among the marks of a part at the end; 1 where there is none. */
  int partNumber() {
    for (String word : words.subList(stem.size(), words.size())) {
      int number = COUNTED.contains(word) ? COUNTED.indexOf(word) + 1 : number(word);
      if (number > 0) {
        return number;
      }
    }
    return 1;
  }

  private static int number(String word) {
    if (ROMAN.contains(word)) {
      return ROMAN.indexOf(word) + 1;
    }
    String digits = word.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** Words but the marks of a part at their end; all of them where there is nothing else. */
  static List<String> withoutPart(List<String> words) {
    int end = words.size();
    while (end > 0 && isPart(words.get(end - 1))) {
      end--;
    }
    return List.copyOf(end == 0 ? words : words.subList(0, end));
  }

  private static boolean isPart(String word) {
    return NAMED_PART.contains(word)
        || word.length() <= LONGEST_NUMBER && NUMBERED_PART.matcher(word).matches();
  }
}
