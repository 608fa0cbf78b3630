package osusume.chat.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import osusume.chat.Ground;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.NumberRange;
import osusume.mylist.Status;

/** Reads a message: words, then titles, numbers and wishes, then what it is for. */
final class Reader {
  private static final Set<String> POINTS_BACK =
      Set.of("it", "that", "this", "them", "those", "these", "its", "both");
  private static final List<Set<String>> PLACES =
      List.of(
          Set.of("first", "1st"),
          Set.of("second", "2nd"),
          Set.of("third", "3rd"),
          Set.of("fourth", "4th"),
          Set.of("fifth", "5th"),
          Set.of("sixth", "6th"));
  private static final Word TITLE = new Word("", "", " ", false);

  private final Context context;
  private final Catalogue catalogue;
  private final List<Mention> mentions;
  private final List<Word> words = new ArrayList<>();
  private final Numbers numbers;
  private final WishReader.Read read;
  private final Clues clues;

  private Reader(String message, Context context, Ground ground) {
    this.context = context;
    this.catalogue = ground.catalogue();
    List<Word> all = Word.of(message);
    boolean partOfAName = !new Clues(all, message).contained().isEmpty();
    this.mentions = partOfAName ? List.of() : TitleSpotter.spot(all, catalogue);
    int at = 0;
    for (Mention mention : mentions) {
      words.addAll(mended(all.subList(at, mention.from())));
      words.add(new Word(TITLE.text(), mention.said(), all.get(mention.from()).before(), false));
      at = mention.to();
    }
    words.addAll(mended(all.subList(at, all.size())));
    this.numbers = Numbers.of(words);
    this.read = WishReader.read(words, numbers, catalogue);
    this.clues = new Clues(words, message);
  }

  /** Reads a message in the light of what was said before. */
  static Understanding read(String message, Context context, Ground ground) {
    return new Reader(message, context, ground).understand();
  }

  private static List<Word> mended(List<Word> words) {
    return words.stream()
        .map(
            word ->
                new Word(
                    Lexicon.ENGLISH.mended(word.text()), word.raw(), word.before(), word.quoted()))
        .toList();
  }

  private Understanding understand() {
    List<Integer> titles = titles();
    boolean bySaying = !titles.isEmpty();
    boolean pointed = false;
    boolean moreOfThem =
        clues.ask("more")
            && !clues.about()
            && !clues.matches(
                " (like|similar to) (the (first|second|third|fourth|fifth|last)|number|no) ")
            && !clues.ask("details")
            && !clues.ask("explain")
            && context.last().filter(last -> last.intent().offers()).isPresent();
    boolean countsAnew =
        (clues.share() || clues.has("how many", "number of"))
            && !read.wishes().isNone()
            && !clues.hasWord(Set.of("them", "those", "these", "it", "ones", "one"));
    if (titles.isEmpty() && mentions.isEmpty() && !moreOfThem && !countsAnew) {
      titles = pointedAt();
      pointed = !titles.isEmpty();
    }
    Intent intent =
        new IntentRules(
                new IntentRules.Message(
                    clues, read, numbers, titles.size(), bySaying, unclear(), context))
            .intent();
    boolean follows = !countsAnew && follows(intent, bySaying, pointed);
    Understanding now = understanding(intent, titles);
    return follows ? followed(now, pointed) : now;
  }

  private List<Mention> unclear() {
    return mentions.stream().filter(mention -> mention.row().isEmpty()).toList();
  }

  private List<Integer> titles() {
    return mentions.stream()
        .filter(mention -> mention.row().isPresent())
        .map(mention -> mention.row().getAsInt())
        .distinct()
        .toList();
  }

  /** The titles of the last answer that "the second one" or "it" means. */
  private List<Integer> pointedAt() {
    List<Integer> named = context.named();
    if (named.isEmpty()) {
      return List.of();
    }
    Set<Integer> rows = new LinkedHashSet<>();
    numbers.place().stream()
        .filter(place -> place >= 1 && place <= named.size())
        .forEach(place -> rows.add(catalogue.rowOfId(named.get(place - 1))));
    for (int place = 0; place < PLACES.size(); place++) {
      if (place < named.size() && clues.hasWord(PLACES.get(place))) {
        rows.add(catalogue.rowOfId(named.get(place)));
      }
    }
    if (clues.has("last one", "the last", "last of")) {
      rows.add(catalogue.rowOfId(named.getLast()));
    }
    boolean all = clues.hasWord(Set.of("both", "them", "those", "these"));
    if (rows.isEmpty() && (all || clues.hasWord(POINTS_BACK) || clues.about())) {
      named.stream().limit(all ? 2 : 1).map(catalogue::rowOfId).forEach(rows::add);
    }
    rows.remove(-1);
    return List.copyOf(rows);
  }

