package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.FoldIn;
import osusume.nmf.NmfModel;

/**
 * What the NMF strategies share: a taste as a row of factors, and the model's columns as catalogue
 * rows. A user of the data set has their trained row of {@code W}, in which a low rating is a small
 * one and nothing speaks against; anybody else's is folded in with {@code H} fixed.
 */
final class NmfTaste {
  private final NmfModel model;
  private final FoldIn foldIn;
  private final int catalogueSize;
  private final int[] columnOfRow;
  private final int[] rowOfColumn;

  /**
   * What an entry that speaks against its like is instead of a rating, by its {@link TasteWeights}.
   * The factors stay above zero, so what it can do is to lower the groups of the title to nothing.
   */
  private static final float AGAINST = 10;

  /** Groups that do not count. */
  private final Set<Integer> without;

  NmfTaste(Dataset data, NmfModel model) {
    this.model = model;
    this.foldIn = model.foldIn();
    this.without = Set.of();
    Catalogue catalogue = data.catalogue();
    this.catalogueSize = catalogue.size();
    this.columnOfRow = new int[catalogueSize];
    this.rowOfColumn = new int[model.animeCount()];
    Arrays.fill(columnOfRow, -1);
    for (int column = 0; column < model.animeCount(); column++) {
      int row = catalogue.rowOfId(model.animeId(column));
      rowOfColumn[column] = row;
      columnOfRow[row] = column;
    }
  }

  private NmfTaste(NmfTaste all, Set<Integer> without) {
    this.model = all.model;
    this.foldIn = all.foldIn;
    this.catalogueSize = all.catalogueSize;
    this.columnOfRow = all.columnOfRow;
    this.rowOfColumn = all.rowOfColumn;
    this.without = without;
  }

  /**
   * The same where some groups do not count.
   *
   * @throws IllegalArgumentException if there is no such group, or if none is left; worded for a
   *     person
   */
  NmfTaste without(Set<Integer> groups) {
    new TakenOut(Set.of(), groups).requireGroupsAmong(model.components());
    return new NmfTaste(this, groups);
  }

  /** The row of factors of a taste; all zero where nothing is known. */
  float[] factors(Taste taste) {
    float[] factors = taste.userRow() >= 0 ? model.userRow(taste.userRow()) : foldedIn(taste);
    without.forEach(group -> factors[group] = 0);
    return factors;
  }

  private float[] foldedIn(Taste taste) {
    Known known = known(taste);
    return foldIn.fold(known.columns, known.says);
  }

  /**
   * Puts a score for each model column where its title is in the catalogue; titles unknown to the
   * model score 0.
   */
  float[] byCatalogueRow(float[] byColumn) {
    float[] scores = new float[catalogueSize];
    for (int column = 0; column < byColumn.length; column++) {
      scores[rowOfColumn[column]] = byColumn[column];
    }
    return scores;
  }

  /** The share of each group in a title's score under {@code factors}, the largest first. */
  List<Reason> groupReasons(float[] factors, int animeRow, int limit) {
    int column = columnOfRow[animeRow];
    if (column < 0) {
      return List.of();
    }
    double[] parts = new double[factors.length];
    double total = 0;
    for (int group = 0; group < parts.length; group++) {
      parts[group] = (double) factors[group] * model.h(group, column);
      total += parts[group];
    }
    List<Reason> reasons = new ArrayList<>();
    for (int group = 0; group < parts.length; group++) {
      if (parts[group] > 0) {
        reasons.add(new Reason.Group(group, parts[group] / total));
      }
    }
    return Reason.strongest(reasons, limit);
  }

  /** A taste folded in, to be asked why titles score as they do. */
  WatchedReasons watchedReasons(Taste taste) {
    Known known = known(taste);
    return new WatchedReasons(taste, foldIn.solve(known.columns, known.says));
  }

  /** What the titles of one taste do for others. */
  final class WatchedReasons {
    private final Taste taste;
    private final FoldIn.Solved solved;

    private WatchedReasons(Taste taste, FoldIn.Solved solved) {
      this.taste = taste;
      this.solved = solved;
    }

    /**
     * The titles that raised a title's folded-in score most. The score is a sum over the titles of
     * the taste ({@link FoldIn.Solved#contributions}); a share is a title's part of everything that
     * raised it.
     */
    List<Reason> of(int animeRow, int limit) {
      int column = columnOfRow[animeRow];
      return column < 0
          ? List.of()
          : Reason.watched(taste, solved.contributions(column, without), limit);
    }
  }

  /**
   * The titles that tie a taste to a group most: a share is a title's part of what in {@code x·h}
   * is above zero, for that group.
   */
  List<Reason> likedInGroup(Taste taste, int group, int limit) {
    Known known = known(taste);
    double[] parts = new double[taste.size()];
    for (int entry = 0; entry < parts.length; entry++) {
      if (known.columns[entry] >= 0) {
        parts[entry] = (double) known.says[entry] * model.h(group, known.columns[entry]);
      }
    }
    return Reason.watched(taste, parts, limit);
  }

  private Known known(Taste taste) {
    int[] columns = new int[taste.size()];
    float[] says = new float[taste.size()];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < columns.length; entry++) {
      columns[entry] = columnOfRow[taste.row(entry)];
      says[entry] =
          scale.against(taste, entry)
              ? AGAINST * scale.of(taste, entry)
              : taste.weight(entry) * Math.max(0, taste.rating(entry));
    }
    return new Known(columns, says);
  }

  /**
   * A taste as columns of the model, −1 for a title it does not know.
   *
   * @param says what the factorisation takes for x ({@link FoldIn}): the rating by the entry's
   *     weight, 0 where there is none; below 0 where it speaks against its like
   */
  private record Known(int[] columns, float[] says) {}
}
