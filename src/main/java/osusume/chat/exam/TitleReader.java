package osusume.chat.exam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import osusume.data.Catalogue;

/**
 * Finds the titles of a catalogue in a text. It is the exam's own, so that an assistant is not
 * examined with its own eyes. A name is found whatever its case and punctuation, the longest first;
 * but a name of one or two words, which may be plain words of the language, only where it has the
 * catalogue's capitals within a sentence, or where it is emphasised, quoted or begins a row of a
 * list.
 */
final class TitleReader {
  private static final int PLAIN_WORDS = 2;
  private static final String EMPHASIS = "*_\"“”„«»`'‘’|[";

  private final Catalogue catalogue;

  /** By first word. */
  private final Map<String, List<Name>> names = new HashMap<>();

  private record Name(List<String> words, int row) {}

  /**
   * A title in a text.
   *
   * @param from where it begins
   * @param to where it ends, exclusive
   */
  record Found(int row, int from, int to) {}

  TitleReader(Catalogue catalogue) {
    this.catalogue = catalogue;
    // The better known of two titles with the same words comes first and is what is meant.
    for (int row : catalogue.rowsByMembers()) {
      List<String> words = TextWords.of(catalogue.anime(row).name()).words();
      if (!words.isEmpty()) {
        names.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Name(words, row));
      }
    }
    names.values().forEach(of -> of.sort((a, b) -> b.words.size() - a.words.size()));
  }

  /** The titles that an answer names, in its order; none overlaps another. */
  List<Found> in(String text) {
    return in(text, false);
  }

  /** The same of what a person wrote, who cares little for capitals. */
  List<Found> inMessage(String text) {
    return in(text, true);
  }

  private List<Found> in(String text, boolean anyCase) {
    TextWords words = TextWords.of(text);
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < words.words().size()) {
      Found title = at(text, words, at, anyCase);
      if (title == null) {
        at++;
        continue;
      }
      found.add(title);
      while (at < words.words().size() && words.from().get(at) < title.to) {
        at++;
      }
    }
    return found;
  }

  private Found at(String text, TextWords words, int at, boolean anyCase) {
    Found best = null;
    int length = 0;
    for (Name name : names.getOrDefault(words.words().get(at), List.of())) {
      int end = at + name.words.size();
      if (name.words.size() < length) {
        break;
      }
      if (end > words.words().size() || !words.words().subList(at, end).equals(name.words)) {
        continue;
      }
      int from = words.from().get(at);
      Found title = new Found(name.row, from, words.to().get(end - 1));
      boolean exact = text.startsWith(catalogue.anime(name.row).name(), from);
      if ((best == null || exact && longer(name.row, best.row, text, from))
          && (name.words.size() > PLAIN_WORDS
              || anyCase && name.words.size() == PLAIN_WORDS
              || isNamed(text, title))) {
        best = title;
        length = name.words.size();
      }
    }
    return best;
  }

  /** Of names that differ in punctuation alone, the one with most of the text's. */
  private boolean longer(int row, int other, String text, int from) {
    String taken = catalogue.anime(other).name();
    return !text.startsWith(taken, from) || catalogue.anime(row).name().length() > taken.length();
  }

  private boolean isNamed(String text, Found title) {
    int before = title.from - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    boolean marked = before >= 0 && EMPHASIS.indexOf(text.charAt(before)) >= 0;
    if (marked || beginsRow(text, title.from)) {
      return true;
    }
    boolean sentenceBegins = before < 0 || ".!?\n:".indexOf(text.charAt(before)) >= 0;
    boolean several = text.substring(title.from, title.to).indexOf(' ') > 0;
    String name = catalogue.anime(title.row).name();
    TextWords written = TextWords.of(name);
    String core = name.substring(written.from().getFirst(), written.to().getLast());
    return text.startsWith(core, title.from)
        && !core.equals(core.toLowerCase(Locale.ROOT))
        && (several || !sentenceBegins);
  }

  private static boolean beginsRow(String text, int from) {
    int line = text.lastIndexOf('\n', from - 1) + 1;
    return text.substring(line, from).matches("\\s*(?:[-*+#|•]+|\\d+[.)])[\\s*_\"]*");
  }
}
