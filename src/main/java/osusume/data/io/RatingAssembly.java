package osusume.data.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import osusume.data.Catalogue;
import osusume.data.ImportReport.Cause;
import osusume.data.RatingMatrix;
import osusume.progress.Progress;

/**
 * Puts the rows of {@code rating.csv} together to a matrix: by user id, within a user by catalogue
 * row; of rows with the same user and title the last one in the file, and none whose title the
 * catalogue lacks. The result depends on nothing but the rows' order in the file.
 */
final class RatingAssembly {
  /** Tells that the catalogue lacks a row's title. */
  private static final int NO_TITLE = -1;

  /** An entry is its catalogue row and, in so many low bits, its rating plus one. */
  private static final int RATING_BITS = 4;

  private static final int RATING_MASK = (1 << RATING_BITS) - 1;

  private final List<RatingBlock> blocks;
  private final Catalogue catalogue;
  private final Findings findings;
  private final Progress progress;
  private int[] userIds;
  private IdIndex users;
  private int[] starts;
  private int[] entries;
  private int[] kept;

  private RatingAssembly(
      List<RatingBlock> blocks, Catalogue catalogue, Findings findings, Progress progress) {
    this.blocks = blocks;
    this.catalogue = catalogue;
    this.findings = findings;
    this.progress = progress;
  }

  /**
   * @param findings takes in what is dropped
   * @param threads how many may work at it; the result does not depend on it
   */
  static RatingMatrix assemble(
      List<RatingBlock> blocks,
      Catalogue catalogue,
      Findings findings,
      int threads,
      Progress progress) {
    return new RatingAssembly(blocks, catalogue, findings, progress).assemble(threads);
  }

  private RatingMatrix assemble(int threads) {
    countByUser();
    placeByUser();
    List<UserSort> parts = sortUsers(threads);
    noteDuplicates(parts);
    return compact();
  }

  private void countByUser() {
    int runs = blocks.stream().mapToInt(b -> b.runUsers().length).sum();
    int[] ids = new int[runs];
    int n = 0;
    for (RatingBlock block : blocks) {
      System.arraycopy(block.runUsers(), 0, ids, n, block.runUsers().length);
      n += block.runUsers().length;
    }
    userIds = ascendingDistinct(ids);
    users = new IdIndex(userIds);
    starts = new int[userIds.length + 1];
    for (RatingBlock block : blocks) {
      for (int run = 0; run < block.runUsers().length; run++) {
        starts[users.of(block.runUsers()[run]) + 1] +=
            block.runStarts()[run + 1] - block.runStarts()[run];
      }
    }
    for (int user = 0; user < userIds.length; user++) {
      starts[user + 1] += starts[user];
    }
  }

  private static int[] ascendingDistinct(int[] ids) {
    Arrays.sort(ids);
    int n = 0;
    for (int id : ids) {
      if (n == 0 || ids[n - 1] != id) {
        ids[n++] = id;
      }
    }
    return Arrays.copyOf(ids, n);
  }

  /** Lays each user's rows side by side, in the file's order. */
  private void placeByUser() {
    var titles =
        new IdIndex(
            IntStream.range(0, catalogue.size()).map(r -> catalogue.anime(r).id()).toArray());
    int[] fill = Arrays.copyOf(starts, userIds.length);
    entries = new int[starts[userIds.length]];
    long firstLine = 2;
    for (RatingBlock block : blocks) {
      progress.check();
      for (int run = 0; run < block.runUsers().length; run++) {
        int user = users.of(block.runUsers()[run]);
        placeRun(block, run, fill[user], titles, firstLine);
        fill[user] += block.runStarts()[run + 1] - block.runStarts()[run];
      }
      firstLine += block.size();
    }
  }

  private void placeRun(RatingBlock block, int run, int place, IdIndex titles, long firstLine) {
    int to = place;
    for (int i = block.runStarts()[run]; i < block.runStarts()[run + 1]; i++) {
      int row = titles.of(block.anime()[i]);
      if (row < 0) {
        findings.add(Cause.UNKNOWN_ANIME, block.line(i, firstLine));
        entries[to++] = NO_TITLE;
      } else {
        entries[to++] = row << RATING_BITS | block.ratings()[i] + 1;
      }
    }
  }

  private List<UserSort> sortUsers(int threads) {
    kept = new int[userIds.length];
    int parts = Math.max(1, Math.min(threads, userIds.length));
    List<UserSort> sorts =
        IntStream.range(0, parts).mapToObj(p -> new UserSort(catalogue.size())).toList();
    // The users are cut where the ratings are halved, not where the users are.
    int[] cuts = new int[parts + 1];
    cuts[parts] = userIds.length;
    for (int p = 1; p < parts; p++) {
      int at = Arrays.binarySearch(starts, (int) ((long) entries.length * p / parts));
      cuts[p] = Math.max(cuts[p - 1], Math.min(at < 0 ? -at - 1 : at, userIds.length));
    }
    IntStream.range(0, parts)
        .parallel()
        .forEach(p -> sorts.get(p).sort(entries, starts, cuts[p], cuts[p + 1], kept, progress));
    return sorts;
  }

