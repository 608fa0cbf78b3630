package osusume.chat.offline;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import osusume.data.NumberRange;

/**
 * The numbers of a message, and what they count: episodes, ratings, members, how many titles are
 * wanted, or the id of a user. A number stands behind words that compare ("at most") and before its
 * unit ("episodes"); without a unit, up to 10 behind a comparison it is a rating.
 *
 * @param count how many titles are wanted; empty: it was not said
 * @param userId of the user of the data set that is spoken of; empty: none
 * @param mark a number from 1 to 10 that stands alone, such as the rating in "I give it a 9"
 */
record Numbers(
    NumberRange episodes,
    NumberRange rating,
    NumberRange members,
    OptionalInt count,
    OptionalInt userId,
    OptionalInt mark) {
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
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("couple", 2),
          Map.entry("dozen", 12),
          Map.entry("hundred", 100),
          Map.entry("fifty", 50),
          Map.entry("thirty", 30),
          Map.entry("few", 3),
          Map.entry("several", 5),
          Map.entry("handful", 5),
          Map.entry("single", 1),
          Map.entry("twentyfive", 25));
  private static final Set<String> EPISODES =
      Set.of("episodes", "episode", "eps", "ep", "epsiodes", "episods", "parts", "chapters");
  private static final Set<String> MEMBERS =
      Set.of("members", "people", "fans", "users", "viewers", "watchers", "member");
  private static final Set<String> RATING =
      Set.of(
          "rating", "ratings", "rated", "score", "scores", "scored", "stars", "scoring", "star",
          "points", "average");
  private static final Set<String> UNDER = Set.of("under", "below", "<");
  private static final Set<String> OVER = Set.of("over", "above", "exceeding", "exceeds");
  private static final Set<String> COUNTED =
      Set.of(
          "anime",
          "animes",
          "shows",
          "series",
          "movies",
          "films",
          "titles",
          "recommendations",
          "suggestions",
          "ones",
          "things",
          "ovas",
          "show",
          "movie",
          "film",
          "title",
          "suggestion",
          "recommendation",
          "comedies",
          "dramas",
          "romances",
          "thrillers",
          "picks",
          "options",
          "ideas",
          "specials",
          "more",
          "others",
          "anything",
          "best",
          "similar",
          "different",
          "random",
          "good",
          "great",
          "short",
          "funny",
          "results",
          "favourites",
          "favorites");
  private static final Set<String> ASKS =
      Set.of(
          "top",
          "give",
          "recommend",
          "suggest",
          "pick",
          "list",
          "show",
          "me",
          "find",
          "best",
          "name",
          "just",
          "only",
          "first",
          "want",
          "need",
          "exactly",
          "another",
          "tell");

  /** Reads them off a message; words that belong to titles must be gone. */
  static Numbers of(List<Word> words) {
    Reading reading = new Reading(words);
    for (int at = 0; at < words.size(); at++) {
      at = reading.read(at);
    }
    return reading.numbers();
  }

  /** The value of a number in digits or in a word; NaN for anything else. */
  static double value(Word word) {
    Integer named = IN_WORDS.get(word.text());
    return named == null ? word.value() : named;
  }

  private static final class Reading {
    private final List<Word> words;
    private NumberRange episodes = NumberRange.ANY;
    private NumberRange rating = NumberRange.ANY;
    private NumberRange members = NumberRange.ANY;
    private OptionalInt count = OptionalInt.empty();
    private OptionalInt user = OptionalInt.empty();
    private OptionalInt mark = OptionalInt.empty();

    Reading(List<Word> words) {
      this.words = words;
    }

    Numbers numbers() {
      return new Numbers(episodes, rating, members, count, user, mark);
    }

    private String text(int at) {
      return at < 0 || at >= words.size() ? "" : words.get(at).text();
    }

    private String before(int at) {
      return at < 0 || at >= words.size() ? "" : words.get(at).before();
    }

    /** Takes the number at a word, if there is one; returns the last word it took. */
    int read(int at) {
      double x = value(words.get(at));
      if (Double.isNaN(x)) {
        return at;
      }
      boolean digits = words.get(at).number();
      if (digits
              && Set.of("user", "viewer", "person", "member", "id", "users").contains(text(at - 1))
          || digits && text(at - 1).equals("number") && text(at - 2).equals("user")) {
        user = OptionalInt.of((int) Math.min(Integer.MAX_VALUE, x));
        return at;
      }
      int last = at;
      double high = Double.NaN;
      boolean joined = Set.of("to", "and", "or").contains(text(at + 1));
      if (joined && at + 2 < words.size() && !Double.isNaN(value(words.get(at + 2)))) {
        high = value(words.get(at + 2));
        last = at + 2;
      } else if (at + 1 < words.size()
          && before(at + 1).strip().matches("[-–]")
          && words.get(at + 1).number()) {
        high = words.get(at + 1).value();
        last = at + 1;
      }
      if (!Double.isNaN(high) && high < x) {
        high = Double.NaN;
        last = at;
      }
      if (text(last + 1).equals("out") && text(last + 2).equals("of")) {
        last += 3;
        mark = whole(x);
        return comparison(at, last) == null ? last : take("rating", comparison(at, last), x, last);
      }
      if (before(last + 1).strip().startsWith("/") && text(last + 1).equals("10")) {
        mark = whole(x);
        NumberRange range = comparison(at, last + 1);
        return range == null ? last + 1 : take("rating", range, x, last + 1);
      }
      NumberRange range = Double.isNaN(high) ? comparison(at, last) : NumberRange.between(x, high);
      if (after(last)) {
        last += 2;
      }
      return use(at, last, x, range, digits);
    }

    private int use(int at, int last, double x, NumberRange range, boolean digits) {
      String unit = unit(last + 1);
      if (unit.isEmpty() && rated(at)) {
        unit = "rating";
      }
      if (unit.equals("cours")) {
        double low = x == 1 ? 1 : 13 * (x - 1) + 1;
        episodes = episodes.and(range == null ? NumberRange.between(low, 13 * x + 1) : range);
        return last + 1;
      }
      if (unit.isEmpty() && range != null && !counted(last)) {
        unit = x <= 10 && digits ? "rating" : x >= 1000 ? "members" : "episodes";
        if (x <= 10 && !digits) {
          unit = "";
        }
      }
      if (unit.equals("rating") && x > 10) {
        return last;
      }
      if (!unit.isEmpty()) {
        NumberRange taken = range;
        if (taken == null) {
          taken =
              unit.equals("episodes")
                  ? NumberRange.equalTo(x)
                  : NumberRange.between(x, Double.POSITIVE_INFINITY);
        }
        if (unit.equals("rating") && taken.low() == x && taken.high() == x) {
          taken = NumberRange.between(x, Double.POSITIVE_INFINITY);
        }
        return take(unit, taken, x, last);
      }
      boolean pronoun = Set.of("one", "single").contains(text(at)) && !counts(at, last);
      if (!pronoun
          && x >= 1
          && x == Math.floor(x)
          && (counts(at, last) || !digits && counted(last))) {
        count = OptionalInt.of((int) Math.min(x, 1000));
      } else if (x >= 1 && x <= 10) {
        mark = whole(x);
      }
      return last;
    }

    private OptionalInt whole(double x) {
      return x == Math.floor(x) && x >= 1 && x <= 10 ? OptionalInt.of((int) x) : mark;
    }

    private int take(String unit, NumberRange range, double x, int last) {
      switch (unit) {
        case "episodes" -> episodes = episodes.and(range);
        case "members" -> members = members.and(range);
        default -> rating = rating.and(range);
      }
      return last;
    }

    private boolean counts(int at, int last) {
      String before = text(at - 1);
      String beforeThat =
          Set.of("a", "the", "my", "like", "at", "about").contains(before) ? text(at - 2) : before;
      boolean isOne = text(at).equals("one");
      if (isOne) {
        return Set.of("just", "only", "exactly", "recommend", "suggest", "pick").contains(before)
                && !text(last + 1).isEmpty() | at + 1 == words.size()
            || Set.of(
                        "anime",
                        "movie",
                        "film",
                        "show",
                        "series",
                        "title",
                        "recommendation",
                        "suggestion")
                    .contains(text(last + 1))
                && !before.equals("this")
                && !before.equals("that");
      }
      return ASKS.contains(beforeThat) || counted(last);
    }

    /** Whether a word for titles stands a little behind. */
    private boolean counted(int last) {
      for (int i = last + 1; i <= last + 4 && i < words.size(); i++) {
        if (i > last + 1 && words.get(i).breaksBefore()) {
          return false;
        }
        if (COUNTED.contains(text(i))) {
          return true;
        }
        if (EPISODES.contains(text(i)) || !Double.isNaN(value(words.get(i)))) {
          return false;
        }
      }
      return false;
    }

    private String unit(int at) {
      String first = text(at);
      String next = text(at + 1);
      if (Set.of("cour", "cours", "season", "seasons").contains(first)) {
        return "cours";
      }
      for (String word :
          List.of(
              first,
              Set.of("or", "of", "total", "mal", "a", "myanimelist").contains(first) ? next : "")) {
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

    /** Whether a word for ratings, or for another unit, stands a little before the number. */
    private boolean rated(int at) {
      for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
        if (RATING.contains(text(i))) {
          return true;
        }
        if (!Double.isNaN(value(words.get(i)))) {
          return false;
        }
      }
      return false;
    }

    private boolean after(int last) {
      return Set.of("or", "and").contains(text(last + 1))
          && Set.of(
                  "more", "less", "fewer", "higher", "lower", "better", "above", "below", "under",
                  "over", "longer", "shorter", "up", "greater", "worse")
              .contains(text(last + 2));
    }

    /** The range that the words around a number make of it; null: it is not compared. */
    private NumberRange comparison(int at, int last) {
      double x = value(words.get(at));
      String one = text(at - 1);
      String two = text(at - 2) + " " + one;
      boolean article = Set.of("a", "an", "the", "of", "around").contains(one);
      if (article) {
        one = text(at - 2);
        two = text(at - 3) + " " + one;
      }
      if (after(last)) {
        boolean up =
            Set.of("more", "higher", "better", "above", "over", "longer", "up", "greater")
                .contains(text(last + 2));
        return up ? atLeast(x) : atMost(x);
      }
      if (before(last + 1).startsWith("+") || text(last + 1).equals("plus")) {
        return atLeast(x);
      }
      if (two.equals("at least")
          || two.equals("no less")
          || one.equals("minimum")
          || one.equals("min")
          || two.equals("minimum of")
          || one.equals("from")
          || two.equals("starting at")) {
        return atLeast(x);
      }
      if (two.equals("at most")
          || one.equals("maximum")
          || one.equals("max")
          || two.equals("up to")
          || one.equals("within")
          || one.equals("until")) {
        return atMost(x);
      }
      if (one.equals("than")) {
        boolean negated = Set.of("no", "not").contains(text(at - (article ? 4 : 3)));
        String how = text(at - (article ? 3 : 2));
        boolean up =
            Set.of("more", "longer", "higher", "better", "greater", "bigger").contains(how);
        if (up) {
          return negated ? atMost(x) : NumberRange.moreThan(x);
        }
        return negated ? atLeast(x) : NumberRange.lessThan(x);
      }
      if (UNDER.contains(one)) {
        return NumberRange.lessThan(x);
      }
      if (OVER.contains(one)) {
        return NumberRange.moreThan(x);
      }
      return null;
    }

    private static NumberRange atLeast(double x) {
      return NumberRange.between(x, Double.POSITIVE_INFINITY);
    }

    private static NumberRange atMost(double x) {
      return NumberRange.between(Double.NEGATIVE_INFINITY, x);
    }
  }
}
