package osusume.chat.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import osusume.chat.offline.Lexicon.Hit;
import osusume.chat.offline.Lexicon.Meaning;
import osusume.data.Catalogue;
import osusume.data.NumberRange;

/**
 * Reads off a message what titles must be like. "No" and its like turn the wishes behind them
 * round, up to the end of the clause; "less" does so more gently.
 */
final class WishReader {
  private static final Set<String> KINDS =
      Set.of(
          "genre",
          "any",
          "type",
          "episodes",
          "rating",
          "members",
          "gem",
          "sort",
          "relative",
          "seen",
          "no",
          "less");
  private static final Set<String> JOINS =
      Set.of(
          "or",
          "nor",
          "and",
          "any",
          "a",
          "an",
          "much",
          "too",
          "so",
          "of",
          "the",
          "more",
          "with",
          "please",
          "very",
          "really",
          "that",
          "is",
          "have",
          "has",
          "contain",
          "anime",
          "stuff",
          "it",
          "be",
          "want",
          "involving",
          "featuring",
          "in",
          "set",
          "about",
          "on",
          "all",
          "kind",
          "particularly",
          "necessarily",
          "feel",
          "watch",
          "see",
          "into",
          "involve",
          "involves",
          "feature",
          "for",
          "to",
          "another",
          "recommend",
          "suggest",
          "me",
          "show",
          "heavy",
          "full");
  private static final int FARTHEST = 4;

  private static final String KNOWS =
      " (has |have |had )?(ever |really |actually |even )?"
          + "(knows?|seen|saw|watche[sd]|watch|heard|talks?|remembers?|loves?|is watching)( |$)";
  private static final Pattern HARDLY_KNOWN =
      Pattern.compile(
          " (nobody|no one|noone|no body|few people|hardly anyone|hardly anybody|barely anyone"
              + "|barely anybody|hardly any people|not many|not many people|almost nobody"
              + "|almost no one|few|only a few people|very few people)( else)?"
              + KNOWS
              + "|(most people|many people|everyone|everybody) (have never|never|has never|havent"
              + "|dont|overlooked|missed) ");
  private static final Pattern WIDELY_KNOWN =
      Pattern.compile(
          " (everybody|everyone|most people|lots of people|the whole world|the world)( else)?"
              + KNOWS);

  private final Catalogue catalogue;
  private final Set<String> genres = new LinkedHashSet<>();
  private final Set<String> any = new LinkedHashSet<>();
  private final Set<String> without = new LinkedHashSet<>();

  /** Of genres that one phrase stands for, those that were wanted as well stay wanted. */
  private final Set<String> withoutOneOf = new LinkedHashSet<>();

  private final Set<String> less = new LinkedHashSet<>();

  /** Genres said one behind the other, and the word behind the last of them. */
  private final Set<String> row = new LinkedHashSet<>();

  private int lastGenreEnd;
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<String> notTypes = new LinkedHashSet<>();
  private NumberRange episodes = NumberRange.ANY;
  private NumberRange rating = NumberRange.ANY;
  private NumberRange members = NumberRange.ANY;
  private Optional<Boolean> unwatched = Optional.empty();
  private String sort = "";
  private final Set<String> relatives = new LinkedHashSet<>();

  /** What a message wishes, beside ranges that compare with a title: "shorter". */
  record Read(Wishes wishes, String sort, Set<String> relatives, boolean adult) {}

  private WishReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param words without those that belong to titles, in whose place stands one empty word
   * @param numbers of the same message
   */
  static Read read(List<Word> words, Numbers numbers, Catalogue catalogue) {
    WishReader reader = new WishReader(catalogue);
    reader.take(words);
    return reader.result(numbers);
  }

