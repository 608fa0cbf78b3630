package osusume.chat.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import osusume.data.Catalogue;

/** The names of a catalogue as they may stand in running text, by their first word. Immutable. */
final class PlainNames {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** Between two words of one name stand no more signs than that: "Steins;Gate", "Fate / Zero". */
  private static final int LONGEST_GAP = 3;

  /** A name with fewer letters must stand in the text sign by sign. */
  private static final int SHORT = 6;

  private final Map<String, List<Name>> byFirstWord = new HashMap<>();

  /** A word of a text and where it stands. */
  record Word(String text, int from, int to) {}

  /**
   * A name.
   *
   * @param words as they are written
   * @param row of its title
   */
  private record Name(String written, List<String> words, int row) {}

  PlainNames(Catalogue catalogue) {
    for (int row = 0; row < catalogue.size(); row++) {
      add(NameKey.withoutAddition(catalogue.anime(row).name()), row);
      add(catalogue.anime(row).name(), row);
    }
    EnglishNames.each(
        (animeId, name) -> {
          if (catalogue.rowOfId(animeId) >= 0) {
            add(name, catalogue.rowOfId(animeId));
          }
        });
    byFirstWord
        .values()
        .forEach(
            names ->
                names.sort(
                    Comparator.comparingInt((Name name) -> -name.written.length())
                        .thenComparingLong(name -> -catalogue.anime(name.row).members())));
  }

  private void add(String name, int row) {
    List<String> words = words(name).stream().map(Word::text).toList();
    if (!words.isEmpty()) {
      byFirstWord
          .computeIfAbsent(words.getFirst().toLowerCase(Locale.ROOT), first -> new ArrayList<>())
          .add(new Name(name, words, row));
    }
  }

  static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
    }
    return words;
  }

  /**
   * A name in a text.
   *
   * @param words how many words of the text it takes
   * @param to where it ends in the text
   * @param row of its title
   */
  record Mention(int words, int to, int row) {}

  /** The longest name that begins at a word of a text and is written as names are. */
  Optional<Mention> at(String text, List<Word> words, int first) {
    String key = words.get(first).text.toLowerCase(Locale.ROOT);
    for (Name name : byFirstWord.getOrDefault(key, List.of())) {
      if (first + name.words.size() <= words.size() && stands(name, text, words, first)) {
        int from = words.get(first).from;
        boolean whole = text.startsWith(name.written, from);
        int to = whole ? from + name.written.length() : words.get(first + name.words.size() - 1).to;
        return Optional.of(new Mention(name.words.size(), to, name.row));
      }
    }
    return Optional.empty();
  }

  private static boolean stands(Name name, String text, List<Word> words, int first) {
    for (int i = 0; i < name.words.size(); i++) {
      Word said = words.get(first + i);
      String written = name.words.get(i);
      boolean begins = !Character.isUpperCase(written.charAt(0)) || isUpper(said.text);
      if (!begins
          || !said.text.equalsIgnoreCase(written)
          || i > 0 && said.from - words.get(first + i - 1).to > LONGEST_GAP) {
        return false;
      }
    }
    int letters = name.words.stream().mapToInt(String::length).sum();
    return letters >= SHORT || text.startsWith(name.written, words.get(first).from);
  }

  private static boolean isUpper(String word) {
    return Character.isUpperCase(word.charAt(0));
  }
}
