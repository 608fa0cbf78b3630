package osusume.chat.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import osusume.data.Catalogue;
import osusume.recommend.Franchises;

/**
 * Finds the title of a catalogue that somebody means by a name. Tried in this order, the first that
 * finds something decides:
 *
 * <ol>
 *   <li>the name, whatever the case;
 *   <li>the name without punctuation, accents and spaces, or an English name ({@link
 *       EnglishNames});
 *   <li>the initials of its words ("snk"), or letters in their order that begin each word ("fmab"),
 *       of three to six letters;
 *   <li>the words a name begins with;
 *   <li>words within a name, of four letters or more;
 *   <li>near spelling: one mistake ({@link Misspelling}) in four to seven letters, two in eight to
 *       thirteen, three in more.
 * </ol>
 *
 * <p>Where that finds several titles, those of one story are its first part in viewing order; of
 * several stories the one with {@link #CLEARLY_MORE} times the members of the next is meant, and
 * otherwise the name is ambiguous. Immutable; may be asked from any thread.
 */
public final class TitleFinder {
  /** How many nearest titles are named where none is meant. */
  private static final int NEAREST = 5;

  /** How many times better known a story must be than the next to be the one that is meant. */
  private static final int CLEARLY_MORE = 4;

  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_INITIALS = 3;
  private static final int LONGEST_INITIALS = 6;
  private static final int LETTERS_A_MISTAKE = 6;
  private static final int MOST_MISTAKES = 3;

  /** Longer names are no names. */
  private static final int LONGEST = 200;

  private static final Map<Catalogue, TitleFinder> MADE = new WeakHashMap<>();

  private final TitleNames names;

  /** How a title was found. */
  public enum How {
    /** By its name, whatever the case. */
    NAME,
    /** By its name with other punctuation, or its English name. */
    SPELLING,
    INITIALS,
    BEGINNING,
    PART,
    /** By a name with mistakes in it. */
    NEAR,
    /** Several titles may be meant. */
    AMBIGUOUS,
    /** There is none. */
    NONE
  }

  /**
   * What was found.
   *
   * @param row catalogue row of the title that is meant; empty: none is, or more than one
   * @param nearest where none is meant, catalogue rows of titles that may be, the likeliest first
   */
  public record Found(OptionalInt row, How how, List<Integer> nearest) {
    public Found {
      nearest = List.copyOf(nearest);
    }
  }

  private TitleFinder(TitleNames names) {
    this.names = names;
  }

  /** The finder of a catalogue; made once, however often it is asked for. */
  public static TitleFinder of(Catalogue catalogue) {
    synchronized (MADE) {
      return MADE.computeIfAbsent(catalogue, made -> new TitleFinder(new TitleNames(made)));
    }
  }

  /** The title that has this name but for case, punctuation and accents, or in English. */
  public OptionalInt named(String said) {
    return byName(said).map(Found::row).orElse(OptionalInt.empty());
  }

  /** Looks for the title that is meant. */
  public Found find(String said) {
    String name = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    return byName(name)
        .or(() -> byInitials(NameKey.compact(name)))
        .or(() -> byWords(NameKey.words(name)))
        .or(() -> byNearSpelling(NameKey.compact(name)))
        .orElseGet(() -> new Found(OptionalInt.empty(), How.NONE, nearest(name)));
  }

  private Optional<Found> byName(String name) {
    return choose(names.named(NameKey.exact(name)), How.NAME)
        .or(() -> choose(names.spelled(NameKey.compact(name)), How.SPELLING));
  }

