package osusume.chat.tool;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import osusume.data.Catalogue;
import osusume.recommend.Franchises;

/** The names of a catalogue's titles, prepared for being looked for. Immutable. */
final class TitleNames {
  private static final int[] NONE = {};

  /** Weak, for it is kept by the catalogue. */
  private final WeakReference<Catalogue> catalogue;

  private final Franchises franchises;
  private final List<List<String>> words;
  private final String[] texts;
  private final Map<String, int[]> byExactName = new HashMap<>();
  private final Map<String, int[]> bySpelling = new HashMap<>();
  private final Map<String, int[]> byInitials = new HashMap<>();

  TitleNames(Catalogue catalogue) {
    this.catalogue = new WeakReference<>(catalogue);
    this.franchises = Franchises.of(catalogue);
    this.words = new ArrayList<>(catalogue.size());
    this.texts = new String[catalogue.size()];
    for (int row = 0; row < texts.length; row++) {
      String name = catalogue.anime(row).name();
      List<String> ofName = NameKey.words(name);
      words.add(ofName);
      texts[row] = String.join(" ", ofName);
      put(byExactName, NameKey.exact(name), row);
      put(bySpelling, String.join("", ofName), row);
      put(bySpelling, NameKey.compact(NameKey.withoutAddition(name)), row);
      put(byInitials, initials(ofName), row);
    }
    EnglishNames.each(
        (animeId, name) -> {
          int row = catalogue.rowOfId(animeId);
          String key = NameKey.compact(name);
          // A title's own name comes before what another is called in English.
          if (row >= 0 && !bySpelling.containsKey(key)) {
            put(bySpelling, key, row);
          }
        });
  }

  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
    return initials.toString();
  }

  private static void put(Map<String, int[]> map, String key, int row) {
    if (!key.isEmpty()) {
      map.merge(
          key,
          new int[] {row},
          (old, more) -> {
            if (old[old.length - 1] == row) {
              return old;
            }
            int[] both = Arrays.copyOf(old, old.length + 1);
            both[old.length] = row;
            return both;
          });
    }
  }

  /**
   * @throws IllegalStateException if nobody holds the catalogue any more
   */
  Catalogue catalogue() {
    Catalogue held = catalogue.get();
    if (held == null) {
      throw new IllegalStateException("The catalogue of these names is gone.");
    }
    return held;
  }

  Franchises franchises() {
    return franchises;
  }

  int size() {
    return texts.length;
  }

  List<String> words(int row) {
    return words.get(row);
  }

  /** The words of a name with a space between them. */
  String text(int row) {
    return texts[row];
  }

  int[] named(String exact) {
    return byExactName.getOrDefault(exact, NONE);
  }

  int[] spelled(String compact) {
    return bySpelling.getOrDefault(compact, NONE);
  }

  int[] withInitials(String letters) {
    return byInitials.getOrDefault(letters, NONE);
  }

  /** Every way a name is spelled without punctuation, and the titles that are. */
  Set<Map.Entry<String, int[]>> spellings() {
    return bySpelling.entrySet();
  }
}
