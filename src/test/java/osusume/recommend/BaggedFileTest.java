package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.tensor.TensorWriter;

class BaggedFileTest {
  private static final BaggedModel MODEL =
      new BaggedModel(
          new int[] {7, 3, 5},
          2,
          new float[][] {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 0, 0.5f}},
          "chess",
          "1.2.3",
          Instant.parse("2026-01-02T03:04:05.678Z"),
          1.5);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("models").resolve("bagged-x.safetensors");
    BaggedFile.write(file, MODEL);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(BaggedFile.read(file, "chess")).usingRecursiveComparison().isEqualTo(MODEL);
  }

  @Test
  void aFileOfAnotherDataSetIsRefused() {
    assertThatThrownBy(() -> BaggedFile.read(file, "other"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("another data set");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> BaggedFile.read(missing, "chess"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void cutAndAlteredFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int headerEnd = 8 + ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt();
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      int at = i < 150 ? random.nextInt(headerEnd) : random.nextInt(whole.length);
      if (Character.isWhitespace(whole[at])) {
        continue;
      }
      byte[] altered = whole.clone();
      altered[at] ^= 4;
      assertRefused(altered);
      assertRefused(Arrays.copyOf(whole, at));
    }
  }

  @Test
  void whatHasAGoodChecksumButIsNoModelIsRefused() throws IOException {
    int[] ids = {1, 2};
    int[] shape = {1, 2};
    float[] h = {1, 2, 3, 4};
    assertThat(BaggedFile.read(sealed("osusume-bagged-1", ids, shape, h), "x")).isNotNull();
    refused("version 9", "osusume-bagged-9", ids, shape, h);
    refused("does not hold", "osusume-blend-2", ids, shape, h);
    refused("more than once", "osusume-bagged-1", new int[] {1, 1}, shape, h);
    refused("shape", "osusume-bagged-1", ids, new int[] {2, 2}, h);
    refused("shape", "osusume-bagged-1", ids, new int[] {-1, -2}, h);
    refused("shape", "osusume-bagged-1", ids, new int[] {4}, h);
    refused("shape", "osusume-bagged-1", ids, new int[] {1 << 16, 1 << 16}, h);
    refused("shape", "osusume-bagged-1", new int[0], new int[] {1, 1}, new float[0]);
    refused("finite", "osusume-bagged-1", ids, shape, new float[] {1, Float.NaN, 3, 4});
    refused("below 0", "osusume-bagged-1", ids, shape, new float[] {1, 2, -3, 4});
  }

  private void refused(String why, String format, int[] ids, int[] shape, float[] h)
      throws IOException {
    Path wrong = sealed(format, ids, shape, h);
    assertThatThrownBy(() -> BaggedFile.read(wrong, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(wrong.toString())
        .hasMessageContaining(why);
  }

  private Path sealed(String format, int[] ids, int[] shape, float[] h) throws IOException {
    Path sealed = folder.resolve("sealed");
    TensorWriter tensors =
        new TensorWriter()
            .add("anime_ids", ids, ids.length)
            .add("shape", shape, shape.length)
            .add("h", h, h.length);
    FittedFile.write(
        sealed, format, new FittedFile.Origin("x", "1", MODEL.trainedAt(), 1), tensors);
    return sealed;
  }

  private void assertRefused(byte[] bytes) throws IOException {
    Path wrong = Files.write(folder.resolve("wrong"), bytes);
    assertThatThrownBy(() -> BaggedFile.read(wrong, "chess"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(wrong.toString());
  }
}
