package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures that were made of the drawings are there, in the sizes they claim. */
class AppIconTest {
  private static final Path ICONS = Path.of("packaging", "icons");
  private static final String ID = "io.github.osusume.Osusume";
  private static final long PNG = 0x89504E470D0A1A0AL;

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void picturesHaveTheSizeOfTheirFolder(int size) throws IOException {
    Path folder = ICONS.resolve("hicolor").resolve(size + "x" + size);
    for (String name : List.of("apps/" + ID + ".png", "mimetypes/" + ID + "-list.png")) {
      assertThat(size(ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))))).isEqualTo(size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 128})
  void theWindowShowsWhatIsInstalled(int size) throws IOException {
    String name = size + "x" + size + "/apps/" + ID + ".png";
    try (InputStream shown = AppIcon.class.getResourceAsStream("icons/" + name)) {
      assertThat(shown).isNotNull();
      assertThat(shown.readAllBytes())
          .isEqualTo(Files.readAllBytes(ICONS.resolve("hicolor").resolve(name)));
    }
  }

  @Test
  void theIconOfWindowsHoldsItsSizes() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("osusume.ico")));
    file.order(ByteOrder.LITTLE_ENDIAN);
    assertThat(file.getInt(0)).isEqualTo(1 << 16);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < file.getShort(4); i++) {
      int entry = 6 + 16 * i;
      int size = size(file.slice(file.getInt(entry + 12), file.getInt(entry + 8)));
      assertThat(file.get(entry)).isEqualTo((byte) size);
      sizes.add(size);
    }
    assertThat(sizes).containsExactly(16, 24, 32, 48, 64, 256);
  }

  @Test
  void theIconOfMacOsHoldsItsSizes() throws IOException {
    Map<String, Integer> asked =
        Map.of(
            "icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256, "ic08", 256,
            "ic14", 512, "ic09", 512, "ic10", 1024);
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("osusume.icns")));
    assertThat(type(file, 0)).isEqualTo("icns");
    assertThat(file.getInt(4)).isEqualTo(file.capacity());
    int found = 0;
    for (int at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
      int size = size(file.slice(at + 8, file.getInt(at + 4) - 8));
      assertThat(asked).containsEntry(type(file, at), size);
      found++;
    }
    assertThat(found).isEqualTo(asked.size());
  }

  private static String type(ByteBuffer file, int at) {
    byte[] letters = new byte[4];
    file.get(at, letters);
    return new String(letters, StandardCharsets.US_ASCII);
  }

  /** The width of a square PNG. */
  private static int size(ByteBuffer png) {
    png.order(ByteOrder.BIG_ENDIAN);
    assertThat(png.getLong(0)).isEqualTo(PNG);
    assertThat(png.getInt(20)).isEqualTo(png.getInt(16));
    return png.getInt(16);
  }
}