  private boolean follows(Intent intent, boolean bySaying, boolean pointed) {
    if (context.last().isEmpty() || bySaying || !unclear().isEmpty()) {
      return false;
    }
    Understanding last = context.last().get();
    boolean offered = last.intent().offers() || last.intent() == Intent.COUNT;
    if (!offered || !(intent.offers() || intent == Intent.UNCLEAR || intent == Intent.COUNT)) {
      return false;
    }
    boolean turns = clues.turns() || clues.ask("more") || !read.relatives().isEmpty();
    boolean short4 = words.size() <= 4 && !clues.freshStart() && !read.wishes().isNone();
    return !pointed
        && (turns && !clues.freshStart() || short4 || clues.ask("more") && words.size() <= 6);
  }

  private Understanding understanding(Intent intent, List<Integer> titles) {
    Wishes wishes = relative(read.wishes(), titles);
    OptionalInt user = numbers.userId();
    return new Understanding(
        intent,
        clues.contained().isEmpty() ? wishes : containing(wishes),
        titles,
        unclear(),
        count(intent),
        user,
        read.sort(),
        intent == Intent.STATISTIC ? Optional.of(clues.statistic()) : Optional.empty(),
        numbers.mark(),
        clues.status().map(name -> Status.valueOf(name.toUpperCase(java.util.Locale.ROOT))),
        clues.said("lacks"),
        read.adult(),
        Set.of(),
        clues.language(),
        clues.counted());
  }

  /** How many titles are wanted; of "the longest anime" one. */
  private OptionalInt count(Intent intent) {
    if (numbers.count().isPresent()) {
      return numbers.count();
    }
    if (clues.singular().isPresent()) {
      return clues.singular();
    }
    return intent == Intent.LIST
            && !read.sort().isEmpty()
            && clues.matches(" (anime|title|movie|film|show|series|ova|special|one|cartoon) ")
            && !clues.matches(" (animes|titles|movies|films|shows|ovas|specials|ones|list|top) ")
            && !clues.has("series")
        ? OptionalInt.of(1)
        : OptionalInt.empty();
  }

  private Wishes containing(Wishes wishes) {
    return new Wishes(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        wishes.types(),
        wishes.episodes(),
        wishes.rating(),
        wishes.members(),
        clues.contained(),
        wishes.unwatched());
  }

  /** The last wishes with what this message changes of them. */
  private Understanding followed(Understanding now, boolean pointed) {
    Understanding last = context.last().orElseThrow();
    List<Integer> shownRows =
        context.named().stream().map(catalogue::rowOfId).filter(row -> row >= 0).toList();
    boolean instead =
        clues.begins("and what about", "what about", "how about", "and how about")
            || clues.has("instead")
            || last.intent() == Intent.COUNT && clues.begins("and");
    Wishes old = instead ? last.wishes().replacedBy(read.wishes()) : last.wishes();
    Wishes changed = relative(read.wishes(), shownRows).over(old);
    Intent intent =
        last.intent() == Intent.COUNT && now.intent() != Intent.COUNT && !clues.turns()
            ? Intent.RECOMMEND
            : last.intent();
    Understanding merged =
        now.with(intent, changed, last.titles(), intent.offers() ? context.shown() : Set.of());
    boolean one = clues.has("another", "another one", "one more", "a different one", "next one");
    OptionalInt count =
        now.count().isPresent() ? now.count() : one ? OptionalInt.of(1) : last.count();
    return merged.with(
        count,
        now.sort().isEmpty() ? last.sort() : now.sort(),
        now.userId().isPresent() ? now.userId() : last.userId());
  }

  /** What "shorter" and the like ask for beside some titles. */
  private Wishes relative(Wishes wishes, List<Integer> rows) {
    List<Anime> beside = rows.stream().map(catalogue::anime).toList();
    Wishes made = wishes;
    for (String how : read.relatives()) {
      switch (how) {
        case "shorter" -> {
          if (wishes.episodes().isAny()) {
            int least =
                beside.stream().mapToInt(Anime::episodes).filter(n -> n > 1).min().orElse(14);
            made = made.withEpisodes(below(least - 1));
          }
        }
        case "longer" -> {
          if (wishes.episodes().isAny()) {
            int most =
                beside.stream().mapToInt(Anime::episodes).filter(n -> n > 0).max().orElse(26);
            made = made.withEpisodes(above(most + 1));
          }
        }
        case "better" ->
            made =
                made.withRating(
                    above(
                        Math.min(
                            9,
                            beside.stream()
                                .mapToDouble(Anime::rating)
                                .filter(Double::isFinite)
                                .max()
                                .orElse(8))));
        case "obscure" ->
            made =
                made.withMembers(
                    below(beside.stream().mapToInt(Anime::members).min().orElse(50_001) - 1));
        case "popular" ->
            made =
                made.withMembers(
                    above(beside.stream().mapToInt(Anime::members).max().orElse(99_999) + 1));
        default -> {}
      }
    }
    return made;
  }

  private static NumberRange below(double x) {
    return NumberRange.between(Double.NEGATIVE_INFINITY, Math.max(1, x));
  }

  private static NumberRange above(double x) {
    return NumberRange.between(x, Double.POSITIVE_INFINITY);
  }
}
