package osusume.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import osusume.data.Dataset;
import osusume.progress.Progress;

/**
 * Gets hold of the parts of one data set, each once: what is open stays, what is kept is read, what
 * is not there is learned and kept. For one thread.
 */
final class PartStore implements KeptFitting.Source {
  private final ModelLibrary models;
  private final Dataset data;
  private final Progress progress;
  private final Consumer<IOException> onTrouble;
  private final Runnable beforeLearning;
  private OpenParts parts;
  private boolean learns;

  /**
   * @param onTrouble is told why something kept can't be read, or why something learned can't be
   *     kept
   * @param beforeLearning is run once, before the first part is learned
   */
  PartStore(
      ModelLibrary models,
      Dataset data,
      OpenParts open,
      Progress progress,
      Consumer<IOException> onTrouble,
      Runnable beforeLearning) {
    this.models = models;
    this.data = data;
    this.parts = open;
    this.progress = progress;
    this.onTrouble = onTrouble;
    this.beforeLearning = beforeLearning;
  }

  /** What is open by now. */
  OpenParts parts() {
    return parts;
  }

  /**
   * @throws UnusableModelException if it is kept, can't be read, and is not to be replaced unasked
   * @throws IllegalArgumentException if the data do not allow it; worded for a person
   */
  @Override
  public <T> Kept<T> get(Part<T> part) {
    Optional<Kept<T>> open = read(part);
    if (open.isEmpty() && parts.trouble(part).isPresent() && !part.replaceable()) {
      throw new UnusableModelException();
    }
    return open.orElseGet(() -> learn(part));
  }

  /** Opens a part if it is kept. One that can't be read is told, and counts as not there. */
  <T> Optional<Kept<T>> read(Part<T> part) {
    Optional<Kept<T>> open = parts.get(part);
    if (open.isPresent() || parts.trouble(part).isPresent()) {
      return open;
    }
    try {
      Optional<Kept<T>> kept = models.read(data, part);
      kept.ifPresent(found -> parts = parts.with(found));
      return kept;
    } catch (IOException e) {
      onTrouble.accept(e);
      parts = parts.withTrouble(part, e.getMessage());
      return Optional.empty();
    }
  }

  private <T> Kept<T> learn(Part<T> part) {
    if (!learns) {
      learns = true;
      beforeLearning.run();
    }
    T learned = part.learn(data, progress);
    Path file = null;
    try {
      file = models.keep(data, part, learned);
    } catch (IOException e) {
      onTrouble.accept(e);
    }
    Kept<T> kept = new Kept<>(part, learned, file);
    parts = parts.with(kept);
    return kept;
  }
}
