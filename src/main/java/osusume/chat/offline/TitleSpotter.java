package osusume.chat.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import osusume.chat.tool.TitleFinder;
import osusume.data.Catalogue;

/**
 * Finds the titles that a message names. A whole name of unusual words is one wherever it stands. A
 * name that is made of everyday words ("Another", "Monster") is one only where the message points
 * at it ({@link NamePointers}). Parts of names and names with mistakes are looked for only where a
 * name is pointed at, and the less clearly it is, the better known a title must be to be meant.
 * What is clearly a name and belongs to no title is kept as unknown.
 */
final class TitleSpotter {
  private static final int LONGEST = 14;
  private static final int LONGEST_NEAR = 5;

  /** How many searches by parts and near spellings a message may cost. */
  private static final int MOST_SEARCHES = 4;

  /** Known to one in so many of those who know the best known title: well known. */
  private static final int WELL_KNOWN = 40;

  private static final int FAMOUS = 8;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_MISTAKEN = 6;

  /** Words that may stand in small letters within a name. */
  private static final Set<String> WITHIN_NAMES =
      Set.of("of", "the", "no", "to", "and", "a", "wa", "ga", "wo", "ni", "de", "in", "x", "e");

  private final TitleFinder finder;
  private final Catalogue catalogue;
  private final Lexicon lexicon = Lexicon.ENGLISH;
  private final int mostMembers;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Word> words;
  private final NamePointers pointers;
  private int searches;

  private TitleSpotter(Catalogue catalogue, List<Word> words) {
    this.finder = TitleFinder.of(catalogue);
    this.catalogue = catalogue;
    this.mostMembers =
        catalogue.size() == 0 ? 0 : catalogue.anime(catalogue.rowsByMembers()[0]).members();
    this.words = words;
    this.pointers = new NamePointers(words);
  }

  /** The titles a message names, from left to right. */
  static List<Mention> spot(List<Word> words, Catalogue catalogue) {
    return new TitleSpotter(catalogue, words).all();
  }

  private List<Mention> all() {
    for (int at = 0; at < words.size(); ) {
      Mention mention = words.get(at).quoted() ? quoted(at) : named(at);
      if (mention == null && !words.get(at).quoted()) {
        mention = capitals(at);
      }
      if (mention == null && !words.get(at).quoted()) {
        mention = searched(at);
      }
      if (mention != null) {
        mentions.add(mention);
      }
      at = mention == null ? at + 1 : mention.to();
    }
    return mentions;
  }

  private Mention quoted(int at) {
    if (at > 0 && words.get(at - 1).quoted() && !words.get(at).before().matches(".*[\"“”].*")) {
      return null;
    }
    int to = at + 1;
    while (to < words.size()
        && words.get(to).quoted()
        && !words.get(to).before().matches(".*[\"“”].*")) {
      to++;
    }
    return found(at, to, finder.find(said(at, to)), true);
  }

  private Mention named(int at) {
    for (int to = Math.min(words.size(), at + LONGEST); to > at; to--) {
      String said = said(at, to);
      OptionalInt row = finder.named(said);
      if (row.isPresent() && meant(at, to, row.getAsInt())) {
        if (goesOn(to)) {
          int end = nameEnd(to);
          return found(at, end, finder.find(said(at, end)), true);
        }
        return new Mention(at, to, said, row, List.of(), false);
      }
    }
    return null;
  }

  /** Whether a name that was found goes on: "Cowboy Bebop 3: The Return". */
  private boolean goesOn(int to) {
    boolean number = to < words.size() && words.get(to).number();
    int after = number ? to + 1 : to;
    return after < words.size()
        && words.get(after).capital()
        && words.get(after).before().startsWith(":");
  }

  private int nameEnd(int to) {
    int end = to + 1;
    while (end < words.size() && words.get(end).capital() | within(end)) {
      end++;
    }
    return end;
  }

  private boolean within(int at) {
    return at + 1 < words.size()
        && words.get(at + 1).capital()
        && WITHIN_NAMES.contains(words.get(at).text());
  }