  /** The lines of dropped duplicates are looked for only where there are any. */
  private void noteDuplicates(List<UserSort> parts) {
    long[] dropped = parts.stream().flatMapToLong(UserSort::dropped).sorted().toArray();
    if (dropped.length == 0) {
      return;
    }
    List<Long> lines = new ArrayList<>();
    int[] seen = new int[userIds.length];
    long firstLine = 2;
    for (RatingBlock block : blocks) {
      for (int run = 0; run < block.runUsers().length && lines.size() < Findings.LINES; run++) {
        int user = users.of(block.runUsers()[run]);
        int start = block.runStarts()[run];
        int length = block.runStarts()[run + 1] - start;
        long from = UserSort.place(user, seen[user]);
        int hit = Arrays.binarySearch(dropped, from);
        for (int d = hit < 0 ? -hit - 1 : hit;
            d < dropped.length && dropped[d] < from + length && lines.size() < Findings.LINES;
            d++) {
          int i = start + (int) (dropped[d] - from);
          lines.add(block.line(i, firstLine));
        }
        seen[user] += length;
      }
      firstLine += block.size();
    }
    findings.addAll(Cause.DUPLICATE_RATING, dropped.length, lines);
  }

  /** Closes the gaps that dropped rows left, in place, and parts titles from ratings. */
  private RatingMatrix compact() {
    int total = Arrays.stream(kept).sum();
    byte[] values = new byte[total];
    int usersKept = 0;
    int n = 0;
    for (int user = 0; user < userIds.length; user++) {
      int from = starts[user];
      if (kept[user] == 0) {
        continue;
      }
      userIds[usersKept] = userIds[user];
      starts[usersKept++] = n;
      part(from, kept[user], n, values);
      n += kept[user];
    }
    starts[usersKept] = n;
    int[] columns = n == entries.length ? entries : Arrays.copyOf(entries, n);
    return new RatingMatrix(
        Arrays.copyOf(userIds, usersKept),
        Arrays.copyOf(starts, usersKept + 1),
        columns,
        values,
        catalogue.size());
  }

  private void part(int from, int count, int to, byte[] values) {
    for (int i = 0; i < count; i++) {
      int entry = entries[from + i];
      values[to + i] = (byte) ((entry & RATING_MASK) - 1);
      entries[to + i] = entry >>> RATING_BITS;
    }
  }

  /**
   * Sorts the entries of one user after another by catalogue row, without comparing: each entry is
   * noted under its row, and the rows that were noted are walked in order. One instance a thread.
   */
  private static final class UserSort {
    private final int[] entryOfRow;
    private final int[] placeOfRow;
    private final long[] noted;
    private long[] dropped = new long[16];
    private int droppedCount;

    UserSort(int titles) {
      entryOfRow = new int[titles];
      placeOfRow = new int[titles];
      noted = new long[(titles + 63) / 64];
    }

    static long place(int user, int nth) {
      return (long) user << 32 | nth;
    }

    LongStream dropped() {
      return Arrays.stream(dropped, 0, droppedCount);
    }

    void sort(
        int[] entries, int[] starts, int firstUser, int endUser, int[] kept, Progress progress) {
      for (int user = firstUser; user < endUser; user++) {
        if ((user & 1023) == 0) {
          progress.check();
        }
        kept[user] = sort(user, entries, starts[user], starts[user + 1]);
      }
    }

    private int sort(int user, int[] entries, int from, int to) {
      int lowest = Integer.MAX_VALUE;
      int highest = -1;
      for (int i = from; i < to; i++) {
        int entry = entries[i];
        if (entry == NO_TITLE) {
          continue;
        }
        int row = entry >>> RATING_BITS;
        int word = row >> 6;
        if ((noted[word] >>> row & 1) != 0) {
          drop(place(user, placeOfRow[row]));
        }
        noted[word] |= 1L << row;
        entryOfRow[row] = entry;
        placeOfRow[row] = i - from;
        lowest = Math.min(lowest, word);
        highest = Math.max(highest, word);
      }
      int n = from;
      for (int word = lowest; word <= highest; word++) {
        for (long bits = noted[word]; bits != 0; bits &= bits - 1) {
          entries[n++] = entryOfRow[(word << 6) + Long.numberOfTrailingZeros(bits)];
        }
        noted[word] = 0;
      }
      return n - from;
    }

    private void drop(long place) {
      if (droppedCount == dropped.length) {
        dropped = Arrays.copyOf(dropped, 2 * droppedCount);
      }
      dropped[droppedCount++] = place;
    }
  }
}
