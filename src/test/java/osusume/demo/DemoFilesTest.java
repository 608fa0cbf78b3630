package osusume.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's ratings are what their program writes, and its page tells the truth about them. */
class DemoFilesTest {
  private static final Path DEMO = Path.of("data/demo");

  @TempDir Path folder;

  @Test
  void theProgramRebuildsTheRatingsByteForByte() throws Exception {
    Files.copy(DEMO.resolve("anime.csv"), folder.resolve("anime.csv"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process run =
        new ProcessBuilder(
                java.toString(), DEMO.resolve("GenerateRatings.java").toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(said).isZero();
    assertThat(Files.mismatch(folder.resolve("rating.csv"), DEMO.resolve("rating.csv")))
        .isEqualTo(-1);
  }

  @Test
  void theReadmeNamesTheChecksumsOfTheFiles() throws Exception {
    String readme = Files.readString(DEMO.resolve("README.md"));
    assertThat(readme).contains(sha256("anime.csv")).contains(sha256("rating.csv"));
  }

  private static String sha256(String file) throws Exception {
    byte[] bytes = Files.readAllBytes(DEMO.resolve(file));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
