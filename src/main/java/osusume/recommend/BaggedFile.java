package osusume.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import osusume.tensor.TensorWriter;

/**
 * The file {@link BaggedModel} is kept in: safetensors with {@code anime_ids} I32 [titles], {@code
 * shape} I32 [2], which says how many factorisations there are and how many groups each has, and
 * {@code h} F32 [factorisations · groups · titles]. Replaced whole or not at all, read whole or not
 * at all.
 */
public final class BaggedFile {
  private static final String FORMAT = "osusume-bagged-1";
  private static final int TENSORS = 3;

  private BaggedFile() {}

  /**
   * Writes a model. What was in the file before stays until the new content is whole.
   *
   * @throws IOException if that failed, with a sentence for a person
   */
  public static void write(Path file, BaggedModel model) throws IOException {
    int bags = model.h().length;
    int each = model.components() * model.animeIds().length;
    float[] h = new float[bags * each];
    for (int bag = 0; bag < bags; bag++) {
      System.arraycopy(model.h()[bag], 0, h, bag * each, each);
    }
    TensorWriter tensors =
        new TensorWriter()
            .add("anime_ids", model.animeIds(), model.animeIds().length)
            .add("shape", new int[] {bags, model.components()}, 2)
            .add("h", h, h.length);
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
  public static BaggedModel read(Path file, String expectedFingerprint) throws IOException {
    return FittedFile.read(
        file, FORMAT, TENSORS, expectedFingerprint, (content, origin) -> model(content, origin));
  }

  private static BaggedModel model(FittedFile content, FittedFile.Origin origin)
      throws IOException {
    int[] ids = content.ids("anime_ids");
    int[] shape = content.ints("shape");
    float[] h = content.floats("h");
    if (shape.length != 2
        || shape[0] < 1
        || shape[1] < 1
        || ids.length < 1
        || (double) shape[0] * shape[1] * ids.length != h.length) {
      throw new FittedFile.Refused(
          "its shape %s does not fit %d titles and %d numbers"
              .formatted(Arrays.toString(shape), ids.length, h.length));
    }
    for (int i = 0; i < h.length; i++) {
      if (h[i] < 0) {
        throw new FittedFile.Refused(
            "h holds %s at place %d, where nothing below 0 may stand".formatted(h[i], i));
      }
    }
    int each = shape[1] * ids.length;
    float[][] bags = new float[shape[0]][];
    Arrays.setAll(bags, bag -> Arrays.copyOfRange(h, bag * each, (bag + 1) * each));
    return new BaggedModel(
        ids,
        shape[1],
        bags,
        origin.fingerprint(),
        origin.programVersion(),
        origin.trainedAt(),
        origin.seconds());
  }
}
