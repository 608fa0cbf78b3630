package osusume.recommend.rating;

/**
 * Where each title stands among those that a person rated. A bit a title and a count a word of bits
 * ("rank", Jacobson 1989), for an array of all titles would be emptied anew for each person, which
 * costs more than the few questions that one answer has.
 */
final class Places {
  /** A bit for each catalogue row that the person rated. */
  private final long[] rated;

  /** How many bits are set before each word. */
  private final int[] before;

  /** The places, by catalogue row ascending. */
  private final int[] ascending;

  private final int titles;

  /**
   * @param rows the catalogue rows that the person rated, distinct, in any order
   * @param titles how many rows the catalogue has
   */
  Places(int[] rows, int titles) {
    this.titles = titles;
    this.rated = new long[(titles + Long.SIZE - 1) / Long.SIZE];
    for (int row : rows) {
      rated[row >> 6] |= 1L << row;
    }
    this.before = new int[rated.length];
    for (int word = 1; word < before.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(rated[word - 1]);
    }
    this.ascending = new int[rows.length];
    for (int place = 0; place < rows.length; place++) {
      ascending[rank(rows[place])] = place;
    }
  }

  /** How many rated rows come before one. */
  private int rank(int row) {
    return before[row >> 6] + Long.bitCount(rated[row >> 6] & (1L << row) - 1);
  }

  /** Where a catalogue row stands among those that the person rated; −1: it does not. */
  int of(int row) {
    return bit(row) == 0 ? -1 : ascending[rank(row)];
  }

  /** 1 for a catalogue row that the person rated, 0 for others. */
  int bit(int row) {
    return (int) (rated[row >> 6] >>> row) & 1;
  }

  /** How many rows the catalogue has. */
  int titles() {
    return titles;
  }
}
