package osusume.chat.offline;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import osusume.data.NumberRange;

/**
 * Reads the numbers of a message, one after another. A number stands behind words that compare ("at
 * most") and before its unit ("episodes"); without a unit, up to 10 behind a comparison it is a
 * rating, from 1,000 on it counts members, and between them episodes.
 */
final class NumberReading {
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
          "tell",
          "any",
          "take",
          "offer",
          "worst",
          "next",
          "for",
          "longest",
          "shortest",
          "get",
          "these",
          "precisely");

  private final List<Word> words;
  private final Comparison comparison;
  private NumberRange episodes = NumberRange.ANY;
  private NumberRange rating = NumberRange.ANY;
  private NumberRange members = NumberRange.ANY;
  private OptionalInt count = OptionalInt.empty();
  private OptionalInt user = OptionalInt.empty();
  private OptionalInt mark = OptionalInt.empty();
  private OptionalInt place = OptionalInt.empty();

  NumberReading(List<Word> words) {
    this.words = words;
    this.comparison = new Comparison(words);
  }

  Numbers numbers() {
    return new Numbers(episodes, rating, members, count, user, mark, place);
  }

  private String text(int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at).text();
  }

  private String before(int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at).before().strip();
  }

  private double value(int at) {
    return at < 0 || at >= words.size() ? Double.NaN : NumberWords.value(words.get(at));
  }

  /** Takes the number at a word, if there is one; returns the last word it took. */
  int read(int at) {
    double x = value(at);
    if (Double.isNaN(x)) {
      return at;
    }
    boolean digits = words.get(at).number();
    if (digits && user(at)) {
      user = OptionalInt.of((int) Math.min(Integer.MAX_VALUE, x));
      return at;
    }
    if (digits && place(at)) {
      place = OptionalInt.of((int) Math.min(100, x));
      return at;
    }
    int last = at;
    if (text(at - 1).equals("half") && text(at).equals("dozen")
        || text(at - 2).equals("half") && text(at - 1).equals("a") && text(at).equals("dozen")) {
      x = 6;
    }
    if (text(at - 1).equals("a") && text(at - 2).equals("half") && x >= 1000) {
      x /= 2;
    }
    if (NumberWords.times(text(last + 1)) > 1 && !words.get(last + 1).breaksBefore()) {
      last++;
      x *= NumberWords.times(text(last));
    } else if (!digits && x >= 20 && x % 10 == 0 && x < 100 && value(at + 1) < 10) {
      last++;
      x += value(last);
    }
    return between(at, last, x, digits);
  }

  /** Whether the number is the id of a user. */
  private boolean user(int at) {
    String one = text(at - 1);
    if (Set.of("user", "viewer", "person", "id", "users", "userid", "account").contains(one)
        || one.equals("member") && !NumberWords.RATING.contains(text(at + 1))) {
      return true;
    }
    if (Set.of("number", "no", "nr", "id").contains(one)
        && Set.of("user", "viewer", "person", "member").contains(text(at - 2))) {
      return true;
    }
    boolean ends =
        at + 1 == words.size()
            || words.get(at + 1).breaksBefore()
            || Set.of("please", "pls", "to", "watch", "should").contains(text(at + 1));
    boolean plain = words.get(at).text().matches("\\d+");
    if (before(at).endsWith("#") && !one.equals("number")) {
      return plain
          && !NumberWords.counted(words, at + 1)
          && (one.equals("for") || one.equals("to"));
    }
    return plain
        && one.equals("for")
        && ends
        && !Set.of("look", "looking", "than", "asked").contains(text(at - 2));
  }

  private boolean place(int at) {
    String one = text(at - 1);
    boolean ends =
        !NumberWords.counted(words, at + 1) && NumberWords.unit(text(at + 1), "").isEmpty();
    return ends
        && (Set.of("number", "no", "nr").contains(one)
                && !words.get(at).breaksBefore()
                && !text(at - 2).equals("total")
                && value(at) <= 25
            || before(at).endsWith("#") && value(at) <= 25);
  }

  private int between(int at, int lastOfFirst, double first, boolean digits) {
    double x = first;
    int last = lastOfFirst;
    double high = Double.NaN;
    boolean joined = Set.of("to", "and", "or", "till", "until", "through").contains(text(last + 1));
    String unitBetween = NumberWords.unit(text(last + 1), "");
    boolean joinedBehindUnit =
        !unitBetween.isEmpty()
            && Set.of("to", "and").contains(text(last + 2))
            && text(at - 1).equals("between");
    if (joined
        && !Double.isNaN(value(last + 2))
        && !(text(last + 1).equals("and")
            && !text(at - 1).equals("between")
            && !text(at - 1).equals("from"))) {
      high = value(last + 2);
      last += 2;
    } else if (joinedBehindUnit && !Double.isNaN(value(last + 3))) {
      high = value(last + 3);
      last += 3;
    } else if (before(last + 1).matches("[-–—]") && !Double.isNaN(value(last + 1))) {
      high = value(last + 1);
      last++;
    }
    if (!Double.isNaN(high)) {
      if (NumberWords.times(text(last + 1)) > 1) {
        last++;
        int times = NumberWords.times(text(last));
        x = x < 1000 ? x * times : x;
        high *= times;
      }
      if (high < x && high * 1000 > x && text(last).endsWith("k")) {
        high *= 1000;
      }
      if (x < 1000 && high >= 10_000 && text(last).endsWith("k")) {
        x *= 1000;
      }
      if (high < x) {
        if (text(at - 1).equals("between")) {
          double other = x;
          x = high;
          high = other;
        } else {
          high = Double.NaN;
          last = lastOfFirst;
        }
      }
    }
    if (text(last + 1).equals("out") && text(last + 2).equals("of")) {
      return outOfTen(at, last, last + 3, x);
    }
    if (before(last + 1).startsWith("/") && text(last + 1).equals("10")) {
      return outOfTen(at, last, last + 1, x);
    }
    if (Double.isNaN(high)) {
      int unitEnd = unitEnd(last);
      NumberRange range = comparison.of(x, at, last, unitEnd);
      if (comparison.after(last)) {
        last += 2;
      } else if (comparison.limitAfter(last)) {
        last++;
      }
      return use(at, last, x, range, digits);
    }
    return use(at, last, x, NumberRange.between(x, high), digits);
  }

  private int unitEnd(int last) {
    String unit = NumberWords.unit(text(last + 1), text(last + 2));
    return unit.isEmpty()
        ? last
        : NumberWords.unit(text(last + 1), "").isEmpty() ? last + 2 : last + 1;
  }

  private int outOfTen(int at, int last, int end, double x) {
    mark = whole(x);
    NumberRange range = comparison.of(x, at, last, end);
    if (range != null) {
      rating = rating.and(range);
    }
    return end;
  }

  private int use(int at, int last, double x, NumberRange range, boolean digits) {
    String unit = NumberWords.unit(text(last + 1), text(last + 2));
    if (unit.isEmpty()
        && unitBefore(at) instanceof String found
        && !(found.equals("rating") && NumberWords.counted(words, last + 1))) {
      unit = found;
    }
    if (unit.equals("rating") && x > 10) {
      unit = "";
    }
    if (unit.equals("cours")) {
      cours(x, range);
      return last + 1;
    }
    if (unit.isEmpty()
        && range != null
        && (x != Math.floor(x) || !NumberWords.counted(words, last + 1))) {
      unit =
          x <= 10 && (digits || bare(last))
              ? "rating"
              : x >= 1000 ? "members" : x <= 10 ? "" : "episodes";
    }
    if (unit.equals("rating") && x > 10) {
      return last;
    }
    if (unit.isEmpty()) {
      alone(at, last, x, digits);
      return last;
    }
    NumberRange taken = range;
    if (unit.equals("members")
        && NumberWords.MEMBERS.contains(text(last + 1))
        && range == null
        && asksFor(at)
        && x < 50) {
      return last;
    }
    if (taken == null) {
      boolean exact =
          unit.equals("episodes")
              || text(at - 1).equals("exactly")
              || text(at - 1).equals("precisely");
      taken = exact ? NumberRange.equalTo(x) : Comparison.atLeast(x);
    }
    switch (unit) {
      case "episodes" -> episodes = episodes.and(taken);
      case "members" -> members = members.and(taken);
      default -> {
        rating = rating.and(taken);
        mark = range == null ? whole(x) : mark;
      }
    }
    return unit.equals(NumberWords.unit(text(last + 1), text(last + 2))) && last < unitEnd(last)
        ? unitEnd(last) - 1
        : last;
  }

  /** Whether nothing that a number could count stands behind it. */
  private boolean bare(int last) {
    return last + 1 >= words.size()
        || words.get(last + 1).breaksBefore()
        || Set.of("please", "for", "in", "on", "from", "by").contains(text(last + 1));
  }

  private void cours(double x, NumberRange range) {
    double low = x == 1 ? 1 : 13 * (x - 1) + 1;
    double high = 13 * x;
    if (range == null) {
      episodes = episodes.and(NumberRange.between(low, high));
    } else if (Double.isInfinite(range.low())) {
      episodes = episodes.and(Comparison.atMost(range.highOpen() ? low - 1 : high));
    } else {
      episodes = episodes.and(Comparison.atLeast(range.lowOpen() ? high + 1 : low));
    }
  }

  private void alone(int at, int last, double x, boolean digits) {
    boolean pronoun = Set.of("one", "single").contains(text(at)) && !counts(at, last);
    boolean wholeNumber = x >= 1 && x == Math.floor(x);
    if (!pronoun && wholeNumber && (counts(at, last) || !digits && counted(last))) {
      count = OptionalInt.of((int) Math.min(x, 1000));
    } else if (x >= 1
        && x <= 10
        && !text(at).equals("one")
        && !text(at).equals("single")
        && !Set.of("few", "couple", "pair", "several", "handful", "trio").contains(text(at))) {
      mark = whole(x);
    } else if (Set.of("couple", "few", "pair", "handful").contains(text(at)) && bare(last)) {
      count = OptionalInt.of((int) x);
    }
  }

  private boolean counted(int last) {
    return NumberWords.counted(words, last + 1);
  }

  private OptionalInt whole(double x) {
    return x == Math.floor(x) && x >= 1 && x <= 10 ? OptionalInt.of((int) x) : mark;
  }

  private boolean asksFor(int at) {
    String before = text(at - 1);
    String beforeThat =
        Set.of("a", "the", "my", "like", "at", "about", "your", "some", "up", "with", "of")
                .contains(before)
            ? text(at - 2)
            : before;
    return ASKS.contains(beforeThat);
  }

  private boolean counts(int at, int last) {
    if (text(at).equals("one") || text(at).equals("single")) {
      boolean asked =
          Set.of("just", "only", "exactly", "recommend", "suggest", "pick", "me", "precisely", "a")
              .contains(text(at - 1));
      boolean title =
          Set.of(
                  "anime",
                  "movie",
                  "film",
                  "show",
                  "series",
                  "title",
                  "recommendation",
                  "suggestion",
                  "pick",
                  "ova",
                  "rec",
                  "only",
                  "best",
                  "answer")
              .contains(text(last + 1));
      return (asked
                  && (title
                      || at + 1 == words.size()
                      || words.get(at + 1).breaksBefore()
                      || counted(last)
                      || Set.of("please", "thing", "for", "that").contains(text(last + 1)))
              || title)
          && !Set.of("this", "that", "which", "what").contains(text(at - 1))
          && !(text(at - 1).equals("a") && text(at).equals("one"))
          && !Set.of("season", "cour", "reason", "episode").contains(text(last + 1));
    }
    return asksFor(at) && !(text(at - 1).equals("for") && !counted(last)) && !rates(at, last)
        || counted(last);
  }

  /** "Give it a 9" asks for no nine titles. */
  private boolean rates(int at, int last) {
    return Set.of("give", "gave")
            .contains(text(at - 1).equals("a") || text(at - 1).equals("an") ? text(at - 2) : "")
        && bare(last);
  }

  /** What a word a little before the number says it counts; null: nothing. */
  private String unitBefore(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
      if (words.get(i + 1).comma()) {
        return null;
      }
      String text = text(i);
      if (NumberWords.RATING.contains(text)) {
        return "rating";
      }
      if (Set.of("episodes", "episode", "length", "eps").contains(text)) {
        return "episodes";
      }
      if (Set.of("members", "popularity").contains(text)) {
        return "members";
      }
      if (!Double.isNaN(value(i))
          || words.get(i + 1).breaksBefore()
          || text.equals("with")
          || ASKS.contains(text) && !text.equals("just")) {
        return null;
      }
    }
    return null;
  }
}