  private void take(List<Word> words) {
    List<String> texts = words.stream().map(Word::text).toList();
    known(texts);
    String turned = "";
    int turnedAt = 0;
    boolean turnedAnything = false;
    for (Hit hit : Lexicon.ENGLISH.hits(texts, KINDS)) {
      Meaning first = hit.meanings().getFirst();
      if (!turned.isEmpty() && !goesOn(words, turnedAt, hit.from(), turnedAnything)) {
        turned = "";
      }
      if (first.kind().equals("no") || first.kind().equals("less")) {
        turned = first.kind();
        turnedAt = hit.to();
        turnedAnything = false;
        continue;
      }
      if (verb(texts, hit)) {
        continue;
      }
      boolean orBefore = turned.isEmpty() && first.kind().equals("genre") && either(words, hit);
      if (turned.isEmpty() && leftOut(texts, hit)) {
        hit.meanings().forEach(meaning -> take(meaning, "no"));
        continue;
      }
      for (Meaning meaning : hit.meanings()) {
        take(meaning, turned);
      }
      if (turned.isEmpty() && first.kind().equals("genre")) {
        inARow(words, hit, orBefore);
      }
      if (!turned.isEmpty()) {
        turnedAt = hit.to();
        turnedAnything = true;
      }
    }
  }

  /** "Keep the romance out" turns round what stands before. */
  private static boolean leftOut(List<String> texts, Hit hit) {
    boolean out =
        hit.to() < texts.size() && Set.of("out", "away", "aside").contains(texts.get(hit.to()));
    return out
        && texts.subList(Math.max(0, hit.from() - 3), hit.from()).stream()
            .anyMatch(Set.of("keep", "leave", "take", "leaving", "keeping")::contains);
  }

  /** What is said of how many know a title: "nobody has heard of", "everybody loves". */
  private void known(List<String> texts) {
    String text = " " + String.join(" ", texts) + " ";
    if (HARDLY_KNOWN.matcher(text).find()) {
      members = range("..50000");
    } else if (WIDELY_KNOWN.matcher(text).find()) {
      members = range("100000..");
    }
  }

  /** Whether "or" joins a genre to the one before it. */
  private boolean either(List<Word> words, Hit hit) {
    return lastGenreEnd > 0
        && (hit.from() == lastGenreEnd + 1 && words.get(lastGenreEnd).text().equals("or")
            || hit.from() == lastGenreEnd && words.get(hit.from()).before().strip().equals("/"));
  }

  /** Genres in a row, of which "or" makes one that is enough: "action, comedy or drama". */
  private void inARow(List<Word> words, Hit hit, boolean either) {
    boolean goesOn =
        either || hit.from() == lastGenreEnd && lastGenreEnd > 0 && words.get(hit.from()).comma();
    if (!goesOn) {
      row.clear();
    }
    hit.meanings().forEach(meaning -> row.addAll(List.of(meaning.value().split("\\+"))));
    row.retainAll(catalogue.genres());
    if (either) {
      genres.removeAll(row);
      any.addAll(row);
    }
    lastGenreEnd = hit.to();
  }

