package osusume.recommend.rating;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import osusume.data.Dataset;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.linalg.SparseFloats;
import osusume.tensor.Tensor;
import osusume.tensor.TensorFormatException;
import osusume.tensor.TensorReader;
import osusume.tensor.TensorWriter;

/**
 * The file a rating predictor is kept in: safetensors with {@code weights} and {@code half_widths}
 * F64, {@code title_offsets}, {@code factors} [titles, 16] and {@code likeness} F32, {@code
 * raters}, {@code neighbour_starts} and {@code neighbours} I32, titles in catalogue order. A file
 * is replaced whole or not at all, and read whole or not at all: it is mapped, validated, held
 * against its SHA-256, copied out and unmapped.
 */
public final class RatingFile {
  /** The version of the format that is written, and the only one that is read. */
  static final String FORMAT = "osusume-rating-2";

  static final String TENSOR_DIGEST = "sha256";
  static final String HEADER_DIGEST = "header_sha256";

  private static final int FORMAT_PREFIX = "osusume-rating-".length();
  private static final int TENSORS = 11;

  private RatingFile() {}

  /**
   * Writes a predictor. What was in the file before stays until the new content is whole.
   *
   * @throws IOException if that failed, with a sentence for a person
   */
  public static void write(Path file, RatingFit fit) throws IOException {
    TensorWriter tensors = tensors(fit);
    seal(tensors);
    AtomicFile.replace(file, tensors::write);
  }

  static TensorWriter tensors(RatingFit fit) {
    Members members = fit.stack().members();
    Neighbours neighbours = members.neighbours();
    SparseFloats ease = members.ease().weights();
    int titles = members.raters().length;
    double[] weights = fit.stack().weights();
    double[] halfWidths = fit.stack().halfWidths().factors();
    return new TensorWriter()
        .add("weights", weights, weights.length)
        .add("half_widths", halfWidths, halfWidths.length)
        .add("title_offsets", members.biases().titleOffsets(), titles)
        .add("factors", members.factors().vectors(), titles, Factors.D)
        .add("likeness", neighbours.likeness(), neighbours.likeness().length)
        .add("ease_weights", ease.values(), ease.entryCount())
        .add("raters", members.raters(), titles)
        .add("ease_starts", ease.starts(), titles + 1L)
        .add("ease_titles", ease.columns(), ease.entryCount())
        .add("neighbour_starts", neighbours.starts(), titles + 1L)
        .add("neighbours", neighbours.titles(), neighbours.titles().length)
        .metadata("format", FORMAT)
        .metadata("fingerprint", fit.fingerprint())
        .metadata("mean", Double.toString(members.biases().mean()))
        .metadata("noise", Double.toString(members.factors().noise()))
        .metadata("seconds", Double.toString(fit.seconds()))
        .metadata("fitted_at", fit.fittedAt().toString())
        .metadata("program_version", fit.programVersion());
  }

  /** Adds the checksums: of the tensors' bytes, and of all the header says. */
  static void seal(TensorWriter tensors) {
    tensors.metadata(TENSOR_DIGEST, tensors.sha256());
    tensors.metadata(HEADER_DIGEST, tensors.header().sha256Without(HEADER_DIGEST));
  }