  private Optional<Found> byInitials(String letters) {
    if (letters.length() < SHORTEST_INITIALS
        || letters.length() > LONGEST_INITIALS
        || !letters.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    return choose(names.withInitials(letters), How.INITIALS)
        .or(() -> choose(rows(row -> abbreviates(letters, names.words(row))), How.INITIALS));
  }

  /** Whether letters begin each word, in order, with more letters of the words between them. */
  private static boolean abbreviates(String letters, List<String> words) {
    if (words.size() < 2 || words.size() >= letters.length()) {
      return false;
    }
    int at = 0;
    for (int w = 0; w < words.size(); w++) {
      String word = words.get(w);
      if (at >= letters.length() || word.charAt(0) != letters.charAt(at)) {
        return false;
      }
      at++;
      int left = words.size() - w - 1;
      for (int i = 1; i < word.length() && letters.length() - at > left; i++) {
        if (word.charAt(i) == letters.charAt(at)) {
          at++;
        }
      }
    }
    return at == letters.length();
  }

  private Optional<Found> byWords(List<String> words) {
    String joined = String.join(" ", words);
    if (joined.length() < SHORTEST_PART) {
      return Optional.empty();
    }
    return choose(rows(row -> (names.text(row) + " ").startsWith(joined + " ")), How.BEGINNING)
        .filter(found -> found.row().isPresent())
        .or(
            () ->
                choose(
                    rows(row -> (" " + names.text(row) + " ").contains(" " + joined + " ")),
                    How.PART));
  }

  private Optional<Found> byNearSpelling(String key) {
    int most = Math.min(MOST_MISTAKES, (key.length() + LETTERS_A_MISTAKE - 2) / LETTERS_A_MISTAKE);
    if (key.length() < SHORTEST_PART) {
      return Optional.empty();
    }
    int fewest = most + 1;
    Set<Integer> rows = new LinkedHashSet<>();
    for (Map.Entry<String, int[]> spelled : names.spellings()) {
      if (Math.abs(spelled.getKey().length() - key.length()) <= Math.min(most, fewest)) {
        int mistakes = Misspelling.mistakes(spelled.getKey(), key, Math.min(most, fewest));
        if (mistakes <= Math.min(most, fewest)) {
          if (mistakes < fewest) {
            rows.clear();
            fewest = mistakes;
          }
          Arrays.stream(spelled.getValue()).forEach(rows::add);
        }
      }
    }
    return choose(rows.stream().mapToInt(Integer::intValue).toArray(), How.NEAR);
  }

  private int[] rows(IntPredicate fits) {
    return IntStream.range(0, names.size()).filter(fits).toArray();
  }

  private Optional<Found> choose(int[] rows, How how) {
    if (rows.length == 0) {
      return Optional.empty();
    }
    if (how == How.NAME || rows.length == 1) {
      return Optional.of(new Found(OptionalInt.of(best(rows)), how, List.of()));
    }
    Franchises franchises = names.franchises();
    Map<Integer, List<Integer>> stories = new HashMap<>();
    for (int row : rows) {
      stories.computeIfAbsent(franchises.of(row), story -> new ArrayList<>()).add(row);
    }
    List<Integer> byMembers =
        stories.keySet().stream()
            .sorted(
                Comparator.comparingLong(
                    (Integer story) -> -members(best(array(stories.get(story))))))
            .toList();
    int first = byMembers.getFirst();
    if (byMembers.size() > 1) {
      long most = members(best(array(stories.get(first))));
      long next = members(best(array(stories.get(byMembers.get(1)))));
      if (most < CLEARLY_MORE * Math.max(1, next)) {
        List<Integer> nearest =
            byMembers.stream()
                .limit(NEAREST)
                .map(story -> entry(story, array(stories.get(story))))
                .toList();
        return Optional.of(new Found(OptionalInt.empty(), How.AMBIGUOUS, nearest));
      }
    }
    return Optional.of(
        new Found(OptionalInt.of(entry(first, array(stories.get(first)))), how, List.of()));
  }

  /** The first of some titles of one story in viewing order, one to begin with where there is. */
  private int entry(int story, int[] rows) {
    int[] inOrder =
        Arrays.stream(names.franchises().members(story))
            .filter(member -> Arrays.stream(rows).anyMatch(row -> row == member))
            .toArray();
    return Arrays.stream(inOrder)
        .filter(row -> !names.franchises().aside(row))
        .findFirst()
        .orElse(inOrder[0]);
  }

  private int best(int[] rows) {
    int best = rows[0];
    for (int row : rows) {
      best = members(row) > members(best) ? row : best;
    }
    return best;
  }

  private long members(int row) {
    return names.catalogue().anime(row).members();
  }

  private static int[] array(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The titles whose names take the fewest changes, the best known first of equal ones; none of
   * which more than half of the letters would have to change.
   */
  private List<Integer> nearest(String said) {
    String key = NameKey.compact(said);
    if (key.isEmpty()) {
      return List.of();
    }
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return names.spellings().stream()
        .map(spelled -> new Near(best(spelled.getValue()), distance.apply(spelled.getKey(), key)))
        .filter(near -> 2 * near.changes() <= key.length())
        .sorted(
            Comparator.comparingInt(Near::changes)
                .thenComparing(near -> -members(near.row()))
                .thenComparing(Near::row))
        .map(Near::row)
        .distinct()
        .limit(NEAREST)
        .toList();
  }

  private record Near(int row, int changes) {}
}
