package osusume.chat.exam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import osusume.data.Catalogue;

/**
 * Finds the titles of a catalogue in a text. It is the exam's own, so that an assistant is not
 * examined with its own eyes. A name is found whatever its case and punctuation, the longest first;
 * but a name of one or two words, which may be plain words of the language, only where it has the
 * catalogue's capitals (and, at the beginning of a sentence, if it is then spoken of), or where it
 * is emphasised, quoted or begins a row of a list.
 */
final class TitleReader {
  private static final int PLAIN_WORDS = 2;
  private static final String EMPHASIS = "*_\"“”„«»`'‘’|[";

  /** What follows a name, but rarely another word that begins a sentence. */
  private static final Pattern SPOKEN_OF =
      Pattern.compile("[!?.]*(?:\\s*[,:;(–—-]| (?:is|has|was|and|or|vs|with)\\b|\\s*$)");

  private static final Comparator<Name> BY_LENGTH =
      Comparator.comparingInt(name -> name.name.length());

  /** By first word. */
  private final Map<String, List<Name>> names = new HashMap<>();

  /**
   * @param core the name from its first word to its last, without punctuation around
   * @param lead the punctuation before
   */
  private record Name(List<String> words, int row, String name, String core, String lead) {}

  /**
   * A title in a text.
   *
   * @param from where it begins
   * @param to where it ends, exclusive
   */
  record Found(int row, int from, int to) {}

  TitleReader(Catalogue catalogue) {
    // The better known of two titles with the same words comes first and is what is meant.
    for (int row : catalogue.rowsByMembers()) {
      String name = catalogue.anime(row).name();
      TextWords words = TextWords.of(name);
      if (!words.words().isEmpty()) {
        int from = words.from().getFirst();
        names
            .computeIfAbsent(words.words().getFirst(), _ -> new ArrayList<>())
            .add(
                new Name(
                    words.words(),
                    row,
                    name,
                    name.substring(from, words.to().getLast()),
                    name.substring(0, from)));
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
    List<Name> fitting = new ArrayList<>();
    for (Name name : names.getOrDefault(words.words().get(at), List.of())) {
      int end = at + name.words.size();
      boolean fits =
          end <= words.words().size()
              && words.words().subList(at, end).equals(name.words)
              && (fitting.isEmpty() || name.words.size() == fitting.getFirst().words.size())
              && (name.words.size() > PLAIN_WORDS
                  || anyCase && name.words.size() == PLAIN_WORDS
                  || isNamed(text, words.from().get(at), words.to().get(end - 1), name));
      if (fits) {
        fitting.add(name);
      }
    }
    if (fitting.isEmpty()) {
      return null;
    }
    int from = words.from().get(at);
    // Of names that differ in punctuation alone, the one with most of the text's.
    Name meant =
        fitting.stream()
            .filter(name -> text.startsWith(name.name, from - leadAt(text, from, name)))
            .max(BY_LENGTH)
            .orElse(fitting.getFirst());
    int end = words.to().get(at + meant.words.size() - 1);
    return new Found(meant.row, from - leadAt(text, from, meant), end);
  }

  /** How much of the punctuation before its first word a name has in the text. */
  private static int leadAt(String text, int from, Name name) {
    return text.startsWith(name.lead, from - name.lead.length()) ? name.lead.length() : 0;
  }

  private static boolean isNamed(String text, int firstWord, int end, Name name) {
    int from = firstWord - leadAt(text, firstWord, name);
    int before = from - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    boolean marked = before >= 0 && EMPHASIS.indexOf(text.charAt(before)) >= 0;
    if (marked || beginsRow(text, from)) {
      return true;
    }
    boolean sameCapitals =
        plain(text.substring(firstWord, end)).equals(plain(name.core))
            && !name.core.equals(name.core.toLowerCase(Locale.ROOT));
    boolean sentenceBegins = before < 0 || ".!?\n:".indexOf(text.charAt(before)) >= 0;
    return sameCapitals
        && (name.words.size() > 1
            || !sentenceBegins
            || SPOKEN_OF.matcher(text).region(end, text.length()).lookingAt());
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]+", " ");
  }

  private static boolean beginsRow(String text, int from) {
    int line = text.lastIndexOf('\n', from - 1) + 1;
    return text.substring(line, from).matches("\\s*(?:[-*+#|•]+|\\d+[.)])[\\s*_\"]*");
  }
}
