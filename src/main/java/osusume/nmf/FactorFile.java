package osusume.nmf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.tensor.Tensor;
import osusume.tensor.TensorFormatException;
import osusume.tensor.TensorHeader;
import osusume.tensor.TensorReader;
import osusume.tensor.TensorWriter;

/**
 * The file a model is kept in: safetensors with the tensors {@code W} F32 [users, k], {@code H} F32
 * [k, anime], {@code user_ids} I32, {@code anime_ids} I32, {@code loss} F64, and metadata that says
 * how the model came about. A file is replaced whole or not at all, and read whole or not at all:
 * it is mapped, validated, held against its SHA-256, copied out and unmapped.
 */
public final class FactorFile {
  /** The version of the format that is written, and the only one that is read. */
  static final String FORMAT = "osusume-nmf-1";

  static final String TENSOR_DIGEST = "sha256";
  static final String HEADER_DIGEST = "header_sha256";

  private static final int FORMAT_PREFIX = "osusume-nmf-".length();

  private FactorFile() {}

  /**
   * What a file says of itself: held against the checksum of the header, but the tensors have not
   * been read.
   *
   * @param file which file
   * @param training how the model came about
   * @param users rows of W
   * @param anime columns of H
   * @param iterations how many it took
   * @param relativeError ‖X − WH‖ / ‖X‖
   */
  public record Summary(
      Path file,
      TrainingRecord training,
      int users,
      int anime,
      int iterations,
      double relativeError) {}

  /**
   * Writes a model. What was in the file before stays until the new content is whole.
   *
   * @throws IOException if that failed, with a sentence for a person
   */
  public static void write(Path file, NmfModel model) throws IOException {
    TensorWriter tensors =
        new TensorWriter()
            .add("loss", model.loss(), model.iterations() + 1)
            .add("W", model.wTable(), model.userCount(), model.components())
            .add("H", model.hTable(), model.components(), model.animeCount())
            .add("user_ids", model.userIds(), model.userCount())
            .add("anime_ids", model.animeIds(), model.animeCount());
    NmfSettings settings = model.settings();
    tensors
        .metadata("format", FORMAT)
        .metadata("fingerprint", model.fingerprint())
        .metadata("components", Integer.toString(settings.components()))
        .metadata("max_iterations", Integer.toString(settings.maxIterations()))
        .metadata("tolerance", Double.toString(settings.tolerance()))
        .metadata("start", settings.start().name())
        .metadata("seed", Long.toString(settings.seed()))
        .metadata("iterations", Integer.toString(model.iterations()))
        .metadata("relative_error", Double.toString(model.relativeError()))
        .metadata("converged", Boolean.toString(model.converged()))
        .metadata("seconds", Double.toString(model.seconds()))
        .metadata("trained_at", model.trainedAt().toString())
        .metadata("program_version", model.programVersion());
    seal(tensors);
    AtomicFile.replace(file, tensors::write);
  }

  /** Adds the checksums: of the tensors' bytes, and of all the header says. */
  static void seal(TensorWriter tensors) {
    tensors.metadata(TENSOR_DIGEST, tensors.sha256());
    tensors.metadata(HEADER_DIGEST, tensors.header().sha256Without(HEADER_DIGEST));
  }

  /**
   * Reads a model made from a certain data set.
   *
   * @param expectedFingerprint of the data set that is open
   * @throws IOException as {@link #read(Path)}, and if the model was made from another data set
   */
  public static NmfModel read(Path file, String expectedFingerprint) throws IOException {
    NmfModel model = read(file);
    if (!model.fingerprint().equals(expectedFingerprint)) {
      throw new IOException(
          ("The model file %s was made from another data set. Train again, or open the data set it"
                  + " was made from.")
              .formatted(file));
    }
    return model;
  }