  /** Whether "no" still holds at a word, having begun or been used up before another. */
  private static boolean goesOn(List<Word> words, int from, int to, boolean used) {
    if (to - from > FARTHEST + (used ? 0 : 1)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!JOINS.contains(words.get(i).text()) || words.get(i).text().equals("with") && used) {
        return false;
      }
    }
    for (int i = from; i <= to && i < words.size(); i++) {
      if (words.get(i).breaksBefore() && (!words.get(i).comma() || used && !listed(words, from))) {
        return false;
      }
    }
    boolean join = to > from && Set.of("or", "nor", "and", "any").contains(words.get(from).text());
    return !used || join || words.get(to).comma();
  }

  /** Whether a list with "or" or "and" goes on behind a comma. */
  private static boolean listed(List<Word> words, int at) {
    for (int i = at; i < Math.min(words.size(), at + 5); i++) {
      if (Set.of("or", "nor", "and").contains(words.get(i).text())) {
        return true;
      }
      if (words.get(i).text().equals("but")) {
        return false;
      }
    }
    return false;
  }

  /** "Show me" asks for no show, and "like to watch a film" for one. */
  private static boolean verb(List<String> texts, Hit hit) {
    String word = texts.get(hit.from());
    String next = hit.to() < texts.size() ? texts.get(hit.to()) : "";
    String before = hit.from() > 0 ? texts.get(hit.from() - 1) : "";
    if (word.equals("show") && hit.to() == hit.from() + 1) {
      return hit.from() == 0
          || Set.of("me", "us", "all", "some", "more", "only").contains(next)
          || Set.of("you", "please", "to", "never", "dont").contains(before);
    }
    return word.equals("long") && before.equals("how")
        || word.equals("popular") && before.equals("how")
        || word.equals("top") && Set.of("of", "on").contains(before) && next.isEmpty()
        || word.equals("cut");
  }

  private void take(Meaning meaning, String turned) {
    boolean plain = turned.isEmpty();
    switch (meaning.kind()) {
      case "genre" -> genres(List.of(meaning.value().split("\\+")), plain ? genres : null, turned);
      case "any" -> {
        List<String> named = List.of(meaning.value().split("\\|"));
        if (turned.equals("no")) {
          named.stream().filter(catalogue.genres()::contains).forEach(withoutOneOf::add);
        } else {
          genres(named, plain ? any : null, turned);
        }
      }
      case "type" -> type(meaning.value(), plain);
      case "episodes" -> {
        if (plain) {
          episodes = episodes.and(range(meaning.value()));
        } else {
          episodes = opposite(meaning.value());
        }
      }
      case "rating" -> {
        if (plain) {
          rating = rating.and(range(meaning.value()));
        }
      }
      case "gem" -> rating = rating.and(range(meaning.value() + ".."));
      case "members" ->
          members =
              plain
                  ? range(meaning.value())
                  : range(meaning.value().startsWith("..") ? "100000.." : "..50000");
      case "sort" -> sort = plain ? meaning.value() : sort;
      case "relative" -> relatives.add(meaning.value());
      case "seen" -> unwatched = Optional.of(meaning.value().equals("no"));
      default -> {}
    }
  }

  private void genres(List<String> named, Set<String> wanted, String turned) {
    Set<String> into = wanted != null ? wanted : turned.equals("no") ? without : less;
    if (into == any && !any.isEmpty()) {
      named.stream().filter(catalogue.genres()::contains).limit(1).forEach(genres::add);
      return;
    }
    named.stream().filter(catalogue.genres()::contains).forEach(into::add);
  }

  private void type(String type, boolean plain) {
    (plain ? types : notTypes).add(type);
  }

  private static NumberRange opposite(String range) {
    return range.startsWith("..") ? range("14..") : range("..26");
  }

  private static NumberRange range(String text) {
    int dots = text.indexOf("..");
    String low = text.substring(0, dots);
    String high = text.substring(dots + 2);
    return NumberRange.between(
        low.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(low),
        high.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(high));
  }

  private Read result(Numbers numbers) {
    boolean adult = genres.contains(Catalogue.ADULT_GENRE) || any.contains(Catalogue.ADULT_GENRE);
    Set<String> positive = new LinkedHashSet<>(any);
    positive.addAll(genres);
    withoutOneOf.removeAll(positive);
    without.addAll(withoutOneOf);
    genres.removeAll(without);
    any.removeAll(without);
    any.removeAll(less);
    genres.removeAll(less);
    if (!any.isEmpty() && any.stream().anyMatch(genres::contains)) {
      any.clear();
    }
    if (!notTypes.isEmpty() && types.isEmpty()) {
      catalogue.types().stream().filter(type -> !type.equals("Unknown")).forEach(types::add);
    }
    types.removeAll(notTypes);
    types.retainAll(catalogue.types());
    Wishes wishes =
        new Wishes(
            genres,
            any,
            without,
            less,
            types,
            numbers.episodes().isAny() ? episodes : numbers.episodes(),
            numbers.rating().isAny() ? rating : numbers.rating(),
            numbers.members().isAny() ? members : numbers.members(),
            "",
            unwatched);
    return new Read(
        wishes, sort, new ArrayList<>(relatives).isEmpty() ? Set.of() : relatives, adult);
  }
}
