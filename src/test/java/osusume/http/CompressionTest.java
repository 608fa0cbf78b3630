package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers are compressed, and for whom. */
class CompressionTest {
  private static final String GZIP = "Accept-Encoding: gzip\r\n";

  @TempDir static Path folder;
  private static TestListener test;
  private static URI address;

  @BeforeAll
  static void start() throws IOException {
    test = new TestListener(folder, Limits.USUAL);
    address = test.address;
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "br, GZIP;q=0.2 | true",
        "* | true",
        "gzip;q=0 | false",
        "gzip;q=0, * | false",
        "gzip;q=nonsense | false",
        "gzip;q=0x1p3 | false",
        "gzip;q=-1 | false",
        "identity, gzip;q=0.5 | false",
        "br | false",
      })
  void compressesForWhoAsks(String accepted, boolean compressed) throws IOException {
    for (String path : new String[] {"/medium", "/large"}) {
      Wire.Answer plain = Wire.get(address, path);
      Wire.Answer answer = Wire.get(address, path, "Accept-Encoding: " + accepted + "\r\n");
      assertThat(answer.header("content-encoding")).isEqualTo(compressed ? "gzip" : "");
      assertThat(answer.header("vary")).contains("Accept-Encoding");
      byte[] text = compressed ? unzipped(answer.body()) : answer.body();
      assertThat(text).isEqualTo(plain.body());
      assertThat(answer.body().length < plain.body().length / 5).isEqualTo(compressed);
    }
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  @Test
  void doesNotCompressWhatIsTinyAndSaysTheCompressedLengthToHead() throws IOException {
    assertThat(Wire.get(address, "/small", GZIP).headers()).doesNotContainKey("content-encoding");
    Wire.Answer get = Wire.get(address, "/medium", GZIP);
    Wire.Answer head = Wire.ask(address, Wire.request("HEAD", "/medium", GZIP));
    assertThat(head.header("content-length")).isEqualTo("" + get.body().length);
  }
}
