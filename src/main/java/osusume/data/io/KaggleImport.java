package osusume.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Finding;
import osusume.data.RatingMatrix;
import osusume.progress.Progress;

/**
 * Reads Kaggle's "Anime Recommendations Database" as it is shipped, and cleans it. A file that is
 * not what it should be is refused whole with a {@link BadInputException}; what is dropped or
 * mended is counted in the data set's report. Nothing is written anywhere.
 *
 * <p>The fingerprint is the SHA-256 of the bytes of {@code anime.csv} followed by those of {@code
 * rating.csv}, so that an archive and the files unpacked from it have the same: {@code cat
 * anime.csv rating.csv | sha256sum}.
 */
public final class KaggleImport {
  private static final int MOST_TITLE_BYTES = 64 << 20;
  private static final double READING = 0.9;

  private final String name;
  private final boolean simulated;
  private final int threads;
  private final Progress progress;

  KaggleImport(String name, boolean simulated, int threads, Progress progress) {
    this.name = name;
    this.simulated = simulated;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Reads what a person chose.
   *
   * @param name under which the data set will be kept
   * @param simulated whether its ratings are made up
   * @param files {@code archive.zip}; or {@code anime.csv} and {@code rating.csv} in either order,
   *     told apart by their headers; or a folder that holds one or the other
   * @throws BadInputException if they are not what they should be
   * @throws osusume.progress.CancelledException if the person asked to stop
   */
  public static Dataset read(String name, boolean simulated, List<Path> files, Progress progress)
      throws IOException {
    try (KaggleFiles found = KaggleFiles.find(files)) {
      return new KaggleImport(name, simulated, allProcessors(), progress).read(found);
    } catch (IOException e) {
      throw Interruption.orTrouble(e);
    }
  }

  /**
   * Reads the two files from wherever they lie, the class path for example, in either order.
   *
   * @throws BadInputException if they are not what they should be
   * @throws osusume.progress.CancelledException if the person asked to stop
   */
  public static Dataset read(
      String name, boolean simulated, CsvSource one, CsvSource other, Progress progress)
      throws IOException {
    try (KaggleFiles found = KaggleFiles.of(one, other)) {
      return new KaggleImport(name, simulated, allProcessors(), progress).read(found);
    }
  }

  private static int allProcessors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Titles are read and cleaned on a thread of their own while the ratings are read. */
  Dataset read(KaggleFiles files) throws IOException {
    progress.check();
    progress.report(0, "reading " + files.titles().name());
    byte[] titleBytes = allBytes(files.titles());
    MessageDigest digest = sha256();
    digest.update(titleBytes);
    var findings = new Findings(files.titles().name());
    FutureTask<Catalogue> titles =
        new FutureTask<>(() -> catalogue(files.titles(), titleBytes, findings));
    Thread.ofPlatform().daemon().name("read titles").start(titles);
    RatingRows rows;
    try {
      rows = rows(files.ratings(), digest);
    } catch (IOException e) {
      // Whatever is wrong with the titles is told first, however the threads run.
      result(titles);
      throw e;
    }
    Catalogue catalogue = result(titles);
    progress.report(READING, "sorting the ratings");
    RatingMatrix ratings =
        RatingAssembly.assemble(rows.blocks(), catalogue, rows.missing(), threads, progress);
    if (ratings.rowCount() == 0) {
      throw new BadInputException(
          "%s: none of its ratings is of a title in %s. Choose two files of the same data set."
              .formatted(files.ratings().name(), files.titles().name()));
    }
    List<Finding> all = new ArrayList<>(findings.list());
    all.addAll(rows.missing().list());
    progress.report(1, "read");
    return new Dataset(
        name,
        simulated,
        catalogue,
        ratings,
        HexFormat.of().formatHex(rows.fingerprint()),
        new ImportReport(
            catalogue.size(),
            ratings.rowCount(),
            ratings.entryCount(),
            ratings.unratedCount(),
            all));
  }

  private Catalogue catalogue(CsvSource source, byte[] bytes, Findings findings)
      throws IOException {
    TitleColumns raw = TitleReader.read(CsvHeader.of(source), bytes, progress);
    return new Catalogue(new TitleCleaning(findings).clean(raw));
  }

  private RatingRows rows(CsvSource source, MessageDigest afterTitles) throws IOException {
    Progress reading = progress.part(0, READING);
    RatingRows plain =
        RatingScan.read(source, copy(afterTitles), threads, RatingScan.BLOCK_BYTES, reading);
    return plain != null
        ? plain
        : ExactRatings.read(source, CsvHeader.of(source), copy(afterTitles), reading);
  }

  private static byte[] allBytes(CsvSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(MOST_TITLE_BYTES);
      if (in.read() >= 0) {
        throw new BadInputException(
            "%s is larger than %d MB, which no list of titles is. Get the file again."
                .formatted(source.name(), MOST_TITLE_BYTES >> 20));
      }
      return bytes;
    }
  }

  private static Catalogue result(FutureTask<Catalogue> titles) throws IOException {
    try {
      return titles.get();
    } catch (InterruptedException e) {
      throw Interruption.cancelled(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case RuntimeException trouble -> throw trouble;
        default -> throw new IllegalStateException("The titles could not be read.", e.getCause());
      }
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be cloned.", e);
    }
  }
}
