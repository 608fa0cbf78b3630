package osusume.data.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Cause;
import osusume.data.ImportReport.Finding;

/**
 * What a stored data set says of itself before it is read.
 *
 * @param name under which it is kept
 * @param simulated whether its ratings are made up
 * @param fingerprint SHA-256 of the source bytes, in hexadecimal
 * @param report counts of titles, users and ratings, and what the import dropped and mended
 * @param importedAt when it was stored
 */
public record StoreSummary(
    String name, boolean simulated, String fingerprint, ImportReport report, Instant importedAt) {
  private static final int SHORTEST_FINDING = 16;

  static StoreSummary of(Dataset data, Instant importedAt) {
    return new StoreSummary(
        data.name(), data.simulated(), data.fingerprint(), data.report(), importedAt);
  }

  /** How many titles the data set has. */
  public int titles() {
    return report.anime();
  }

  /** How many users it has. */
  public int users() {
    return report.users();
  }

  /** How many ratings it has, unrated ones included. */
  public int ratings() {
    return report.ratings();
  }

  /** How many of them say "watched, not rated". */
  public int unrated() {
    return report.unrated();
  }

  void writeTo(StoreBytes out) {
    out.putText(name).putByte(simulated ? 1 : 0).putText(fingerprint);
    out.putLong(importedAt.getEpochSecond()).putInt(importedAt.getNano());
    out.putInt(report.anime()).putInt(report.users());
    out.putInt(report.ratings()).putInt(report.unrated());
    out.putInt(report.findings().size());
    for (Finding finding : report.findings()) {
      out.putText(finding.cause().key()).putText(finding.file()).putInt(finding.count());
      out.putInt(finding.firstLines().size());
      finding.firstLines().forEach(out::putLong);
    }
  }

  static StoreSummary readFrom(StoreCursor in) {
    String name = in.getText();
    boolean simulated = in.getByte() != 0;
    String fingerprint = in.getText();
    Instant importedAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
    int anime = in.getInt();
    int users = in.getInt();
    int ratings = in.getInt();
    int unrated = in.getInt();
    List<Finding> findings = new ArrayList<>();
    for (int left = in.getCount(SHORTEST_FINDING); left > 0; left--) {
      findings.add(finding(in));
    }
    var report = new ImportReport(anime, users, ratings, unrated, findings);
    return new StoreSummary(name, simulated, fingerprint, report, importedAt);
  }

  private static Finding finding(StoreCursor in) {
    String key = in.getText();
    String file = in.getText();
    int count = in.getInt();
    List<Long> lines = new ArrayList<>();
    for (int left = in.getCount(Long.BYTES); left > 0; left--) {
      lines.add(in.getLong());
    }
    for (Cause cause : Cause.values()) {
      if (cause.key().equals(key)) {
        return new Finding(cause, file, count, lines);
      }
    }
    throw new IllegalArgumentException("No cause is called " + key + ".");
  }
}
