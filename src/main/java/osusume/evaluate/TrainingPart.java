package osusume.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
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
    return of(data, data.ratings().without(heldOut), description);
  }

  /** Leaves out whole users; the others move up. */
  static Dataset withoutRows(Dataset data, BitSet rows, String description) {
    RatingMatrix all = data.ratings();
    int[] kept = IntStream.range(0, all.rowCount()).filter(row -> !rows.get(row)).toArray();
    BitSet out = new BitSet(all.entryCount());
    rows.stream().forEach(row -> out.set(all.starts()[row], all.starts()[row + 1]));
    RatingMatrix emptied = all.without(out);
    int[] starts = new int[kept.length + 1];
    for (int i = 0; i < kept.length; i++) {
      starts[i + 1] = emptied.starts()[kept[i] + 1];
    }
    return of(
        data,
        new RatingMatrix(
            IntStream.of(kept).map(all::idOfRow).toArray(),
            starts,
            emptied.columns(),
            emptied.values(),
            all.columnCount()),
        description);
  }

  private static Dataset of(Dataset data, RatingMatrix ratings, String description) {
    return new Dataset(
        data.name(),
        data.simulated(),
        data.catalogue(),
        ratings,
        fingerprint(data, description),
        new ImportReport(
            data.catalogue().size(),
            ratings.rowCount(),
            ratings.entryCount(),
            ratings.unratedCount(),
            List.of()));
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
