package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.linalg.SparseFloats;
import osusume.progress.Progress;
import osusume.tensor.TensorWriter;

class SimilarFileTest {
  private static final SimilarModel MODEL =
      SimilarTraining.train(Checkerboard.data(), "1.2.3", 1, Progress.NONE);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("models").resolve("similar-x.safetensors");
    SimilarFile.write(file, MODEL);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    SimilarModel read = SimilarFile.read(file, "chess");
    assertThat(read).usingRecursiveComparison().ignoringFields("weights").isEqualTo(MODEL);
    assertThat(read.weights()).isEqualTo(MODEL.weights());
  }

  @Test
  void aFileOfAnotherDataSetIsRefused() {
    assertThatThrownBy(() -> SimilarFile.read(file, "other"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("another data set");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> SimilarFile.read(missing, "chess"))
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
      assertRefused(altered, "");
      assertRefused(Arrays.copyOf(whole, at), "");
    }
  }

  @Test
  void whatHasAGoodChecksumButIsNoModelIsRefused() throws IOException {
    int[] ids = {1, 2};
    int[] starts = {0, 1, 2};
    int[] columns = {1, 0};
    float[] values = {0.5f, -0.5f};
    assertThat(SimilarFile.read(sealed("osusume-similar-1", ids, starts, columns, values), "x"))
        .isNotNull();
    refused("version 9", "osusume-similar-9", ids, starts, columns, values);
    refused("does not hold", "osusume-blend-2", ids, starts, columns, values);
    refused("more than once", "osusume-similar-1", new int[] {1, 1}, starts, columns, values);
    refused("2 rows", "osusume-similar-1", ids, new int[] {0, 2}, columns, values);
    refused("2 rows", "osusume-similar-1", ids, new int[] {1, 1, 2}, columns, values);
    refused("row 0", "osusume-similar-1", ids, new int[] {0, 3, 2}, columns, values);
    refused("row 0", "osusume-similar-1", ids, new int[] {0, -1, 2}, columns, values);
    refused("not all", "osusume-similar-1", ids, new int[] {0, 1, 1}, columns, values);
    refused("out of place", "osusume-similar-1", ids, starts, new int[] {0, 0}, values);
    refused("out of place", "osusume-similar-1", ids, starts, new int[] {1, 2}, values);
    refused("out of place", "osusume-similar-1", ids, starts, new int[] {-1, 0}, values);
    refused("finite", "osusume-similar-1", ids, starts, columns, new float[] {Float.NaN, 0});
    refused("2 rows", "osusume-similar-1", ids, starts, columns, new float[] {1});
  }

  private void refused(
      String why, String format, int[] ids, int[] starts, int[] columns, float[] values)
      throws IOException {
    Path wrong = sealed(format, ids, starts, columns, values);
    assertThatThrownBy(() -> SimilarFile.read(wrong, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(wrong.toString())
        .hasMessageContaining(why);
  }

  private Path sealed(String format, int[] ids, int[] starts, int[] columns, float[] values)
      throws IOException {
    Path sealed = folder.resolve("sealed");
    TensorWriter tensors = new TensorWriter().add("anime_ids", ids, ids.length);
    FittedFile.add(tensors, "weights", new SparseFloats(ids.length, starts, columns, values));
    var origin = new FittedFile.Origin("x", "1", MODEL.trainedAt(), 1);
    FittedFile.write(sealed, format, origin, tensors);
    return sealed;
  }

  private void assertRefused(byte[] bytes, String why) throws IOException {
    Path wrong = Files.write(folder.resolve("wrong"), bytes);
    assertThatThrownBy(() -> SimilarFile.read(wrong, "chess"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(wrong.toString())
        .hasMessageContaining(why);
  }
}
