package osusume.recommend.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * Something that titles have one or several values of: genres, a type, a length. Values are numbers
 * from 0 on. Immutable.
 */
final class Trait {
  private static final int[] LAST_OF_LENGTH = {1, 6, 13, 26, 52, 100};

  /** Headings for lengths, in episodes, from short to long; unknown last. */
  static final List<String> LENGTHS =
      List.of("1", "2–6", "7–13", "14–26", "27–52", "53–100", "101+", Anime.UNKNOWN);

  private final List<String> names;
  private final int[][] ofRow;

  /**
   * @param ofRow the values of each catalogue row; its arrays are kept, not copied
   */
  Trait(List<String> names, int[][] ofRow) {
    this.names = List.copyOf(names);
    this.ofRow = ofRow;
  }

  static Trait genres(Catalogue catalogue) {
    return named(catalogue, catalogue.genres(), Anime::genres);
  }

  static Trait types(Catalogue catalogue) {
    return named(catalogue, catalogue.types(), anime -> List.of(anime.type()));
  }

  private static Trait named(
      Catalogue catalogue, List<String> names, Function<Anime, List<String>> of) {
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    int[][] ofRow = new int[catalogue.size()][];
    for (int row = 0; row < ofRow.length; row++) {
      List<Integer> found = new ArrayList<>();
      for (String name : of.apply(catalogue.anime(row))) {
        int number = numbers.get(name);
        if (!found.contains(number)) {
          found.add(number);
        }
      }
      ofRow[row] = found.stream().mapToInt(Integer::intValue).toArray();
    }
    return new Trait(names, ofRow);
  }

  static Trait lengths(Catalogue catalogue) {
    int[][] ofRow = new int[catalogue.size()][];
    Arrays.setAll(ofRow, row -> new int[] {length(catalogue.anime(row).episodes())});
    return new Trait(LENGTHS, ofRow);
  }

  private static int length(int episodes) {
    if (episodes < 0) {
      return LENGTHS.size() - 1;
    }
    int length = 0;
    while (length < LAST_OF_LENGTH.length && episodes > LAST_OF_LENGTH[length]) {
      length++;
    }
    return length;
  }

  /** How many values there are. */
  int count() {
    return names.size();
  }

  String name(int value) {
    return names.get(value);
  }

  /** The values of a title. Not to be written. */
  int[] of(int animeRow) {
    return ofRow[animeRow];
  }
}