  /**
   * Reads a model.
   *
   * @throws IOException with a sentence that names the file and the reason, if it cannot be read,
   *     is cut, altered or of another version, or holds anything a model cannot be
   */
  public static NmfModel read(Path file) throws IOException {
    try (TensorReader reader = TensorReader.open(file)) {
      Summary summary = summary(file, reader.header());
      if (!reader.sha256().equals(text(reader.header().metadata(), TENSOR_DIGEST))) {
        throw new Refused("its content does not fit its checksum: it was damaged or altered");
      }
      return model(reader, summary);
    } catch (TensorFormatException | Refused e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /**
   * Reads what a file says of itself, for a list of models, without its tensors.
   *
   * @throws IOException as {@link #read(Path)}
   */
  public static Summary summary(Path file) throws IOException {
    try {
      return summary(file, TensorReader.header(file));
    } catch (TensorFormatException | Refused e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private static IOException refused(Path file, IOException why) {
    return new IOException(
        "The model file %s can't be used: %s. Train again, or choose another file."
            .formatted(file, why.getMessage()),
        why);
  }

  private static Summary summary(Path file, TensorHeader header) throws Refused {
    Map<String, String> metadata = header.metadata();
    String format = metadata.get("format");
    if (!FORMAT.equals(format)) {
      throw new Refused(
          format != null && format.startsWith(FORMAT.substring(0, FORMAT_PREFIX))
              ? "it is of version %s, and this program reads version %s"
                  .formatted(format.substring(FORMAT_PREFIX), FORMAT.substring(FORMAT_PREFIX))
              : "it is not a model of this program");
    }
    if (!header.sha256Without(HEADER_DIGEST).equals(text(metadata, HEADER_DIGEST))) {
      throw new Refused("its header does not fit its checksum: it was damaged or altered");
    }
    NmfSettings settings;
    try {
      settings =
          new NmfSettings(
              whole(metadata, "components"),
              whole(metadata, "max_iterations"),
              number(metadata, "tolerance"),
              NmfSettings.Start.valueOf(text(metadata, "start")),
              Long.parseLong(text(metadata, "seed")));
    } catch (IllegalArgumentException e) {
      throw new Refused("its settings are not those of a training (" + e.getMessage() + ")");
    }
    var training =
        new TrainingRecord(
            settings,
            text(metadata, "fingerprint"),
            text(metadata, "program_version"),
            time(metadata),
            amount(metadata, "seconds"),
            flag(metadata));
    return new Summary(
        file,
        training,
        extent(header, "user_ids"),
        extent(header, "anime_ids"),
        whole(metadata, "iterations"),
        amount(metadata, "relative_error"));
  }

  private static NmfModel model(TensorReader reader, Summary summary) throws IOException {
    int k = summary.training().settings().components();
    double[] loss = reader.doubles("loss", summary.iterations() + 1L);
    float[] w = reader.floats("W", summary.users(), k);
    float[] h = reader.floats("H", k, summary.anime());
    int[] userIds = reader.ints("user_ids", summary.users());
    int[] animeIds = reader.ints("anime_ids", summary.anime());
    if (reader.header().tensors().size() != 5) {
      throw new Refused("it holds tensors that a model does not have");
    }
    for (double error : loss) {
      if (!(error >= 0) || Double.isInfinite(error)) {
        throw new Refused("its loss holds " + error + ", which no training records");
      }
    }
    if (loss[loss.length - 1] != summary.relativeError()) {
      throw new Refused("its relative error is not the last of its loss");
    }
    checkFactor("W", w, k);
    checkFactor("H", h, summary.anime());
    checkDistinct("user_ids", userIds);
    checkDistinct("anime_ids", animeIds);
    return new NmfModel(w, h, userIds, animeIds, loss, summary.training());
  }

  private static void checkFactor(String name, float[] factor, int columns) throws Refused {
    for (int i = 0; i < factor.length; i++) {
      if (!(factor[i] >= 0) || Float.isInfinite(factor[i])) {
        throw new Refused(
            "%s holds %s at row %d, column %d, where a number from 0 up is expected"
                .formatted(name, factor[i], i / columns, i % columns));
      }
    }
  }

  private static void checkDistinct(String name, int[] ids) throws Refused {
    int duplicate = IdIndex.firstDuplicate(ids);
    if (duplicate >= 0) {
      throw new Refused("%s holds %d more than once".formatted(name, ids[duplicate]));
    }
  }

  private static int extent(TensorHeader header, String name) throws Refused {
    Tensor tensor = header.tensors().get(name);
    List<Long> shape = tensor == null ? List.of() : tensor.shape();
    if (shape.size() != 1 || shape.getFirst() > Integer.MAX_VALUE - 8) {
      throw new Refused("it has no list \"" + name + "\"");
    }
    return shape.getFirst().intValue();
  }

  private static String text(Map<String, String> metadata, String name) throws Refused {
    String value = metadata.get(name);
    if (value == null) {
      throw new Refused("it does not say its \"" + name + "\"");
    }
    return value;
  }

  private static int whole(Map<String, String> metadata, String name) throws Refused {
    String value = text(metadata, name);
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number < Integer.MAX_VALUE - 8) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number out of range.
    }
    throw new Refused("its \"%s\" is \"%s\", not a whole number".formatted(name, value));
  }

  private static double number(Map<String, String> metadata, String name) throws Refused {
    String value = text(metadata, name);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new Refused("its \"%s\" is \"%s\", not a number".formatted(name, value));
    }
  }

  private static double amount(Map<String, String> metadata, String name) throws Refused {
    double value = number(metadata, name);
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new Refused("its \"%s\" is %s, not a number from 0 up".formatted(name, value));
    }
    return value;
  }

  private static Instant time(Map<String, String> metadata) throws Refused {
    String value = text(metadata, "trained_at");
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new Refused("its \"trained_at\" is \"" + value + "\", not a time");
    }
  }

  private static boolean flag(Map<String, String> metadata) throws Refused {
    String value = text(metadata, "converged");
    if (!value.equals("true") && !value.equals("false")) {
      throw new Refused("its \"converged\" is \"" + value + "\", neither true nor false");
    }
    return value.equals("true");
  }

  /** Why the content of a file is not a model. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }
}