  private boolean meant(int at, int to, int row) {
    List<Word> span = words.subList(at, to);
    if (span.size() == words.size()) {
      return !genre(span)
          && !NamePointers.referring(span)
          && (span.stream().anyMatch(word -> !everyday(word))
              || members(row) * (long) WELL_KNOWN >= mostMembers);
    }
    if (span.getFirst().number() && span.size() == 1) {
      return false;
    }
    if (span.stream().anyMatch(word -> !everyday(word))) {
      boolean known = members(row) * 200L >= mostMembers;
      boolean clear = span.size() > 1 || span.getFirst().capital() || known;
      return clear && (span.getFirst().raw().length() > 2 || span.size() > 1) && !genre(span);
    }
    if (span.stream().allMatch(word -> word.number() || !Double.isNaN(NumberWords.value(word)))) {
      return false;
    }
    if (genre(span) || NamePointers.referring(span)) {
      return false;
    }
    if (pointers.capitals(at, to)) {
      return true;
    }
    if (literal(span, row)) {
      return true;
    }
    if (span.size() >= 3) {
      return span.stream().anyMatch(word -> word.text().length() > 4)
          && members(row) * (long) WELL_KNOWN >= mostMembers;
    }
    boolean known = members(row) > 1000;
    boolean afterOne =
        !mentions.isEmpty()
            && mentions.getLast().to() == at - 1
            && pointers.joins(at - 1)
            && members(row) * (long) WELL_KNOWN >= mostMembers;
    return known
        && pointers.nameEnds(to)
        && (afterOne
            || besideOne(to) && members(row) * (long) WELL_KNOWN >= mostMembers
            || pointers.strong(at)
            || pointers.judged(at, to)
                && span.getFirst().capital()
                && members(row) * (long) WELL_KNOWN >= mostMembers);
  }

