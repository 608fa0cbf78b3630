package osusume.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import osusume.data.Dataset;
import osusume.file.FileTrouble;
import osusume.nmf.FactorFile;
import osusume.nmf.NmfModel;
import osusume.recommend.rating.RatingFile;
import osusume.recommend.rating.RatingFit;

/**
 * The factor files in the models folder and the rating predictors beside them, and a manifest that
 * says which of them is in use for which data set. The manifest is replaced last, so that it never
 * names a file that is not whole.
 */
public final class ModelLibrary {
  private static final String ENDING = ".safetensors";
  private static final String RATING_PREFIX = "rating-";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

  private final Path folder;
  private final JsonFile<Manifest> manifest;

  /** File name of the NMF in use, by fingerprint of the data set. */
  private record Manifest(Map<String, String> nmf) {
    Manifest {
      nmf = nmf == null ? Map.of() : Map.copyOf(nmf);
    }
  }

  /**
   * A file of the models folder.
   *
   * @param summary what its header says; null if it can't be used
   * @param problem why it can't be used, as a sentence; empty if it can
   */
  public record Entry(Path file, FactorFile.Summary summary, String problem) {
    /** The file's name without its ending. */
    public String name() {
      String name = file.getFileName().toString();
      return name.substring(0, name.length() - ENDING.length());
    }

    /** Whether the model was made from a data set, and so can be used for it. */
    public boolean fits(Dataset data) {
      return summary != null && summary.training().fingerprint().equals(data.fingerprint());
    }
  }

  public ModelLibrary(Path folder) {
    this.folder = folder;
    this.manifest = new JsonFile<>(folder.resolve("manifest.json"), Manifest.class);
  }

  /** Every factor file in the folder, the newest first. */
  public List<Entry> list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return entries;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        if (!file.getFileName().toString().startsWith(RATING_PREFIX)) {
          entries.add(entry(file));
        }
      }
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
    entries.sort(
        Comparator.comparing(
                (Entry e) -> e.summary() == null ? Instant.MIN : e.summary().training().trainedAt())
            .reversed()
            .thenComparing(e -> e.file().getFileName().toString()));
    return entries;
  }

  private static Entry entry(Path file) {
    try {
      return new Entry(file, FactorFile.summary(file), "");
    } catch (IOException e) {
      return new Entry(file, null, e.getMessage());
    }
  }

  /**
   * The file in use for a data set: the one last trained or opened for it, if it is still there.
   */
  public Optional<Path> inUse(Dataset data) throws IOException {
    String name = manifest().nmf().get(data.fingerprint());
    Path file = name == null ? usualFile(data) : folder.resolve(name);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  /** Keeps a newly trained model and puts it in use for its data set. */
  public Path keep(Dataset data, NmfModel model) throws IOException {
    Path file = usualFile(data);
    try (WorkLock _ = WorkLock.of(folder)) {
      FactorFile.write(file, model);
      putInUse(data, file);
    }
    return file;
  }

  /**
   * Keeps a copy of a model under a name of its own, which no later training replaces.
   *
   * @throws IllegalArgumentException if the name can't be a file name
   */
  public Path saveAs(NmfModel model, String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" can't be the name of a model: use letters, digits, spaces, dots and hyphens, at most 60."
              .formatted(name));
    }
    if (name.startsWith(RATING_PREFIX)) {
      throw new IllegalArgumentException(
          "\"%s\" can't be the name of a model: \"%s\" is how rating predictors are called."
              .formatted(name, RATING_PREFIX));
    }
    Path file = folder.resolve(name.endsWith(ENDING) ? name : name + ENDING);
    if (Files.exists(file)) {
      throw new IOException("There is a model \"" + name + "\" already. Choose another name.");
    }
    try (WorkLock _ = WorkLock.of(folder)) {
      FactorFile.write(file, model);
    }
    return file;
  }

  /**
   * Reads a model for a data set and puts it in use.
   *
   * @throws IOException if the file is damaged or was made from another data set; what was in use
   *     stays
   */
  public NmfModel use(Dataset data, Path file) throws IOException {
    NmfModel model = FactorFile.read(file, data.fingerprint());
    try (WorkLock _ = WorkLock.of(folder)) {
      putInUse(data, file);
    }
    return model;
  }

  /** The rating predictor kept for a data set, if there is one. */
  public Optional<RatingFit> ratings(Dataset data) throws IOException {
    Path file = ratingFile(data);
    return Files.exists(file) ? Optional.of(RatingFile.read(file, data)) : Optional.empty();
  }

  /** Keeps a newly fitted rating predictor. */
  public void keepRatings(Dataset data, RatingFit fit) throws IOException {
    try (WorkLock _ = WorkLock.of(folder)) {
      RatingFile.write(ratingFile(data), fit);
    }
  }

  /** The file that the rating predictor of a data set is kept in. */
  public Path ratingFile(Dataset data) {
    return folder.resolve(RATING_PREFIX + data.name() + ENDING);
  }

  /** Deletes a factor file of this folder. */
  public void delete(Path file) throws IOException {
    try (WorkLock _ = WorkLock.of(folder)) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  private void putInUse(Dataset data, Path file) throws IOException {
    Map<String, String> nmf = new LinkedHashMap<>(manifest().nmf());
    nmf.put(
        data.fingerprint(), folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString());
    manifest.write(new Manifest(nmf));
  }

  private Path usualFile(Dataset data) {
    return folder.resolve("nmf-" + data.name() + ENDING);
  }

  private Manifest manifest() throws IOException {
    return manifest.read().orElse(new Manifest(Map.of()));
  }
}
