package osusume.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

/**
 * Runs a {@link TableQuery} over the compressed ratings, in blocks of users on all cores. What
 * depends on the title alone is worked out once a title. Where users are not grouped, how often
 * each title got each rating is all that is counted in the pass, and the rest is worked out from
 * that; where they are, the groups of a user are complete after their row, so that no more are held
 * than titles make. The answer is the same whatever the number of cores.
 */
final class RatingsRun {
  private static final int RATINGS = RatingTallies.RATINGS;
  private static final int USERS_OF_A_BLOCK = 2_048;

  private final TableQuery query;
  private final Catalogue catalogue;
  private final RatingMatrix ratings;
  private final Progress progress;
  private final TitleCells cells;
  private final TitleGroups groups;

  /** The columns of titles that are told. */
  private final List<TableColumn> ofTitles;

  private final List<double[]> values = new ArrayList<>();
  private final boolean[] fits = new boolean[RATINGS];
  private final DoublePredicate onUsers;
  private final boolean byRating;

  RatingsRun(TableQuery query, Dataset data, Progress progress) {
    this.query = query;
    this.catalogue = data.catalogue();
    this.ratings = data.ratings();
    this.progress = progress;
    progress.check();
    this.cells = new TitleCells(catalogue);
    IntPredicate wanted =
        query.where().stream()
            .filter(condition -> condition.column().ofTitle())
            .map(cells::fits)
            .reduce(IntPredicate::and)
            .orElse(title -> true);
    this.groups = new TitleGroups(query, catalogue, wanted);
    this.ofTitles =
        query.measures().stream()
            .flatMap(measure -> measure.column().stream())
            .filter(TableColumn::ofTitle)
            .distinct()
            .toList();
    if (!query.ofSingleRows()) {
      ofTitles.forEach(column -> values.add(cells.values(column)));
    }
    DoublePredicate ofRatings = query.all(TableColumn.RATING);
    for (int rating = 0; rating < RATINGS; rating++) {
      fits[rating] = ofRatings.test(rating == 0 ? Double.NaN : rating);
    }
    this.onUsers = query.all(TableColumn.USER_ID);
    this.byRating = query.groupBy().contains(TableColumn.RATING);
  }

  TableQuery.Result result() {
    try (ParallelBlocks blocks = new ParallelBlocks(Runtime.getRuntime().availableProcessors())) {
      if (query.ofSingleRows()) {
        return told(blocks, this::tellRows);
      }
      if (query.groupBy().contains(TableColumn.USER_ID)) {
        boolean shares =
            query.measures().stream()
                .anyMatch(measure -> measure.fn().filter(TableQuery.Fn.SHARE::equals).isPresent());
        // A part of all rows can only be told when these were counted.
        long all = shares ? sum(counted(blocks)) : 0;
        return told(blocks, (from, to, best) -> tellUsers(from, to, all, best));
      }
      return ofEverybody(counted(blocks));
    }
  }

  /** Tells what a block of users makes. */
  private interface Telling {
    void tell(int from, int to, BestRows best);
  }

  private TableQuery.Result told(ParallelBlocks blocks, Telling telling) {
    BestRows[] best = new BestRows[blocks.threads()];
    each(
        blocks,
        (from, to, worker) -> {
          best[worker] = best[worker] == null ? new BestRows(query) : best[worker];
          telling.tell(from, to, best[worker]);
        });
    BestRows all = new BestRows(query);
    for (BestRows one : best) {
      if (one != null) {
        all.takeAll(one);
      }
    }
    return all.result();
  }

  /** Takes a block of users. */
  private interface Users {
    void take(int from, int to, int worker);
  }

  private void each(ParallelBlocks blocks, Users users) {
    int all = ratings.rowCount();
    blocks.run(
        (all + USERS_OF_A_BLOCK - 1) / USERS_OF_A_BLOCK,
        (block, worker) -> {
          progress.check();
          int from = block * USERS_OF_A_BLOCK;
          progress.report((double) from / all, "reading the ratings");
          users.take(from, Math.min(all, from + USERS_OF_A_BLOCK), worker);
        });
  }

  private boolean fits(int user) {
    return onUsers.test(ratings.idOfRow(user));
  }

