package osusume.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.file.FileTrouble;
import osusume.nmf.FactorFile;
import osusume.nmf.NmfModel;
import osusume.recommend.BlendFile;
import osusume.recommend.BlendModel;
import osusume.recommend.SimilarFile;
import osusume.recommend.SimilarModel;
import osusume.recommend.rating.RatingFile;
import osusume.recommend.rating.RatingFit;

/**
 * The factor files in the models folder and the rating predictors beside them, and a manifest that
 * says which of them is in use for which data set. The manifest is replaced last, so that it never
 * names a file that is not whole.
 */
public final class ModelLibrary {
  private static final String ENDING = ".safetensors";

  /** What the names of trained models start with. */
  private static final String USUAL = "nmf-";

  private static final String RATING = "rating-";
  private static final String SIMILAR = "similar-";
  private static final String BLEND = "blend-";

  /** What the names of files start with that the program keeps by itself. */
  private static final List<String> OWN = List.of(USUAL, RATING, SIMILAR, BLEND);

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

  private final Path folder;
  private final JsonFile<Manifest> manifest;

  /** File name of the NMF in use, by fingerprint of the data set. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Manifest(Map<String, String> nmf) {
    Manifest {
      Map<String, String> known = new LinkedHashMap<>(nmf == null ? Map.of() : nmf);
      known.values().removeIf(Objects::isNull);
      nmf = known;
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
        String name = file.getFileName().toString();
        if (name.startsWith(USUAL) || OWN.stream().noneMatch(name::startsWith)) {
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
    if (name != null) {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
    Path usual = usualFile(data, 1);
    return isOf(usual, data) ? Optional.of(usual) : Optional.empty();
  }

  private static boolean isOf(Path file, Dataset data) {
    if (!Files.exists(file)) {
      return false;
    }
    FactorFile.Summary summary = entry(file).summary();
    return summary != null && summary.training().fingerprint().equals(data.fingerprint());
  }

  /**
   * Reads a model and holds it against the data set it is to be used with.
   *
   * @throws IOException if the file is damaged, or was not made from this data set
   */
  public NmfModel read(Dataset data, Path file) throws IOException {
    NmfModel model = FactorFile.read(file, data.fingerprint());
    RatingMatrix ratings = data.ratings();
    boolean sameUsers = model.userCount() == ratings.rowCount();
    for (int row = 0; sameUsers && row < model.userCount(); row++) {
      sameUsers = model.userId(row) == ratings.idOfRow(row);
    }
    boolean knownTitles = true;
    for (int column = 0; column < model.animeCount(); column++) {
      knownTitles &= data.catalogue().rowOfId(model.animeId(column)) >= 0;
    }
    if (!sameUsers || !knownTitles) {
      throw new IOException(
          "%s speaks of other %s than the data set \"%s\". Train again."
              .formatted(file, sameUsers ? "titles" : "users", data.name()));
    }
    return model;
  }

  /**
   * Sees to it that a model could be kept, before the work of making one is done.
   *
   * @throws IOException if not; worded for a person
   */
  void requireWritable() throws IOException {
    WorkLock.of(folder).close();
  }

  /**
   * Keeps a newly trained model and puts it in use for its data set. It replaces the one that was
   * trained on the same data before, and no other file.
   */
  public Path keep(Dataset data, NmfModel model) throws IOException {
    try (WorkLock _ = WorkLock.await(folder)) {
      int number = 1;
      while (Files.exists(usualFile(data, number)) && !isOf(usualFile(data, number), data)) {
        number++;
      }
      Path file = usualFile(data, number);
      FactorFile.write(file, model);
      putInUse(data, file);
      return file;
    }
  }

  /**
   * Keeps a copy of a model under a name of its own, which no later training replaces.
   *
   * @throws IllegalArgumentException if the name can't be a file name, or is like those of training
   */
  public Path saveAs(NmfModel model, String name) throws IOException {
    if (!NAME.matcher(name).matches() || OWN.stream().anyMatch(name::startsWith)) {
      throw new IllegalArgumentException(
          "\"%s\" can't be the name of a model: use letters, digits, spaces, dots and hyphens, at most 60, and none of %s in front."
              .formatted(name, String.join(", ", OWN)));
    }
    Path file = folder.resolve(name.endsWith(ENDING) ? name : name + ENDING);
    try (WorkLock _ = WorkLock.await(folder)) {
      if (Files.exists(file)) {
        throw new IOException("There is a model \"" + name + "\" already. Choose another name.");
      }
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
    NmfModel model = read(data, file);
    try (WorkLock _ = WorkLock.await(folder)) {
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
    return fileOf(RATING, data);
  }

  /** What titles say for each other in a data set, if it is kept. */
  Optional<SimilarModel> similar(Dataset data) throws IOException {
    Path file = fileOf(SIMILAR, data);
    return Files.exists(file)
        ? Optional.of(SimilarFile.read(file, data.fingerprint()))
        : Optional.empty();
  }

  /** Keeps what titles say for each other. */
  void keep(Dataset data, SimilarModel model) throws IOException {
    try (WorkLock _ = WorkLock.await(folder)) {
      SimilarFile.write(fileOf(SIMILAR, data), model);
    }
  }

  /** The weights of the blend for a data set, if they are kept. */
  Optional<BlendModel> blend(Dataset data) throws IOException {
    Path file = fileOf(BLEND, data);
    return Files.exists(file)
        ? Optional.of(BlendFile.read(file, data.fingerprint()))
        : Optional.empty();
  }

  /** Keeps the weights of the blend. */
  void keep(Dataset data, BlendModel model) throws IOException {
    try (WorkLock _ = WorkLock.await(folder)) {
      BlendFile.write(fileOf(BLEND, data), model);
    }
  }

  private Path fileOf(String kind, Dataset data) {
    return folder.resolve(kind + data.name() + ENDING);
  }

  /** Deletes a factor file of this folder. */
  public void delete(Path file) throws IOException {
    try (WorkLock _ = WorkLock.await(folder)) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  private void putInUse(Dataset data, Path file) throws IOException {
    Map<String, String> nmf = new LinkedHashMap<>(manifest().nmf());
    Path whole = file.toAbsolutePath().normalize();
    Path home = folder.toAbsolutePath().normalize();
    nmf.put(
        data.fingerprint(),
        whole.startsWith(home) ? home.relativize(whole).toString() : whole.toString());
    manifest.write(new Manifest(nmf));
  }

  /** Where a training keeps its model; the number tells data sets apart that had the same name. */
  private Path usualFile(Dataset data, int number) {
    return folder.resolve(USUAL + data.name() + (number == 1 ? "" : "-" + number) + ENDING);
  }

  private Manifest manifest() throws IOException {
    return manifest.readOrPutAside().orElse(new Manifest(Map.of()));
  }
}