  /** Whether "or" and another well-known name stand behind: "bleach or naruto". */
  private boolean besideOne(int at) {
    if (at + 1 >= words.size() || !Set.of("or", "vs", "versus").contains(words.get(at).text())) {
      return false;
    }
    for (int to = at + 2; to <= Math.min(words.size(), at + 1 + LONGEST_NEAR); to++) {
      OptionalInt row = finder.named(said(at + 1, to));
      if (row.isPresent()
          && !genre(words.subList(at + 1, to))
          && members(row.getAsInt()) * (long) WELL_KNOWN >= mostMembers) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name with signs within it stands there sign by sign: "K-On!". */
  private boolean literal(List<Word> span, int row) {
    if (span.size() < 2) {
      return false;
    }
    StringBuilder text = new StringBuilder(span.getFirst().raw());
    span.subList(1, span.size()).forEach(word -> text.append(word.before()).append(word.raw()));
    return text.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != ' ')
        && catalogue
            .anime(row)
            .name()
            .toLowerCase(Locale.ROOT)
            .startsWith(text.toString().toLowerCase(Locale.ROOT));
  }

  private boolean genre(List<Word> span) {
    List<String> texts = span.stream().map(Word::text).toList();
    return lexicon
            .hits(texts, Set.of("genre", "any", "type", "episodes", "rating", "members", "sort"))
            .stream()
            .anyMatch(hit -> hit.from() == 0 && hit.to() == texts.size())
        && !(span.size() == 1 && Set.of("monster", "monsters").contains(texts.getFirst()));
  }

  private boolean everyday(Word word) {
    return lexicon.knows(word.text()) || word.number();
  }

  private boolean strange(Word word) {
    return !everyday(word) && lexicon.mended(word.text()).equals(word.text());
  }

  /** A row of capitals in the middle of a sentence is a name, known or not. */
  private Mention capitals(int at) {
    if (pointers.begins(at) && everyday(words.get(at))) {
      return null;
    }
    int to = at;
    while (to < words.size()
        && (to == at || !words.get(to).breaksBefore() || words.get(to).before().startsWith(":"))
        && (words.get(to).capital() || to > at && (within(to) || words.get(to).number()))) {
      to++;
    }
    boolean clear =
        to - at > 1
            && pointers.capitals(at, to)
            && !genre(words.subList(at, to))
            && words.subList(at, to).stream()
                .noneMatch(word -> NamePointers.PRONOUNS.contains(word.text()));
    if (!clear || holdsAnother(at, to)) {
      return null;
    }
    boolean strange = words.subList(at, to).stream().anyMatch(word -> !everyday(word));
    boolean keep = strange || pointers.strong(at) || to - at > 2;
    return found(at, to, finder.find(said(at, to)), keep);
  }

  /** Whether a whole name, or the words of a wish, stand within some words. */
  private boolean holdsAnother(int from, int to) {
    for (int a = from; a < to; a++) {
      for (int b = a + 1; b <= to; b++) {
        OptionalInt row = b - a < to - from ? finder.named(said(a, b)) : OptionalInt.empty();
        if (row.isPresent()
            && (b - a > 1 || strange(words.get(a)))
            && members(row.getAsInt()) * (long) WELL_KNOWN >= mostMembers) {
          return true;
        }
      }
    }
    return false;
  }

  /** Looks for a part of a name, or for one with mistakes in it. */
  private Mention searched(int at) {
    Word first = words.get(at);
    boolean strange = strange(first);
    boolean strong = pointers.strong(at);
    boolean capital = first.capital() && pointers.capitals(at, at + 1);
    boolean alone = words.size() <= LONGEST_NEAR && at == 0 && strange;
    boolean looked = strange || capital && !genre(List.of(first)) || strong && !everyday(first);
    if (!looked || first.text().length() < 3 || NamePointers.PRONOUNS.contains(first.text())) {
      return null;
    }
    int end = at + 1;
    while (end < Math.min(words.size(), at + LONGEST_NEAR)
        && !words.get(end).breaksBefore()
        && !NamePointers.AFTER_A_NAME.contains(words.get(end).text())) {
      end++;
    }
    for (int to = end; to > at; to--) {
      boolean strangeEnd = strange(words.get(to - 1)) || words.get(to - 1).number();
      if (to == at + 1 || strangeEnd || first.capital() && words.get(to - 1).capital()) {
        if (searches++ >= MOST_SEARCHES) {
          return null;
        }
        TitleFinder.Found found = finder.find(said(at, to));
        boolean keep = to == at + 1 && strange && strong;
        if (believable(found, at, to, strong || capital || alone)) {
          return found(at, to, found, keep);
        }
        if (keep && said(at, to).length() > 3) {
          return new Mention(at, end, said(at, end), OptionalInt.empty(), found.nearest(), false);
        }
      }
    }
    return null;
  }

  /** Whether a title found by a part of its name or with mistakes may be meant. */
  private boolean believable(TitleFinder.Found found, int at, int to, boolean pointed) {
    int letters = said(at, to).length();
    if (found.how() == TitleFinder.How.AMBIGUOUS) {
      return pointed && letters >= SHORTEST_PART;
    }
    if (found.row().isEmpty()) {
      return false;
    }
    long members = members(found.row().getAsInt());
    int least = pointed ? WELL_KNOWN : FAMOUS;
    return switch (found.how()) {
      case NAME, SPELLING -> pointed || members * 200L >= mostMembers;
      case INITIALS -> members * (long) least >= mostMembers && (pointed || letters > 3);
      case NEAR -> members * (long) least >= mostMembers && letters >= SHORTEST_MISTAKEN;
      default ->
          members * (long) least >= mostMembers
              && letters >= SHORTEST_PART
              && (pointed || to - at > 1);
    };
  }

  private long members(int row) {
    return catalogue.anime(row).members();
  }

  private Mention found(int at, int to, TitleFinder.Found found, boolean keepUnknown) {
    String said = said(at, to);
    if (found.how() == TitleFinder.How.NONE) {
      return keepUnknown && said.length() > 3
          ? new Mention(at, to, said, OptionalInt.empty(), found.nearest(), false)
          : null;
    }
    boolean far = found.how() == TitleFinder.How.PART || found.how() == TitleFinder.How.INITIALS;
    if (keepUnknown && far && to - at > 2) {
      return new Mention(
          at, to, said, OptionalInt.empty(), found.row().stream().boxed().toList(), false);
    }
    return new Mention(
        at, to, said, found.row(), found.nearest(), found.how() == TitleFinder.How.AMBIGUOUS);
  }

  private String said(int from, int to) {
    return words.subList(from, to).stream().map(Word::raw).collect(Collectors.joining(" "));
  }
}
