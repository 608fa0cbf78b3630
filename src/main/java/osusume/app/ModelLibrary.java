package osusume.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import osusume.data.Dataset;
import osusume.file.FileTrouble;
import osusume.file.FolderLock;
import osusume.nmf.FactorFile;
import osusume.nmf.NmfModel;

/**
 * The files of the models folder, and a manifest that says which of them is in use for which data
 * set. The manifest is replaced last, so that it never names a file that is not whole.
 */
public final class ModelLibrary {
  private static final String ENDING = ".safetensors";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

  private final Path folder;
  private final ModelManifest manifest;

  /** Of the models that the program brings along. */
  private final Optional<ModelManifest> shipped;

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
    this.manifest = new ModelManifest(folder);
    this.shipped = Shipped.find().map(Shipped::models).map(ModelManifest::new);
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
        if (name.startsWith(prefix(Part.NMF)) || !isOwn(name)) {
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

  /** What the names of files start with that the program keeps by itself. */
  private static String prefix(Part<?> part) {
    return part.name() + "-";
  }

  private static boolean isOwn(String name) {
    return Part.ALL.stream().anyMatch(part -> name.startsWith(prefix(part)));
  }

  private static Entry entry(Path file) {
    try {
      return new Entry(file, FactorFile.summary(file), "");
    } catch (IOException e) {
      return new Entry(file, null, e.getMessage());
    }
  }

  /**
   * The file of a part in use for a data set, if it is still there. Factor files are found without
   * the manifest's help too, for they may hold what only the person can make again.
   */
  private Optional<Path> inUse(Dataset data, Part<?> part) throws IOException {
    Optional<Path> named = manifest.fileOf(part, data.fingerprint());
    if (named.isPresent()) {
      return named.filter(Files::exists);
    }
    Path usual = usualFile(data, part, 1);
    if (part == Part.NMF && isOf(usual, data)) {
      return Optional.of(usual);
    }
    return shipped.isPresent()
        ? shipped.get().fileOf(part, data.fingerprint()).filter(Files::exists)
        : Optional.empty();
  }

  private static boolean isOf(Path file, Dataset data) {
    if (!Files.exists(file)) {
      return false;
    }
    FactorFile.Summary summary = entry(file).summary();
    return summary != null && summary.training().fingerprint().equals(data.fingerprint());
  }

  /**
   * Reads what is kept of a data set.
   *
   * @return empty if nothing is
   * @throws IOException with a sentence, if the file is damaged, of another version, or was not
   *     made from this data set
   */
  <T> Optional<Kept<T>> read(Dataset data, Part<T> part) throws IOException {
    Optional<Path> file = inUse(data, part);
    return file.isPresent()
        ? Optional.of(new Kept<>(part, part.read(file.get(), data), file.get()))
        : Optional.empty();
  }

  /**
   * Sees to it that a model could be kept, before the work of making one is done.
   *
   * @throws IOException if not; worded for a person
   */
  void requireWritable() throws IOException {
    // Models are written in a moment, so one that is being kept just now is no reason to refuse.
    FolderLock.afterOwn(folder).close();
  }

  /**
   * Reads everything that is kept of a data set, on all cores.
   *
   * @param onTrouble is told why something can't be used
   */
  OpenParts readAll(Dataset data, Consumer<IOException> onTrouble) {
    List<Found> found = new ArrayList<>();
    for (Part<?> part : Part.ALL) {
      try {
        inUse(data, part).ifPresent(file -> found.add(new Found(part, file)));
      } catch (IOException e) {
        onTrouble.accept(e);
      }
    }
    OpenParts parts = OpenParts.NONE;
    for (Outcome outcome : found.parallelStream().map(one -> one.read(data)).toList()) {
      if (outcome.trouble() == null) {
        parts = parts.with(outcome.kept());
      } else {
        onTrouble.accept(outcome.trouble());
        parts = parts.withTrouble(outcome.part(), outcome.trouble().getMessage());
      }
    }
    return parts;
  }

  private record Found(Part<?> part, Path file) {
    Outcome read(Dataset data) {
      try {
        return new Outcome(part, read(part, data), null);
      } catch (IOException e) {
        return new Outcome(part, null, e);
      }
    }

    private <T> Kept<T> read(Part<T> kind, Dataset data) throws IOException {
      return new Kept<>(kind, kind.read(file, data), file);
    }
  }

  private record Outcome(Part<?> part, Kept<?> kept, IOException trouble) {}

  /**
   * Keeps what was learned and puts it in use for its data set. It replaces what was learned from
   * the same data before. No factor file of other data is replaced; other parts can be learned
   * again, so those of a data set that had the same name give way.
   *
   * @return the file
   */
  <T> Path keep(Dataset data, Part<T> part, T content) throws IOException {
    try (FolderLock _ = FolderLock.await(folder)) {
      int number = 1;
      while (part == Part.NMF && isTaken(usualFile(data, part, number), data)) {
        number++;
      }
      Path file = usualFile(data, part, number);
      part.write(file, content);
      manifest.put(part, data.fingerprint(), file);
      return file;
    }
  }

  private static boolean isTaken(Path file, Dataset data) {
    return Files.exists(file) && !isOf(file, data);
  }

  /**
   * Keeps a copy of a model under a name of its own, which no later training replaces.
   *
   * @throws IllegalArgumentException if the name can't be a file name, or is like those of training
   */
  public Path saveAs(NmfModel model, String name) throws IOException {
    if (!NAME.matcher(name).matches() || isOwn(name)) {
      throw new IllegalArgumentException(
          "\"%s\" can't be the name of a model: use letters, digits, spaces, dots and hyphens, at most 60, and none of %s in front."
              .formatted(
                  name, String.join(", ", Part.ALL.stream().map(ModelLibrary::prefix).toList())));
    }
    Path file = folder.resolve(name.endsWith(ENDING) ? name : name + ENDING);
    try (FolderLock _ = FolderLock.await(folder)) {
      if (Files.exists(file)) {
        throw new IOException("There is a model \"" + name + "\" already. Choose another name.");
      }
      FactorFile.write(file, model);
    }
    return file;
  }

  /**
   * Reads a factor file for a data set and puts it in use.
   *
   * @throws IOException if the file is damaged or was made from another data set; what was in use
   *     stays
   */
  Kept<NmfModel> use(Dataset data, Path file) throws IOException {
    NmfModel model = Part.NMF.read(file, data);
    try (FolderLock _ = FolderLock.await(folder)) {
      manifest.put(Part.NMF, data.fingerprint(), file);
    }
    return new Kept<>(Part.NMF, model, file);
  }

  /** Deletes a factor file of this folder. */
  public void delete(Path file) throws IOException {
    try (FolderLock _ = FolderLock.await(folder)) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  /** Where a part is kept; the number tells data sets apart that had the same name. */
  private Path usualFile(Dataset data, Part<?> part, int number) {
    return folder.resolve(prefix(part) + data.name() + (number == 1 ? "" : "-" + number) + ENDING);
  }
}
