package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.progress.Progress;
import osusume.tensor.TensorWriter;

class BlendFileTest {
  private static final BlendModel MODEL =
      BlendTraining.train(
          Checkerboard.data(), BlendRecommenderTest.GROUPS, "1.2.3", 1, Progress.NONE);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("blend-x.safetensors");
    BlendFile.write(file, MODEL);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    BlendModel read = BlendFile.read(file, "chess");
    assertThat(read).usingRecursiveComparison().ignoringFields("together").isEqualTo(MODEL);
    assertThat(read.together()).isEqualTo(MODEL.together());
  }

  @Test
  void aFileOfAnotherDataSetIsRefused() {
    refused(file, "other", "another data set");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    SimilarModel similar = SimilarTraining.train(Checkerboard.data(), "1", 1, Progress.NONE);
    SimilarFile.write(file, similar);
    refused(file, "chess", "does not hold what it should");
  }

  @Test
  void cutAndAlteredFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(whole.length);
      if (!Character.isWhitespace(whole[at])) {
        byte[] altered = whole.clone();
        altered[at] ^= 4;
        refused(Files.write(folder.resolve("altered"), altered), "chess", "");
        refused(Files.write(folder.resolve("cut"), Arrays.copyOf(whole, at)), "chess", "");
      }
    }
  }

  @Test
  void weightsOfOtherScoresAreRefused() throws IOException {
    refused(sealed("SIMILAR", MODEL.weights(), "true"), "x", "other scores");
    String features = String.join(" ", names());
    refused(sealed(features, new float[] {1}, "true"), "x", "other scores");
    refused(sealed(features, MODEL.weights(), "perhaps"), "x", "neither true nor false");
    float[] broken = MODEL.weights().clone();
    broken[3] = Float.POSITIVE_INFINITY;
    refused(sealed(features, broken, "true"), "x", "finite");
    assertThat(BlendFile.read(sealed(features, MODEL.weights(), "true"), "x")).isNotNull();
  }

  private static String[] names() {
    return Arrays.stream(BlendFeature.values()).map(Enum::name).toArray(String[]::new);
  }

  private Path sealed(String features, float[] weights, String learned) throws IOException {
    Path sealed = folder.resolve("sealed");
    TensorWriter tensors =
        new TensorWriter()
            .add("anime_ids", MODEL.animeIds(), MODEL.animeIds().length)
            .add("weights", weights, weights.length)
            .metadata("features", features)
            .metadata("learned", learned);
    FittedFile.add(tensors, "together", MODEL.together());
    FittedFile.write(
        sealed, "osusume-blend-2", new FittedFile.Origin("x", "1", MODEL.trainedAt(), 1), tensors);
    return sealed;
  }

  private static void refused(Path wrong, String fingerprint, String why) {
    assertThatThrownBy(() -> BlendFile.read(wrong, fingerprint))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(wrong.toString())
        .hasMessageContaining(why);
  }
}
