package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Joins titles to franchises by the rules of docs/franchises.md, one after another. */
final class FranchiseJoiner {
  /** So many letters make a name that is hardly another's by chance. */
  private static final int LETTERS_OF_A_NAME = 8;

  /** One word with fewer letters is nobody's name alone. */
  private static final int LETTERS_OF_A_WORD = 5;

  /** So many titles make a name known. */
  private static final int TITLES_OF_A_KNOWN_NAME = 3;

  /** Words that may stand before "no" to be the name of whom the story is about. */
  private static final int WORDS_OF_AN_OWNER = 2;

  /** A number above this is a part only where the parts before it are there. */
  private static final int SURE_PART = 2;

  private static final Set<String> PARTICLES =
      Set.of("no", "wa", "ga", "wo", "ni", "na", "to", "de", "mo", "e", "ya", "and", "of", "in");

  private static final Set<String> BEFORE =
      Set.of("zoku", "zan", "goku", "shin", "new", "motto", "chou", "gekijouban", "eiga", "the");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private final List<TitleWords> titles;
  private final int[] parent;
  private final int[] size;
  private final Map<List<String>, Integer> named = new HashMap<>();

  FranchiseJoiner(List<TitleWords> titles) {
    this.titles = titles;
    this.parent = new int[titles.size()];
    this.size = new int[titles.size()];
    Arrays.setAll(parent, row -> row);
    Arrays.fill(size, 1);
  }

  /** For each title the first title of its franchise. */
  int[] join() {
    sameStem();
    sameHead();
    wordBefore();
    stemInTail();
    sameOwner();
    longStart();
    oneWordStart();
    int[] roots = new int[parent.length];
    Arrays.setAll(roots, this::root);
    return roots;
  }

  /** "K-On!", "K-On!!", "K-On! Movie": the same but for the marks of a part. */
  private void sameStem() {
    Set<List<String>> whole = new HashSet<>();
    titles.forEach(title -> whole.add(title.words()));
    for (int row = 0; row < parent.length; row++) {
      TitleWords title = titles.get(row);
      List<String> stem = isLonelyNumber(title, whole) ? title.words() : title.stem();
      joinNamed(row, stem);
    }
  }

  /** "Samurai 7" is no seventh part of "Samurai", for there is no sixth. */
  private static boolean isLonelyNumber(TitleWords title, Set<List<String>> whole) {
    List<String> words = title.words();
    String last = words.getLast();
    if (title.stem().size() != 1 || words.size() != 2 || !NUMBER.matcher(last).matches()) {
      return false;
    }
    int number = Integer.parseInt(last);
    return number > SURE_PART
        && !whole.contains(List.of(words.getFirst(), String.valueOf(number - 1)));
  }

  private void joinNamed(int row, List<String> name) {
    Integer other = named.putIfAbsent(name, row);
    if (other != null) {
      join(row, other);
    }
  }

  /** "Naruto: Shippuuden": before the divider stands the stem of another title, or its head. */
  private void sameHead() {
    for (int row = 0; row < parent.length; row++) {
      if (titles.get(row).divided()) {
        joinNamed(row, titles.get(row).headStem());
      }
    }
  }

  /** "Zoku Natsume Yuujinchou": without its first word it begins as another title does. */
  private void wordBefore() {
    for (int row = 0; row < parent.length; row++) {
      TitleWords title = titles.get(row);
      for (List<String> name : List.of(title.stem(), title.headStem())) {
        if (name.size() > 1 && BEFORE.contains(name.getFirst())) {
          List<String> rest = name.subList(1, name.size());
          Integer other = named.get(rest);
          if (other != null && letters(rest) >= LETTERS_OF_A_NAME) {
            join(row, other);
          }
        }
      }
    }
  }

