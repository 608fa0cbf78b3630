package osusume.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/** Makes the data set that strategies learn from: the whole one less what is held out. */
final class TrainingPart {
  private TrainingPart() {}

  /**
   * Leaves out entries; every user keeps their row, even an empty one.
   *
   * @param heldOut which entries of the rating matrix
   * @param description of the split; makes the fingerprint
   */
  static Dataset withoutEntries(Dataset data, BitSet heldOut, String description) {
    return without(data, new BitSet(), heldOut, description);
  }

  /** Leaves out whole users; the others move up. */
  static Dataset withoutRows(Dataset data, BitSet rows, String description) {
    return without(data, rows, new BitSet(), description);
  }

  private static Dataset without(Dataset data, BitSet noRows, BitSet heldOut, String description) {
    RatingMatrix all = data.ratings();
    int[] starts = all.starts();
    int users = all.rowCount() - noRows.cardinality();
    int[] ids = new int[users];
    int[] newStarts = new int[users + 1];
    int[] columns = new int[all.entryCount()];
    byte[] values = new byte[all.entryCount()];
    int user = 0;
    int n = 0;
    for (int row = noRows.nextClearBit(0);
        row < all.rowCount();
        row = noRows.nextClearBit(row + 1)) {
      for (int e = heldOut.nextClearBit(starts[row]);
          e < starts[row + 1];
          e = heldOut.nextClearBit(e + 1)) {
        columns[n] = all.columns()[e];
        values[n++] = all.values()[e];
      }
      ids[user++] = all.idOfRow(row);
      newStarts[user] = n;
    }
    var ratings =
        new RatingMatrix(
            ids, newStarts, Arrays.copyOf(columns, n), Arrays.copyOf(values, n), all.columnCount());
    return new Dataset(
        data.name(),
        data.simulated(),
        data.catalogue(),
        ratings,
        fingerprint(data, description),
        new ImportReport(data.catalogue().size(), users, n, ratings.unratedCount(), List.of()));
  }

  private static String fingerprint(Dataset data, String description) {
    try {
      byte[] text = (data.fingerprint() + " " + description).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
