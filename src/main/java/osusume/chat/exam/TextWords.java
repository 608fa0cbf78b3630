package osusume.chat.exam;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text: letters and digits between anything else, without case and accents.
 *
 * @param words in order
 * @param from where each begins in the text
 * @param to where each ends, exclusive
 */
record TextWords(List<String> words, List<Integer> from, List<Integer> to) {
  static TextWords of(String text) {
    List<String> words = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      int begin = at;
      while (at < text.length() && Character.isLetterOrDigit(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      words.add(plain(text.substring(begin, at)));
      from.add(begin);
      to.add(at);
    }
    return new TextWords(words, from, to);
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether these words stand next to each other in the text. */
  boolean contains(String phrase) {
    List<String> wanted = of(phrase).words;
    return !wanted.isEmpty() && Collections.indexOfSubList(words, wanted) >= 0;
  }
}
