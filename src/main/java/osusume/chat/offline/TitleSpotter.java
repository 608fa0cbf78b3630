package osusume.chat.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import osusume.chat.tool.TitleFinder;
import osusume.data.Catalogue;

/**
 * Finds the titles that a message names. A whole name of unusual words is one wherever it stands. A
 * name that is made of everyday words ("Another", "Monster") is one only where the message points
 * at it: in quotation marks, with capitals in the middle of a sentence, or behind a word such as
 * "like". Behind such a word parts of names and names with mistakes are looked for as well.
 */
final class TitleSpotter {
  private static final int LONGEST = 14;
  private static final int LONGEST_NEAR = 5;

  /** How many searches by parts and near spellings a message may cost. */
  private static final int MOST_SEARCHES = 4;

  private static final Set<String> POINTERS =
      Set.of(
          "like",
          "to",
          "than",
          "as",
          "about",
          "rate",
          "rated",
          "gave",
          "give",
          "dropped",
          "drop",
          "finished",
          "completed",
          "watched",
          "watching",
          "loved",
          "love",
          "enjoyed",
          "liked",
          "explain",
          "compare",
          "vs",
          "versus",
          "mark",
          "add",
          "with",
          "of",
          "is",
          "started",
          "seen",
          "recommend",
          "hide",
          "in",
          "why",
          "watch",
          "enjoy",
          "put",
          "save",
          "not",
          "for",
          "after",
          "plan",
          "on",
          "does",
          "or",
          "and",
          "pause",
          "are",
          "hated",
          "was",
          "has",
          "suggest",
          "bookmark",
          "abandoned",
          "quit",
          "adore",
          "adored",
          "resembling",
          "called");

  /** Behind these a name is so likely that one of everyday words counts as one. */
  private static final Set<String> STRONG =
      Set.of(
          "like",
          "than",
          "rate",
          "rated",
          "gave",
          "dropped",
          "drop",
          "finished",
          "completed",
          "loved",
          "enjoyed",
          "liked",
          "explain",
          "compare",
          "vs",
          "versus",
          "mark",
          "add",
          "started",
          "to",
          "about",
          "bookmark",
          "hated",
          "called");

  private static final Set<String> AFTER_A_NAME =
      Set.of(
          "but",
          "and",
          "or",
          "with",
          "that",
          "without",
          "please",
          "about",
          "for",
          "if",
          "vs",
          "versus",
          "a",
          "an",
          "to",
          "as",
          "is",
          "on",
          "in",
          "only",
          "which",
          "good",
          "any",
          "so",
          "yet",
          "last",
          "yesterday",
          "today",
          "because",
          "have",
          "has",
          "better",
          "worth");

  private final TitleFinder finder;
  private final Catalogue catalogue;
  private final Lexicon lexicon = Lexicon.ENGLISH;
  private int searches;

  TitleSpotter(Catalogue catalogue) {
    this.finder = TitleFinder.of(catalogue);
    this.catalogue = catalogue;
  }

