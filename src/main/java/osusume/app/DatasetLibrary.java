package osusume.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import osusume.data.Dataset;
import osusume.data.io.DamagedStoreException;
import osusume.data.io.DatasetStore;
import osusume.data.io.DemoData;
import osusume.data.io.KaggleImport;
import osusume.file.FileTrouble;
import osusume.file.FolderLock;
import osusume.progress.Progress;

/**
 * The data sets that are kept in the data folder, each in one {@code .dataset} file, and which of
 * them was open last. The demo is always there: it is made from the program's own files when it is
 * first wanted.
 */
public final class DatasetLibrary {
  /** The name of the demo data set. */
  public static final String DEMO = DemoData.NAME;

  /** What an imported data set is called unless told otherwise. */
  private static final String USUAL_NAME = "kaggle";

  private static final String ENDING = ".dataset";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Logger LOG = Logger.getLogger(DatasetLibrary.class.getName());

  private final Path folder;
  private final JsonFile<Memory> memory;

  /** What is remembered beside the data sets: which was open, and what each was made from. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Memory(String open, Map<String, Source> sources) {
    Memory {
      open = open == null ? DEMO : open;
      Map<String, Source> known = new LinkedHashMap<>(sources == null ? Map.of() : sources);
      known.values().removeIf(source -> source == null || source.files() == null);
      sources = known;
    }
  }

  /**
   * What a data set was made from.
   *
   * @param fingerprint of the data set that came of the files
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Source(List<String> files, String fingerprint) {}

  public DatasetLibrary(Path folder) {
    this.folder = folder;
    this.memory = new JsonFile<>(folder.resolve("datasets.json"), Memory.class);
  }

  /** The names of the data sets that can be opened; the demo first. */
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        for (Path file : files) {
          String fileName = file.getFileName().toString();
          names.add(fileName.substring(0, fileName.length() - ENDING.length()));
        }
      } catch (IOException e) {
        throw FileTrouble.reading(folder, e);
      }
    }
    names.remove(DEMO);
    names.sort(Comparator.naturalOrder());
    names.addFirst(DEMO);
    return names;
  }

  /** The name of the data set that was open last. */
  public String lastOpen() throws IOException {
    String last = remembered().open();
    return names().contains(last) ? last : DEMO;
  }

  /**
   * Remembers which data set is open.
   *
   * @throws IOException if it can't be remembered, which hurts nobody but at the next start
   */
  public void rememberOpen(String name) throws IOException {
    if (remembered().open().equals(name)) {
      return;
    }
    try (FolderLock _ = FolderLock.of(folder)) {
      memory.write(new Memory(name, remembered().sources()));
    }
  }

  /**
   * Reads a data set from its store. A store that is damaged is made anew from the files it came
   * from, if they are still the same.
   *
   * @param onTrouble is told if that was done
   * @throws IOException if there is no such data set, or it is damaged and its source is gone;
   *     worded for a person
   */
  public Dataset read(String name, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    if (name.equals(DEMO)) {
      return readDemo(progress);
    }
    if (!names().contains(name)) {
      throw new IOException(
          "There is no data set \"%s\" in %s. There are: %s."
              .formatted(name, folder, String.join(", ", names())));
    }
    try {
      return DatasetStore.read(fileOf(name));
    } catch (DamagedStoreException damage) {
      Dataset rebuilt = rebuild(name, damage, progress);
      onTrouble.accept(
          new IOException(
              "%s was damaged and has been made anew from the files it came from."
                  .formatted(fileOf(name)),
              damage));
      return rebuilt;
    }
  }

  private Dataset rebuild(String name, DamagedStoreException damage, Progress progress)
      throws IOException {
    Source source = remembered().sources().get(name);
    if (source == null || !source.files().stream().map(Path::of).allMatch(Files::exists)) {
      throw damage;
    }
    LOG.log(Level.WARNING, "Making a data set anew from its source", damage);
    try (FolderLock _ = FolderLock.of(folder)) {
      List<Path> files = source.files().stream().map(Path::of).toList();
      Dataset data = KaggleImport.read(name, false, files, progress.part(0, 0.9));
      if (!data.fingerprint().equals(source.fingerprint())) {
        throw new IOException(
            "%s The files it came from (%s) have changed since."
                .formatted(damage.getMessage(), String.join(", ", source.files())),
            damage);
      }
      DatasetStore.write(fileOf(name), data, progress.part(0.9, 1));
      return data;
    }
  }

  private Dataset readDemo(Progress progress) throws IOException {
    Path file = fileOf(DEMO);
    String fingerprint = DemoData.fingerprint();
    if (Files.exists(file)) {
      try {
        Dataset kept = DatasetStore.read(file);
        if (kept.fingerprint().equals(fingerprint)) {
          return kept;
        }
      } catch (DamagedStoreException damage) {
        LOG.log(Level.WARNING, "Making the demo anew: {0}", damage.getMessage());
      }
    }
    Optional<Path> shipped = Shipped.find().map(Shipped::dataset).filter(Files::exists);
    if (shipped.isPresent()) {
      Dataset ready = DatasetStore.read(shipped.get());
      if (ready.fingerprint().equals(fingerprint)) {
        return ready;
      }
    }
    Dataset demo = DemoData.read(progress);
    try {
      DatasetStore.write(file, demo, progress);
    } catch (IOException e) {
      // The demo can be made again at any time, so a folder that can't be written is no reason to
      // refuse it.
      LOG.log(Level.WARNING, e.getMessage(), e);
    }
    return demo;
  }

  /**
   * Imports Kaggle's files and keeps them as a data set. What was kept before stays as it is if
   * anything fails.
   *
   * @param name to keep it under, replacing what had that name; null: {@code kaggle}, or where that
   *     holds other data, a free name like it
   * @param files {@code archive.zip}, or {@code anime.csv} and {@code rating.csv}
   */
  public Dataset importFiles(String name, List<Path> files, Progress progress) throws IOException {
    requireName(name);
    try (FolderLock _ = FolderLock.of(folder)) {
      Dataset read =
          KaggleImport.read(name == null ? USUAL_NAME : name, false, files, progress.part(0, 0.9));
      Dataset data = name == null ? underFreeName(read) : read;
      progress.check();
      DatasetStore.write(fileOf(data.name()), data, progress.part(0.9, 1));
      Memory old = remembered();
      Map<String, Source> sources = new LinkedHashMap<>(old.sources());
      List<String> names = files.stream().map(f -> f.toAbsolutePath().toString()).toList();
      sources.put(data.name(), new Source(names, data.fingerprint()));
      memory.write(new Memory(data.name(), sources));
      return data;
    }
  }

  /**
   * Holds a name against the rule for names, so that a wrong one costs no download.
   *
   * @param name null: the usual one
   * @throws IllegalArgumentException if no data set can have it; worded for a person
   */
  static void requireName(String name) {
    if (name != null && (!NAME.matcher(name).matches() || name.equals(DEMO))) {
      throw new IllegalArgumentException(
          "\"%s\" can't be the name of a data set: use lower-case letters, digits and hyphens, and not \"demo\"."
              .formatted(name));
    }
  }

  /** Whether a data set is made anew from this file if its store is damaged. */
  boolean isSource(Path file) throws IOException {
    String name = file.toAbsolutePath().toString();
    return remembered().sources().values().stream()
        .anyMatch(source -> source.files().contains(name));
  }

  private Dataset underFreeName(Dataset data) throws IOException {
    for (int number = 1; ; number++) {
      String name = number == 1 ? USUAL_NAME : USUAL_NAME + "-" + number;
      if (!Files.exists(fileOf(name)) || isSame(fileOf(name), data.fingerprint())) {
        return new Dataset(
            name,
            data.simulated(),
            data.catalogue(),
            data.ratings(),
            data.fingerprint(),
            data.report());
      }
    }
  }

  private static boolean isSame(Path file, String fingerprint) {
    try {
      return DatasetStore.summary(file).fingerprint().equals(fingerprint);
    } catch (IOException e) {
      // A store whose head can't be read may hold anything, so its name is not taken.
      return false;
    }
  }

  /**
   * Deletes a data set's store; the files it was imported from are not touched.
   *
   * @throws IllegalArgumentException for the demo, which belongs to the program
   */
  public void delete(String name) throws IOException {
    if (name.equals(DEMO)) {
      throw new IllegalArgumentException("The demo belongs to the program and can't be deleted.");
    }
    try (FolderLock _ = FolderLock.of(folder)) {
      Files.deleteIfExists(fileOf(name));
    }
  }

  private Path fileOf(String name) {
    return folder.resolve(name + ENDING);
  }

  private Memory remembered() throws IOException {
    return memory.readOrPutAside().orElse(new Memory(DEMO, Map.of()));
  }
}