  /** How often each title got each rating, 0 for none, from users that fit. */
  private int[] counted(ParallelBlocks blocks) {
    int[][] counts = new int[blocks.threads()][];
    byte[] given = ratings.values();
    int[] titles = ratings.columns();
    each(
        blocks,
        (from, to, worker) -> {
          counts[worker] =
              counts[worker] == null ? new int[catalogue.size() * RATINGS] : counts[worker];
          int[] mine = counts[worker];
          for (int user = from; user < to; user++) {
            int end = fits(user) ? ratings.starts()[user + 1] : 0;
            for (int e = ratings.starts()[user]; e < end; e++) {
              mine[titles[e] * RATINGS + Math.max(0, given[e])]++;
            }
          }
        });
    int[] sum = new int[catalogue.size() * RATINGS];
    for (int[] mine : counts) {
      for (int i = 0; mine != null && i < sum.length; i++) {
        sum[i] += mine[i];
      }
    }
    return sum;
  }

  /** How many rows there are of titles and with ratings that fit. */
  private long sum(int[] counts) {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += fits[i % RATINGS] && groups.holds(i / RATINGS) ? counts[i] : 0;
    }
    return sum;
  }

  private TableQuery.Result ofEverybody(int[] counts) {
    RatingTallies tallies = new RatingTallies(groups.count(), byRating, values);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && fits[i % RATINGS]) {
        for (int group : groups.of(i / RATINGS)) {
          tallies.add(group, i % RATINGS, i / RATINGS, counts[i]);
        }
      }
    }
    long all = sum(counts);
    BestRows best = new BestRows(query);
    GroupRow row = new GroupRow(query, groups, query.measures().size());
    for (int group = 0; group < tallies.groups(); group++) {
      if (tallies.rows(group) > 0 || query.groupBy().isEmpty()) {
        set(row, tallies, group, Double.NaN, all);
        best.offer(row, group);
      }
    }
    return best.result();
  }

  private void tellUsers(int from, int to, long all, BestRows best) {
    RatingTallies tallies = new RatingTallies(groups.count(), byRating, values);
    GroupRow row = new GroupRow(query, groups, query.measures().size());
    int[] touched = new int[tallies.groups()];
    for (int user = from; user < to; user++) {
      int count = 0;
      int end = fits(user) ? ratings.starts()[user + 1] : 0;
      for (int e = ratings.starts()[user]; e < end; e++) {
        int rating = Math.max(0, ratings.values()[e]);
        int title = ratings.columns()[e];
        if (fits[rating]) {
          for (int titleGroup : groups.of(title)) {
            int group = tallies.group(titleGroup, rating);
            if (tallies.rows(group) == 0) {
              touched[count++] = group;
            }
            tallies.add(titleGroup, rating, title, 1);
          }
        }
      }
      for (int i = 0; i < count; i++) {
        set(row, tallies, touched[i], ratings.idOfRow(user), all);
        best.offer(row, (long) user << Integer.SIZE | touched[i]);
        tallies.clear(touched[i]);
      }
    }
  }

  private void set(GroupRow row, RatingTallies tallies, int group, double user, long all) {
    row.set(tallies.titleGroup(group), tallies.rating(group), user);
    for (int m = 0; m < query.measures().size(); m++) {
      TableQuery.Measure measure = query.measures().get(m);
      TableQuery.Fn fn = measure.fn().orElseThrow();
      row.setMeasure(
          m,
          measure.column().isEmpty()
              ? fn == TableQuery.Fn.SHARE ? (double) tallies.rows(group) / all : tallies.rows(group)
              : value(measure.column().get(), fn, tallies, group));
    }
  }

  private double value(TableColumn column, TableQuery.Fn fn, RatingTallies tallies, int group) {
    return switch (column) {
      case USER_ID -> tallies.rows(group);
      case RATING -> tallies.ofRatings(fn, group);
      default -> tallies.ofTitles(ofTitles.indexOf(column), fn, group);
    };
  }

  private void tellRows(int from, int to, BestRows best) {
    SingleRow row = new SingleRow(query, cells);
    for (int user = from; user < to; user++) {
      int end = fits(user) ? ratings.starts()[user + 1] : 0;
      for (int e = ratings.starts()[user]; e < end; e++) {
        int rating = Math.max(0, ratings.values()[e]);
        int title = ratings.columns()[e];
        if (fits[rating] && groups.holds(title)) {
          row.set(title, rating, ratings.idOfRow(user));
          best.offer(row, e);
        }
      }
    }
  }
}