  /** "The Last: Naruto the Movie": after a divider stands a stem with a mark of a part. */
  private void stemInTail() {
    for (int row = 0; row < parent.length; row++) {
      TitleWords title = titles.get(row);
      if (title.divided()) {
        List<String> tail = title.tail();
        List<String> stem = TitleWords.withoutPart(tail);
        Integer other = named.get(stem);
        boolean marked = stem.size() < tail.size();
        boolean name = stem.size() > 1 || tail.getLast().equals("movie");
        if (other != null && marked && name && letters(stem) >= LETTERS_OF_A_WORD) {
          join(row, other);
        }
      }
    }
  }

  /** "Suzumiya Haruhi no Yuuutsu": the same two or more words stand before the first "no". */
  private void sameOwner() {
    Map<List<String>, Integer> owners = new HashMap<>();
    for (int row = 0; row < parent.length; row++) {
      List<String> stem = titles.get(row).stem();
      int no = stem.indexOf("no");
      if (no >= WORDS_OF_AN_OWNER
          && no < stem.size() - 1
          && stem.subList(0, no).stream().noneMatch(PARTICLES::contains)
          && letters(stem.subList(0, no)) >= LETTERS_OF_A_NAME) {
        Integer other = owners.putIfAbsent(stem.subList(0, no), row);
        if (other != null) {
          join(row, other);
        }
      }
    }
  }

  /** "Dragon Ball Z": it begins with the two or more words of another title's stem. */
  private void longStart() {
    for (int row = 0; row < parent.length; row++) {
      List<String> stem = titles.get(row).stem();
      for (int n = stem.size() - 1; n >= 2; n--) {
        Integer other = named.get(stem.subList(0, n));
        if (other != null
            && letters(stem.subList(0, n)) >= LETTERS_OF_A_NAME
            && (n > 2 || !PARTICLES.contains(stem.get(n)) || isKnown(other))) {
          join(row, other);
          break;
        }
      }
    }
  }

  private boolean isKnown(int row) {
    return size[root(row)] >= TITLES_OF_A_KNOWN_NAME;
  }

  /** "Gintama Yorinuki": likewise with one word, if it is a name that others do not use. */
  private void oneWordStart() {
    Map<String, Set<String>> followers = new HashMap<>();
    Map<String, List<Integer>> inside = new HashMap<>();
    for (int row = 0; row < parent.length; row++) {
      List<String> words = titles.get(row).words();
      if (words.size() > 1) {
        followers.computeIfAbsent(words.getFirst(), w -> new HashSet<>()).add(words.get(1));
        for (String word : Set.copyOf(words.subList(1, words.size()))) {
          inside.computeIfAbsent(word, w -> new ArrayList<>()).add(row);
        }
      }
    }
    for (int row = 0; row < parent.length; row++) {
      List<String> stem = titles.get(row).stem();
      String first = stem.getFirst();
      Integer other = named.get(List.of(first));
      if (stem.size() > 1
          && other != null
          && !PARTICLES.contains(stem.get(1))
          && isName(first, root(other), followers.get(first), inside.get(first))) {
        join(row, other);
      }
    }
  }

  /**
   * @param followers the words that come after it where a title begins with it
   * @param inside the titles that have it elsewhere than at the beginning; null: none
   */
  private boolean isName(String word, int root, Set<String> followers, List<Integer> inside) {
    boolean longEnough =
        word.length() >= LETTERS_OF_A_NAME
            || word.length() >= LETTERS_OF_A_WORD && (size[root] > 1 || followers.size() > 1);
    return longEnough && 2 * usesElsewhere(inside, root) < size[root];
  }

  private long usesElsewhere(List<Integer> rows, int root) {
    return rows == null ? 0 : rows.stream().filter(row -> root(row) != root).count();
  }

  private static int letters(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  private void join(int a, int b) {
    int one = Math.min(root(a), root(b));
    int other = Math.max(root(a), root(b));
    if (one != other) {
      parent[other] = one;
      size[one] += size[other];
    }
  }

  private int root(int row) {
    int root = row;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