  /** The titles a message names, from left to right. */
  List<Mention> spot(List<Word> words) {
    searches = 0;
    List<Mention> mentions = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Mention mention = named(words, at);
      if (mention == null) {
        mention = searched(words, at);
      }
      if (mention != null) {
        mentions.add(mention);
      }
      at = mention == null ? at + 1 : mention.to();
    }
    return mentions;
  }

  private Mention named(List<Word> words, int at) {
    for (int to = Math.min(words.size(), at + LONGEST); to > at; to--) {
      String said = said(words, at, to);
      OptionalInt row = finder.named(said);
      if (row.isPresent() && meant(words, at, to, row.getAsInt())) {
        return new Mention(at, to, said, row, List.of(), false);
      }
    }
    return null;
  }

  private boolean meant(List<Word> words, int at, int to, int row) {
    List<Word> span = words.subList(at, to);
    if (span.getFirst().quoted() || to - at == words.size()) {
      return !genre(span) || span.getFirst().quoted();
    }
    if (span.stream().anyMatch(word -> !everyday(word))) {
      return span.getFirst().raw().length() > 2 || span.size() > 1;
    }
    if (genre(span)) {
      return false;
    }
    boolean capitals = span.stream().allMatch(word -> word.capital() || word.number());
    boolean begins = at == 0 || words.get(at).before().matches(".*[.!?\\n].*");
    boolean shouted = words.stream().filter(Word::capital).count() > words.size() * 0.7;
    boolean beside =
        to + 1 < words.size()
            && Set.of("or", "and", "vs", "versus").contains(words.get(to).text())
            && words.get(to + 1).capital();
    if (capitals && beside) {
      return true;
    }
    if (capitals && !shouted && (!begins || span.size() > 1)) {
      return span.getFirst().raw().length() > 1 || pointed(words, at, STRONG);
    }
    if (span.size() >= 3) {
      return span.stream().anyMatch(word -> word.text().length() > 4);
    }
    boolean nameEnds =
        to == words.size()
            || words.get(to).breaksBefore()
            || AFTER_A_NAME.contains(words.get(to).text())
            || words.get(to).number();
    boolean known = catalogue.anime(row).members() > 1000;
    return nameEnds && known && pointed(words, at, STRONG) && !referring(span);
  }

  private static boolean referring(List<Word> span) {
    return span.size() == 1
        && Set.of(
                "one", "it", "that", "this", "those", "them", "these", "me", "my", "you", "first",
                "second", "last", "more", "the", "a", "i", "watch", "next", "list", "all", "free",
                "not", "be", "k", "c", "x")
            .contains(span.getFirst().text());
  }

  private static boolean pointed(List<Word> words, int at, Set<String> pointers) {
    return at > 0 && !words.get(at).breaksBefore() && pointers.contains(words.get(at - 1).text());
  }

  private boolean genre(List<Word> span) {
    List<String> texts = span.stream().map(Word::text).toList();
    return lexicon.hits(texts, Set.of("genre", "any", "type")).stream()
            .anyMatch(hit -> hit.from() == 0 && hit.to() == texts.size())
        && !(span.size() == 1 && Set.of("monster", "monsters").contains(texts.getFirst()));
  }

  private boolean everyday(Word word) {
    return lexicon.knows(word.text()) || word.number();
  }

  /** Looks for a part of a name, or for one with mistakes in it. */
  private Mention searched(List<Word> words, int at) {
    Word first = words.get(at);
    boolean pointed = pointed(words, at, POINTERS);
    boolean article = Set.of("the", "a", "an").contains(first.text());
    if (first.quoted() && (at == 0 || !words.get(at - 1).quoted())) {
      int to = at;
      while (to < words.size() && words.get(to).quoted() && (to == at || !quoteEnds(words, to))) {
        to++;
      }
      return found(words, at, to, true);
    }
    boolean strange = !everyday(first) && lexicon.mended(first.text()).equals(first.text());
    if (article || !(strange || pointed && !everyday(first) || pointed && first.capital())) {
      return null;
    }
    if (first.text().length() < 3) {
      return null;
    }
    int end = at + 1;
    while (end < Math.min(words.size(), at + LONGEST_NEAR)
        && !words.get(end).breaksBefore()
        && !AFTER_A_NAME.contains(words.get(end).text())) {
      end++;
    }
    for (int to = end; to > at; to--) {
      boolean strangeEnd = !everyday(words.get(to - 1)) || words.get(to - 1).number();
      if (to == at + 1 || strangeEnd || first.capital() && words.get(to - 1).capital()) {
        Mention mention = found(words, at, to, to == at + 1 && strange && pointed);
        if (mention != null) {
          return mention;
        }
      }
    }
    return null;
  }

  /** Whether one quotation ends and another begins before a word. */
  private static boolean quoteEnds(List<Word> words, int at) {
    return words.get(at).before().contains("\" \"");
  }

  private Mention found(List<Word> words, int at, int to, boolean keepUnknown) {
    if (searches++ >= MOST_SEARCHES) {
      return null;
    }
    String said = said(words, at, to);
    TitleFinder.Found found = finder.find(said);
    return switch (found.how()) {
      case NONE ->
          keepUnknown && said.length() > 3
              ? new Mention(at, to, said, OptionalInt.empty(), found.nearest(), false)
              : null;
      default ->
          new Mention(
              at, to, said, found.row(), found.nearest(), found.how() == TitleFinder.How.AMBIGUOUS);
    };
  }

  private static String said(List<Word> words, int from, int to) {
    return words.subList(from, to).stream().map(Word::raw).collect(Collectors.joining(" "));
  }
}
