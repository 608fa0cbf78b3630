package osusume.chat.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What words and phrases mean, from {@code lexicon.txt}. Immutable. */
final class Lexicon {
  static final Lexicon ENGLISH = read("lexicon.txt");

  private static final int LONGEST = 7;
  private static final int SHORTEST_MENDED = 4;
  private static final int TWO_MISTAKES = 8;

  private final Map<String, List<Meaning>> phrases;
  private final Set<String> words;

  /**
   * What a phrase means.
   *
   * @param kind for instance {@code genre}
   * @param value for instance {@code Comedy}
   */
  record Meaning(String kind, String value) {}

  /** A phrase found in a message: its words from {@code from} to {@code to}, exclusive. */
  record Hit(int from, int to, List<Meaning> meanings) {}

  private Lexicon(Map<String, List<Meaning>> phrases, Set<String> words) {
    this.phrases = phrases;
    this.words = words;
  }

  private static Lexicon read(String file) {
    Map<String, List<Meaning>> phrases = new HashMap<>();
    Set<String> words = new LinkedHashSet<>();
    try (var in = Lexicon.class.getResourceAsStream(file);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int space = line.indexOf(' ');
          int colon = line.indexOf(": ");
          var meaning = new Meaning(line.substring(0, space), line.substring(space + 1, colon));
          for (String phrase : line.substring(colon + 2).split(", ")) {
            phrases.computeIfAbsent(phrase, made -> new ArrayList<>()).add(meaning);
            if (!meaning.kind().equals("foreign")) {
              words.addAll(List.of(phrase.split(" ")));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lexicon(phrases, words);
  }

  /** Whether it is a word of everyday English. */
  boolean knows(String word) {
    return words.contains(word);
  }

  /**
   * The phrases of some kinds, from left to right, the longest at each place, none over another.
   */
  List<Hit> hits(List<String> said, Set<String> kinds) {
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < said.size(); ) {
      Hit hit = longest(said, at, kinds);
      if (hit != null) {
        hits.add(hit);
      }
      at = hit == null ? at + 1 : hit.to();
    }
    return hits;
  }

  private Hit longest(List<String> said, int at, Set<String> kinds) {
    for (int to = Math.min(said.size(), at + LONGEST); to > at; to--) {
      List<Meaning> found =
          phrases.getOrDefault(String.join(" ", said.subList(at, to)), List.of()).stream()
              .filter(meaning -> kinds.contains(meaning.kind()))
              .toList();
      if (!found.isEmpty()) {
        return new Hit(at, to, found);
      }
    }
    return null;
  }

  /** The values of one kind that are said anywhere, phrases over each other too. */
  Set<String> said(List<String> said, String kind) {
    Set<String> values = new HashSet<>();
    for (int from = 0; from < said.size(); from++) {
      for (int to = from + 1; to <= Math.min(said.size(), from + LONGEST); to++) {
        for (Meaning meaning :
            phrases.getOrDefault(String.join(" ", said.subList(from, to)), List.of())) {
          if (meaning.kind().equals(kind)) {
            values.add(meaning.value());
          }
        }
      }
    }
    return values;
  }

  /** The word that was meant, where it is one of the lexicon with a mistake or two; else itself. */
  String mended(String word) {
    if (word.length() < SHORTEST_MENDED
        || knows(word)
        || !word.chars().allMatch(Character::isLetter)) {
      return word;
    }
    String swapped = swapped(word);
    if (!swapped.equals(word)) {
      return swapped;
    }
    int most = word.length() < TWO_MISTAKES ? 1 : 2;
    var distance = new LevenshteinDistance(most);
    String best = word;
    int fewest = most + 1;
    for (String known : words) {
      if (known.length() >= SHORTEST_MENDED
          && known.charAt(0) == word.charAt(0)
          && Math.abs(known.length() - word.length()) <= most) {
        int mistakes = distance.apply(word, known);
        if (mistakes >= 0 && mistakes < fewest) {
          fewest = mistakes;
          best = known;
        }
      }
    }
    return best;
  }

  /** Two neighbouring letters in the wrong order are one mistake, not two. */
  private String swapped(String word) {
    for (int i = 0; i + 1 < word.length(); i++) {
      String other =
          word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
      if (knows(other)) {
        return other;
      }
    }
    return word;
  }
}