  /**
   * Reads the predictor of a data set.
   *
   * @throws IOException with a sentence that names the file and the reason, if it cannot be read,
   *     is cut, altered, of another version or made from another data set, or holds anything a
   *     predictor cannot be
   */
  public static RatingFit read(Path file, Dataset data) throws IOException {
    try (TensorReader reader = TensorReader.open(file)) {
      Map<String, String> metadata = reader.header().metadata();
      checkFormat(metadata.get("format"));
      if (!reader.header().sha256Without(HEADER_DIGEST).equals(text(metadata, HEADER_DIGEST))) {
        throw new Refused("its header does not fit its checksum: it was damaged or altered");
      }
      if (!text(metadata, "fingerprint").equals(data.fingerprint())) {
        throw new Refused("it was made from another data set");
      }
      if (!reader.sha256().equals(text(metadata, TENSOR_DIGEST))) {
        throw new Refused("its content does not fit its checksum: it was damaged or altered");
      }
      return fit(reader, metadata, data);
    } catch (TensorFormatException | Refused e) {
      throw new IOException(
          "The rating model %s can't be used: %s. Train again.".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private static void checkFormat(String format) throws Refused {
    if (!FORMAT.equals(format)) {
      throw new Refused(
          format != null && format.startsWith(FORMAT.substring(0, FORMAT_PREFIX))
              ? "it is of version %s, and this program reads version %s"
                  .formatted(format.substring(FORMAT_PREFIX), FORMAT.substring(FORMAT_PREFIX))
              : "it is not a rating model of this program");
    }
  }

  private static RatingFit fit(TensorReader reader, Map<String, String> metadata, Dataset data)
      throws IOException {
    if (reader.header().tensors().size() != TENSORS) {
      throw new Refused("it holds tensors that a rating model does not have");
    }
    int titles = data.catalogue().size();
    double mean = number(metadata, "mean", 1, 10);
    double noise = number(metadata, "noise", Double.MIN_NORMAL, Float.MAX_VALUE);
    float[] offsets = finite("title_offsets", reader.floats("title_offsets", titles));
    float[] vectors = finite("factors", reader.floats("factors", titles, Factors.D));
    int[] raters = reader.ints("raters", titles);
    for (int count : raters) {
      if (count < 0) {
        throw new Refused("raters holds " + count + ", where a number from 0 up is expected");
      }
    }
    var members =
        new Members(
            new Biases(mean, offsets),
            Content.of(data.catalogue()),
            neighbours(reader, titles),
            ease(reader, titles),
            new Factors(vectors, noise),
            raters);
    double[] weights = reader.doubles("weights", StackInputs.TERMS);
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new Refused("weights holds " + weight + ", which is no number");
      }
    }
    double[] widths = reader.doubles("half_widths", HalfWidths.bins());
    for (double width : widths) {
      if (!(width > 0) || Double.isInfinite(width)) {
        throw new Refused("half_widths holds " + width + ", where a number above 0 is expected");
      }
    }
    return new RatingFit(
        new Stack(members, weights, new HalfWidths(widths)),
        data.fingerprint(),
        text(metadata, "program_version"),
        time(metadata),
        number(metadata, "seconds", 0, Float.MAX_VALUE));
  }

  private static Neighbours neighbours(TensorReader reader, int titles) throws IOException {
    int count = extent(reader, "neighbours");
    int[] starts = reader.ints("neighbour_starts", titles + 1L);
    int[] neighbours = reader.ints("neighbours", count);
    float[] likeness = finite("likeness", reader.floats("likeness", count));
    checkOthers("neighbours", starts, neighbours);
    for (float like : likeness) {
      if (!(like > 0)) {
        throw new Refused("likeness holds " + like + ", where a number above 0 is expected");
      }
    }
    return new Neighbours(starts, neighbours, likeness);
  }

  private static ResidualEase ease(TensorReader reader, int titles) throws IOException {
    int count = extent(reader, "ease_titles");
    int[] starts = reader.ints("ease_starts", titles + 1L);
    int[] others = reader.ints("ease_titles", count);
    float[] weights = finite("ease_weights", reader.floats("ease_weights", count));
    checkOthers("ease_titles", starts, others);
    return new ResidualEase(new SparseFloats(titles, starts, others, weights));
  }

  /** Lists of other titles, one list a title. */
  private static void checkOthers(String name, int[] starts, int[] others) throws Refused {
    int titles = starts.length - 1;
    boolean rises = starts[0] == 0 && starts[titles] == others.length;
    for (int title = 0; title < titles; title++) {
      rises &= starts[title] <= starts[title + 1];
    }
    if (!rises) {
      throw new Refused("where the " + name + " of a title start does not fit together");
    }
    for (int title = 0; title < titles; title++) {
      for (int e = starts[title]; e < starts[title + 1]; e++) {
        if (others[e] < 0 || others[e] >= titles || others[e] == title) {
          throw new Refused(
              "%s holds %d for title %d, which can't be".formatted(name, others[e], title));
        }
      }
    }
  }

  private static float[] finite(String name, float[] numbers) throws Refused {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new Refused(name + " holds " + number + ", which is no number");
      }
    }
    return numbers;
  }

  private static int extent(TensorReader reader, String name) throws Refused {
    Tensor tensor = reader.header().tensors().get(name);
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

  private static double number(Map<String, String> metadata, String name, double least, double most)
      throws Refused {
    String value = text(metadata, name);
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number out of range.
    }
    throw new Refused(
        "its \"%s\" is \"%s\", not a number from %s to %s".formatted(name, value, least, most));
  }

  private static Instant time(Map<String, String> metadata) throws Refused {
    String value = text(metadata, "fitted_at");
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new Refused("its \"fitted_at\" is \"" + value + "\", not a time");
    }
  }

  /** Why the content of a file is not a rating model. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }
}
