package osusume.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import osusume.tensor.TensorWriter;

/**
 * The file {@link BlendModel} is kept in: safetensors with {@code anime_ids} I32 [n], {@code
 * weights} F32 (one for each {@link BlendFeature}, whose names stand in the metadata {@code
 * features}), and the counts, compressed by watched title: {@code together_starts} I32 [n + 1],
 * {@code together_columns} I32 and {@code together_values} F32. Replaced whole or not at all, read
 * whole or not at all.
 */
public final class BlendFile {
  private static final String FORMAT = "osusume-blend-2";
  private static final int TENSORS = 5;
  private static final String FEATURES =
      Arrays.stream(BlendFeature.values()).map(Enum::name).collect(Collectors.joining(" "));

  private BlendFile() {}

  /**
   * Writes a model. What was in the file before stays until the new content is whole.
   *
   * @throws IOException if that failed, with a sentence for a person
   */
  public static void write(Path file, BlendModel model) throws IOException {
    TensorWriter tensors =
        new TensorWriter()
            .add("anime_ids", model.animeIds(), model.animeIds().length)
            .add("weights", model.weights(), model.weights().length)
            .metadata("features", FEATURES)
            .metadata("learned", Boolean.toString(model.learned()));
    FittedFile.add(tensors, "together", model.together());
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
  public static BlendModel read(Path file, String expectedFingerprint) throws IOException {
    return FittedFile.read(
        file,
        FORMAT,
        TENSORS,
        expectedFingerprint,
        (content, origin) -> {
          int[] ids = content.ids("anime_ids");
          float[] weights = content.floats("weights");
          if (!content.text("features").equals(FEATURES) || weights.length != BlendFeature.COUNT) {
            throw new FittedFile.Refused("it weighs other scores than this program works out");
          }
          String learned = content.text("learned");
          if (!learned.equals("true") && !learned.equals("false")) {
            throw new FittedFile.Refused("its \"learned\" is neither true nor false");
          }
          return new BlendModel(
              ids,
              content.square("together", ids.length),
              weights,
              learned.equals("true"),
              origin.fingerprint(),
              origin.programVersion(),
              origin.trainedAt(),
              origin.seconds());
        });
  }
}
