package osusume.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import osusume.data.Dataset;
import osusume.progress.Progress;

/** The demo data set: part of the program, in Kaggle's form, with simulated ratings. */
public final class DemoData {
  /** The name of the demo data set. */
  public static final String NAME = "demo";

  private static final List<CsvSource> FILES =
      List.of(resource("anime.csv"), resource("rating.csv"));

  private DemoData() {}

  private static CsvSource resource(String file) {
    return CsvSource.ofResource(DemoData.class, "/osusume/data/demo/" + file);
  }

  /** Reads it as an import would. */
  public static Dataset read(Progress progress) throws IOException {
    return KaggleImport.read(NAME, true, FILES.get(0), FILES.get(1), progress);
  }

  /** The fingerprint that {@link #read} will give, without reading the rows. */
  public static String fingerprint() throws IOException {
    MessageDigest digest = KaggleImport.sha256();
    for (CsvSource file : FILES) {
      try (InputStream in = file.open()) {
        digest.update(in.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
