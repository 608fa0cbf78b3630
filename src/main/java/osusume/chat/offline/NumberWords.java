package osusume.chat.offline;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers in words, and what they count. */
final class NumberWords {
  private static final Map<String, Integer> IN_WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("eighteen", 18),
          Map.entry("twenty", 20),
          Map.entry("twentyfour", 24),
          Map.entry("twentyfive", 25),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("couple", 2),
          Map.entry("pair", 2),
          Map.entry("trio", 3),
          Map.entry("dozen", 12),
          Map.entry("hundred", 100),
          Map.entry("thousand", 1000),
          Map.entry("million", 1_000_000),
          Map.entry("few", 3),
          Map.entry("several", 5),
          Map.entry("handful", 5),
          Map.entry("single", 1));

  /** Behind another number they multiply it: "17 million". */
  private static final Map<String, Integer> TIMES =
      Map.of(
          "hundred",
          100,
          "thousand",
          1000,
          "million",
          1_000_000,
          "k",
          1000,
          "m",
          1_000_000,
          "mil",
          1_000_000,
          "dozen",
          12,
          "thousands",
          1000,
          "millions",
          1_000_000);

  static final Set<String> EPISODES =
      Set.of(
          "episodes",
          "episode",
          "eps",
          "ep",
          "epsiodes",
          "episods",
          "epis",
          "parts",
          "chapters",
          "installments",
          "episoded");
  static final Set<String> MEMBERS =
      Set.of(
          "members",
          "people",
          "fans",
          "users",
          "viewers",
          "watchers",
          "member",
          "mal",
          "persons",
          "followers");
  static final Set<String> RATING =
      Set.of(
          "rating", "ratings", "rated", "score", "scores", "scored", "stars", "scoring", "star",
          "points", "average", "rate", "mean");

  /** Words for titles, of which a number before them says how many. */
  private static final Set<String> COUNTED =
      Set.of(
          "anime",
          "animes",
          "titles",
          "title",
          "recommendations",
          "recommendation",
          "suggestions",
          "suggestion",
          "recs",
          "rec",
          "recos",
          "ones",
          "things",
          "picks",
          "pick",
          "options",
          "ideas",
          "others",
          "results",
          "favourites",
          "favorites",
          "choices",
          "candidates",
          "examples",
          "names",
          "entries",
          "cartoons",
          "gems",
          "tips",
          "alternatives",
          "stories");

  /** Words that may stand between a number and what it counts. */
  private static final Set<String> BETWEEN =
      Set.of(
          "more",
          "best",
          "similar",
          "different",
          "random",
          "good",
          "great",
          "short",
          "funny",
          "new",
          "other",
          "of",
          "the",
          "your",
          "highest",
          "lowest",
          "most",
          "least",
          "top",
          "worst",
          "rated",
          "popular",
          "long",
          "longest",
          "shortest",
          "nice",
          "solid",
          "decent",
          "hidden",
          "underrated",
          "unwatched",
          "obscure",
          "really",
          "very",
          "known",
          "watched",
          "japanese",
          "such",
          "dark",
          "cute",
          "little",
          "shorter",
          "longer",
          "and",
          "single",
          "separate",
          "well",
          "favourite",
          "favorite",
          "biggest");

  private NumberWords() {}

  /** The value of a number in digits or in a word; NaN for anything else. */
  static double value(Word word) {
    Integer named = IN_WORDS.get(word.text());
    return named == null ? word.value() : named;
  }

  /** By what a word multiplies the number before it; 1 for any other word. */
  static int times(String text) {
    return TIMES.getOrDefault(text, 1);
  }

  /**
   * Whether a word for titles stands a little behind a number, with nothing between them but what
   * titles are called: "a dozen short romance movies".
   *
   * @param from the word behind the number
   */
  static boolean counted(List<Word> words, int from) {
    for (int i = from; i < Math.min(words.size(), from + 6); i++) {
      String text = words.get(i).text();
      if (words.get(i).breaksBefore()) {
        return false;
      }
      if (COUNTED.contains(text)) {
        return true;
      }
      boolean wish =
          !Lexicon.ENGLISH.hits(List.of(text), Set.of("genre", "any", "type")).isEmpty()
              || i + 1 < words.size()
                  && !Lexicon.ENGLISH
                      .hits(List.of(text + " " + words.get(i + 1).text()), Set.of("genre"))
                      .isEmpty();
      if (wish) {
        return true;
      }
      if (!BETWEEN.contains(text) || EPISODES.contains(text)) {
        boolean ends = text.equals("more") || text.equals("others");
        return ends && i + 1 == words.size();
      }
      if (text.equals("more")
          && (i + 1 == words.size()
              || words.get(i + 1).breaksBefore()
              || Set.of("please", "like", "pls").contains(words.get(i + 1).text()))) {
        return i == from;
      }
    }
    return false;
  }

  /** What stands behind a number: {@code episodes}, {@code members}, {@code rating} or nothing. */
  static String unit(String first, String next) {
    if (Set.of("cour", "cours", "season", "seasons").contains(first)) {
      return "cours";
    }
    boolean filler =
        Set.of(
                "or",
                "of",
                "total",
                "mal",
                "a",
                "myanimelist",
                "so",
                "registered",
                "full",
                "short",
                "on",
                "in")
            .contains(first);
    for (String word : List.of(first, filler ? next : "")) {
      if (EPISODES.contains(word)) {
        return "episodes";
      }
      if (MEMBERS.contains(word)) {
        return "members";
      }
      if (RATING.contains(word)) {
        return "rating";
      }
    }
    return "";
  }
}
