package osusume.recommend;

import java.io.IOException;
import java.nio.file.Path;
import osusume.tensor.TensorWriter;

/**
 * The file {@link SimilarModel} is kept in: safetensors with {@code anime_ids} I32 [n] and the
 * weights, compressed by watched title: {@code weights_starts} I32 [n + 1], {@code weights_columns}
 * I32 and {@code weights_values} F32. Replaced whole or not at all, read whole or not at all.
 */
public final class SimilarFile {
  private static final String FORMAT = "osusume-similar-1";
  private static final int TENSORS = 4;

  private SimilarFile() {}

  /**
   * Writes a model. What was in the file before stays until the new content is whole.
   *
   * @throws IOException if that failed, with a sentence for a person
   */
  public static void write(Path file, SimilarModel model) throws IOException {
    TensorWriter tensors =
        new TensorWriter().add("anime_ids", model.animeIds(), model.animeIds().length);
    FittedFile.add(tensors, "weights", model.weights());
    FittedFile.write(
        file,
        FORMAT,
        new FittedFile.Origin(
            model.fingerprint(), model.programVersion(), model.trainedAt(), model.seconds()),
        tensors);
  }

  /**
   * Reads a model.
   *
   * @param expectedFingerprint of the data set that is open
   * @throws IOException with a sentence that names the file and the reason, if it cannot be read,
   *     is cut, altered, of another version or from another data set, or holds anything a model
   *     cannot
   */
  public static SimilarModel read(Path file, String expectedFingerprint) throws IOException {
    return FittedFile.read(
        file,
        FORMAT,
        TENSORS,
        expectedFingerprint,
        (content, origin) -> {
          int[] ids = content.ids("anime_ids");
          return new SimilarModel(
              ids,
              content.square("weights", ids.length),
              origin.fingerprint(),
              origin.programVersion(),
              origin.trainedAt(),
              origin.seconds());
        });
  }
}
