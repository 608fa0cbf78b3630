package osusume.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.linalg.SparseFloats;
import osusume.tensor.Tensor;
import osusume.tensor.TensorFormatException;
import osusume.tensor.TensorReader;
import osusume.tensor.TensorWriter;

/**
 * What the files of fitted strategies have in common: safetensors, sealed by two checksums (of the
 * tensors' bytes and of all the header says), tied to a data set by its fingerprint, replaced whole
 * or not at all, read whole or not at all.
 */
final class FittedFile {
  private static final String TENSOR_DIGEST = "sha256";
  private static final String HEADER_DIGEST = "header_sha256";

  private final TensorReader reader;

  private FittedFile(TensorReader reader) {
    this.reader = reader;
  }

  /** How the content came about, as every such file says it. */
  record Origin(String fingerprint, String programVersion, Instant trainedAt, double seconds) {}

  /** Makes the fitted object from an open file. */
  interface Content<T> {
    T read(FittedFile file, Origin origin) throws IOException;
  }

  /** Why the content of a file is not what it should be. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /** Seals and writes. What was in the file before stays until the new content is whole. */
  static void write(Path file, String format, Origin origin, TensorWriter tensors)
      throws IOException {
    tensors
        .metadata("format", format)
        .metadata("fingerprint", origin.fingerprint())
        .metadata("program_version", origin.programVersion())
        .metadata("trained_at", origin.trainedAt().toString())
        .metadata("seconds", Double.toString(origin.seconds()));
    tensors.metadata(TENSOR_DIGEST, tensors.sha256());
    tensors.metadata(HEADER_DIGEST, tensors.header().sha256Without(HEADER_DIGEST));
    AtomicFile.replace(file, tensors::write);
  }

  /**
   * Opens, checks and reads.
   *
   * @param format with its version at the end, behind the last hyphen
   * @param tensors how many the format has
   * @throws IOException with a sentence that names the file and the reason
   */
  static <T> T read(
      Path file, String format, int tensors, String expectedFingerprint, Content<T> content)
      throws IOException {
    try (TensorReader reader = TensorReader.open(file)) {
      var opened = new FittedFile(reader);
      Origin origin = opened.origin(format);
      if (reader.header().tensors().size() != tensors) {
        throw new Refused("it does not hold the tensors it should");
      }
      if (!origin.fingerprint().equals(expectedFingerprint)) {
        throw new Refused("it was made from another data set");
      }
      if (!reader.sha256().equals(opened.text(TENSOR_DIGEST))) {
        throw new Refused("its content does not fit its checksum: it was damaged or altered");
      }
      return content.read(opened, origin);
    } catch (TensorFormatException | Refused e) {
      throw new IOException(
          "The model file %s can't be used: %s. Train again.".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private Origin origin(String format) throws Refused {
    int prefix = format.lastIndexOf('-') + 1;
    String found = reader.header().metadata().get("format");
    if (!format.equals(found)) {
      throw new Refused(
          found != null && found.startsWith(format.substring(0, prefix))
              ? "it is of version %s, and this program reads version %s"
                  .formatted(found.substring(prefix), format.substring(prefix))
              : "it does not hold what it should");
    }
    if (!reader.header().sha256Without(HEADER_DIGEST).equals(text(HEADER_DIGEST))) {
      throw new Refused("its header does not fit its checksum: it was damaged or altered");
    }
    double seconds = number("seconds");
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new Refused("its \"seconds\" is not a number from 0 up");
    }
    Instant trainedAt;
    try {
      trainedAt = Instant.parse(text("trained_at"));
    } catch (DateTimeException e) {
      throw new Refused("its \"trained_at\" is not a time");
    }
    return new Origin(text("fingerprint"), text("program_version"), trainedAt, seconds);
  }

  /** An entry of metadata. */
  String text(String name) throws Refused {
    Map<String, String> metadata = reader.header().metadata();
    String value = metadata.get(name);
    if (value == null) {
      throw new Refused("it does not say its \"" + name + "\"");
    }
    return value;
  }

  private double number(String name) throws Refused {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw new Refused("its \"" + name + "\" is not a number");
    }
  }

  /** A list of MyAnimeList ids, none of them twice. */
  int[] ids(String name) throws IOException {
    int[] ids = ints(name);
    if (IntStream.of(ids).distinct().count() != ids.length) {
      throw new Refused(name + " holds an id more than once");
    }
    return ids;
  }

  /** A list of whole numbers. */
  int[] ints(String name) throws IOException {
    return reader.ints(name, extent(name));
  }

  /** A list of finite numbers. */
  float[] floats(String name) throws IOException {
    float[] floats = reader.floats(name, extent(name));
    for (int i = 0; i < floats.length; i++) {
      if (!Float.isFinite(floats[i])) {
        throw new Refused(
            "%s holds %s at place %d, where a finite number is expected"
                .formatted(name, floats[i], i));
      }
    }
    return floats;
  }

  /** A square sparse matrix with nothing on its diagonal, written by {@link #add}. */
  SparseFloats square(String name, int size) throws IOException {
    int[] starts = ints(name + "_starts");
    int[] columns = ints(name + "_columns");
    float[] values = floats(name + "_values");
    if (starts.length != size + 1 || starts[0] != 0 || columns.length != values.length) {
      throw new Refused(name + " is not a matrix of " + size + " rows");
    }
    for (int row = 0; row < size; row++) {
      if (starts[row + 1] < starts[row] || starts[row + 1] > columns.length) {
        throw new Refused("row " + row + " of " + name + " does not end where it should");
      }
      int before = -1;
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        if (columns[e] <= before || columns[e] >= size || columns[e] == row) {
          throw new Refused(
              "row %d of %s holds the column %d out of place".formatted(row, name, columns[e]));
        }
        before = columns[e];
      }
    }
    if (starts[size] != columns.length) {
      throw new Refused("the rows of " + name + " are not all of its entries");
    }
    return new SparseFloats(size, starts, columns, values);
  }

  /** Adds a sparse matrix as three tensors. */
  static void add(TensorWriter tensors, String name, SparseFloats matrix) {
    tensors
        .add(name + "_starts", matrix.starts(), matrix.starts().length)
        .add(name + "_columns", matrix.columns(), matrix.columns().length)
        .add(name + "_values", matrix.values(), matrix.values().length);
  }

  private long extent(String name) throws Refused {
    Tensor tensor = reader.header().tensors().get(name);
    List<Long> shape = tensor == null ? List.of() : tensor.shape();
    if (shape.size() != 1 || shape.getFirst() > Integer.MAX_VALUE - 8) {
      throw new Refused("it has no list \"" + name + "\"");
    }
    return shape.getFirst();
  }
}
