package osusume.recommend;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A title as words: small letters and digits, without accents and punctuation, and where a divider
 * stood (a colon, a dash or tilde with a space before it, a slash, a bracket).
 *
 * @param words all of them, in order
 * @param head how many stand before the first divider
 */
record TitleWords(List<String> words, int head) {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern DIVIDERS =
      Pattern.compile(":(?=\\s|$|\\|)|\\s[-–—~]+|[~〜/()\\[\\]|]+");
  private static final Pattern JOINED =
      Pattern.compile("(?<=[\\p{L}\\p{N}])['’`.\\-]+(?=[\\p{L}\\p{N}])");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}\u0001]+");

  private static final Pattern PART =
      Pattern.compile(
          "\\d|1\\d|20|0\\d|19[5-9]\\d|20[01]\\d|\\d+(st|nd|rd|th)|s\\d|ii+|iv|v|vi+|ix|x|xi+|r2");
  private static final Set<String> PARTS =
      Set.of(
          "movie",
          "movies",
          "ova",
          "ovas",
          "oad",
          "oads",
          "ona",
          "tv",
          "special",
          "specials",
          "season",
          "series",
          "recap",
          "recaps",
          "soushuuhen",
          "soshuhen",
          "gekijouban",
          "part",
          "final",
          "zoku",
          "kai",
          "zwei",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "the",
          "animation",
          "picture",
          "drama",
          "episode",
          "episodes",
          "pilot",
          "omake",
          "extra",
          "extras",
          "prologue",
          "bangaihen",
          "tokubetsuhen",
          "film",
          "zenpen",
          "kouhen",
          "shin",
          "new",
          "next",
          "plus",
          "encore",
          "again",
          "returns",
          "mini",
          "short",
          "shorts");

  static TitleWords of(String title) {
    String text = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
    text = DIVIDERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" \u0001 ");
    text = JOINED.matcher(text).replaceAll("");
    text = OTHER.matcher(text).replaceAll(" ");
    List<String> words = new ArrayList<>();
    int head = -1;
    for (String word : text.strip().split(" +")) {
      if (!word.equals("\u0001")) {
        words.add(word);
      } else if (head < 0 && !words.isEmpty()) {
        head = words.size();
      }
    }
    return new TitleWords(List.copyOf(words), head < 0 ? words.size() : head);
  }

  /** All words without the marks of a part at the end ("2nd Season", "OVA", "II"). */
  List<String> key() {
    return withoutPart(words);
  }

  /** The words before the first divider, likewise. */
  List<String> headKey() {
    return withoutPart(words.subList(0, head));
  }

  private static List<String> withoutPart(List<String> words) {
    int end = words.size();
    while (end > 0 && isPart(words.get(end - 1))) {
      end--;
    }
    return end == 0 ? words : words.subList(0, end);
  }

  static boolean isPart(String word) {
    return PARTS.contains(word) || PART.matcher(word).matches();
  }
}
