package osusume.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import osusume.linalg.Kernels;

/**
 * Runs an {@link AnimeFilter} over a catalogue, one column after another, on a bit for each row;
 * the cheap columns come first, so that texts are compared for the few rows that are left.
 */
final class AnimeMatcher {
  private final Catalogue catalogue;
  private final long[] kept;
  private final Map<String, Integer> removed = new LinkedHashMap<>();
  private int left;
  private boolean wholeGenres;

  /**
   * @param without rows that are no candidates and are not counted as removed
   */
  AnimeMatcher(Catalogue catalogue, BitSet without) {
    this.catalogue = catalogue;
    BitSet candidates = new BitSet(catalogue.size());
    candidates.set(0, catalogue.size());
    candidates.andNot(without);
    this.left = candidates.cardinality();
    this.kept = Arrays.copyOf(candidates.toLongArray(), (catalogue.size() + 63) / 64);
  }

  Matches match(AnimeFilter filter) {
    wholeGenres = filter.wholeGenres();
    if (filter.animeId() != null) {
      int row = catalogue.rowOfId(filter.animeId());
      narrow("anime_id", candidate -> candidate == row);
    }
    if (filter.hideAdult()) {
      withoutGenres("adult", List.of(Catalogue.ADULT_GENRE));
    }
    if (!filter.types().isEmpty()) {
      types(filter.types());
    }
    for (String genre : filter.genres()) {
      withGenre("genre", List.of(genre));
    }
    if (!filter.anyGenres().isEmpty()) {
      withGenre("any_genre", filter.anyGenres());
    }
    if (!filter.withoutGenres().isEmpty()) {
      withoutGenres("without_genre", filter.withoutGenres());
    }
    range("episodes", catalogue.episodes(), filter.episodes(), filter.keepUnknown());
    range("rating", catalogue.ratings(), filter.rating(), filter.keepUnknown());
    range("members", catalogue.members(), filter.members(), filter.keepUnknown());
    if (filter.name() != null) {
      String whole = filter.name().toLowerCase(Locale.ROOT);
      narrow("name", row -> catalogue.lowerName(row).equals(whole));
    }
    if (filter.title() != null && !filter.title().isBlank()) {
      String part = filter.title().strip().toLowerCase(Locale.ROOT);
      narrow("title", row -> catalogue.lowerName(row).contains(part));
    }
    return new Matches(BitSet.valueOf(kept), removed);
  }

  private void types(List<String> wanted) {
    boolean[] fits = new boolean[catalogue.types().size()];
    for (int type = 0; type < fits.length; type++) {
      fits[type] = wanted.stream().anyMatch(catalogue.types().get(type)::equalsIgnoreCase);
    }
    narrow("type", row -> fits[catalogue.typeIndex(row)]);
  }

  private void withGenre(String name, List<String> texts) {
    long[] having = new long[kept.length];
    for (String text : texts) {
      addRowsWithGenre(text, having);
    }
    for (int word = 0; word < kept.length; word++) {
      kept[word] &= having[word];
    }
    note(name);
  }

  private void withoutGenres(String name, List<String> texts) {
    long[] having = new long[kept.length];
    for (String text : texts) {
      addRowsWithGenre(text, having);
    }
    for (int word = 0; word < kept.length; word++) {
      kept[word] &= ~having[word];
    }
    note(name);
  }

  private void addRowsWithGenre(String text, long[] rows) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    if (part.contains(",") && !wholeGenres) {
      addRowsWithGenreText(part, rows);
    } else {
      addRowsWithOneGenre(part, rows);
    }
  }

  private void addRowsWithOneGenre(String part, long[] rows) {
    for (int genre = 0; genre < catalogue.genres().size(); genre++) {
      String name = catalogue.lowerGenre(genre);
      if (wholeGenres ? name.equals(part) : name.contains(part)) {
        long[] bits = catalogue.genreBits(genre);
        for (int word = 0; word < rows.length; word++) {
          rows[word] |= bits[word];
        }
      }
    }
  }

  /**
   * A text with a comma can only be found where genres meet; only titles that have each of its
   * pieces in some genre need to be looked at.
   */
  private void addRowsWithGenreText(String part, long[] rows) {
    long[] candidates = kept.clone();
    for (String piece : part.split(",")) {
      long[] having = new long[kept.length];
      addRowsWithOneGenre(piece.strip(), having);
      for (int word = 0; word < candidates.length; word++) {
        candidates[word] &= having[word];
      }
    }
    for (int word = 0; word < candidates.length; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(bits);
        if (catalogue.anime(row).genreText().toLowerCase(Locale.ROOT).contains(part)) {
          rows[word] |= 1L << row;
        }
      }
    }
  }

  private void range(String name, double[] column, NumberRange range, boolean keepUnknown) {
    if (range.isAny()) {
      return;
    }
    // Open ends are moved to the next double, so that the loop over all rows is two comparisons.
    double low = range.lowOpen() ? Math.nextUp(range.low()) : range.low();
    double high = range.highOpen() ? Math.nextDown(range.high()) : range.high();
    long[] fitting = new long[kept.length];
    Kernels.best().within(column, low, high, keepUnknown, fitting);
    for (int word = 0; word < kept.length; word++) {
      kept[word] &= fitting[word];
    }
    note(name);
  }

  private void narrow(String name, IntPredicate keeps) {
    for (int word = 0; word < kept.length; word++) {
      for (long bits = kept[word]; bits != 0; bits &= bits - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(bits);
        if (!keeps.test(row)) {
          kept[word] &= ~(1L << row);
        }
      }
    }
    note(name);
  }

  private void note(String name) {
    int now = 0;
    for (long word : kept) {
      now += Long.bitCount(word);
    }
    removed.merge(name, left - now, Integer::sum);
    left = now;
  }
}
