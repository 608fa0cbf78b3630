package osusume.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import osusume.data.Dataset;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.rating.RatingFit;

/**
 * Which data set and model are open. Window, commands and routes ask it what is {@link #opened()}
 * and have it changed; each change replaces the whole at once, so nobody sees a data set with
 * another's model. Work that takes long is done in the caller's thread and takes a {@link
 * Progress}; it may be called from any thread.
 */
public final class Workspace {
  private final DatasetLibrary datasets;
  private final ModelLibrary models;
  private final List<Consumer<Opened>> listeners = new CopyOnWriteArrayList<>();
  private volatile Opened opened;

  /** The rating predictor last read or fitted, of whatever data set was open then. */
  private volatile RatingFit ratings;

  public Workspace(Places places) {
    this.datasets = new DatasetLibrary(places.data());
    this.models = new ModelLibrary(places.models());
  }

  public DatasetLibrary datasets() {
    return datasets;
  }

  public ModelLibrary models() {
    return models;
  }

  /**
   * What is open now.
   *
   * @throws IllegalStateException if nothing was opened yet
   */
  public Opened opened() {
    Opened now = opened;
    if (now == null) {
      throw new IllegalStateException("No data set is open yet.");
    }
    return now;
  }

  /** Is told what is open after each change, in the thread that changed it. */
  public void listen(Consumer<Opened> listener) {
    listeners.add(listener);
  }

  /**
   * Opens a data set that is kept, with the model in use for it. A model that can't be used is left
   * out; the data set opens all the same.
   *
   * @param name null: the one that was open last
   * @param onTrouble is told what did not work and could be done without
   */
  public Opened open(String name, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    String wanted = name == null ? datasets.lastOpen() : name;
    Dataset data = datasets.read(wanted, progress, onTrouble);
    return show(withModelInUse(data, onTrouble));
  }

  private Opened withModelInUse(Dataset data, Consumer<IOException> onTrouble) {
    try {
      Optional<Path> file = models.inUse(data);
      return file.isPresent()
          ? Opened.trained(data, models.read(data, file.get()), file.get())
          : Opened.untrained(data);
    } catch (IOException e) {
      onTrouble.accept(e);
      return Opened.untrained(data, e.getMessage());
    }
  }

  /** Imports Kaggle's files, keeps them, and opens them; see {@link DatasetLibrary#importFiles}. */
  public Opened importFiles(
      String name, List<Path> files, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    Dataset data = datasets.importFiles(name, files, progress);
    return show(withModelInUse(data, onTrouble));
  }

  /**
   * Trains an NMF on the open data set, keeps it and puts it in use. The model that was in use
   * stays so, and its file stays whole, until the new one is whole.
   *
   * @throws IOException if it can't be kept; told before the training wherever that is known before
   */
  public Opened train(NmfSettings settings, Progress progress, IterationListener listener)
      throws IOException {
    Dataset data = opened().data();
    models.requireWritable();
    NmfModel model = fit(data, settings, progress, listener);
    Path file = models.keep(data, model);
    return showIfStillOpen(Opened.trained(data, model, file));
  }

  /**
   * Like {@link #train}, for who wants the answer more than the model: one that can't be kept is
   * used all the same, until the program ends.
   *
   * @param onTrouble is told why it can't be kept
   */
  public Opened trainAnyhow(
      NmfSettings settings,
      Progress progress,
      IterationListener listener,
      Consumer<IOException> onTrouble) {
    Dataset data = opened().data();
    NmfModel model = fit(data, settings, progress, listener);
    Path file = null;
    try {
      file = models.keep(data, model);
    } catch (IOException e) {
      onTrouble.accept(e);
    }
    return showIfStillOpen(Opened.trained(data, model, file));
  }

  private static NmfModel fit(
      Dataset data, NmfSettings settings, Progress progress, IterationListener listener) {
    NmfModel model =
        Nmf.train(
            data.ratings(),
            data.catalogue().ids(),
            data.fingerprint(),
            Version.CURRENT,
            settings,
            Runtime.getRuntime().availableProcessors(),
            progress,
            listener);
    progress.check();
    return model;
  }

  /**
   * What predicts ratings for the open data set, if it is kept. A file that can't be read is told
   * to {@code onTrouble}.
   */
  public Optional<RatingFit> ratings(Consumer<IOException> onTrouble) {
    Dataset data = opened().data();
    RatingFit known = ratings;
    if (known != null && known.fingerprint().equals(data.fingerprint())) {
      return Optional.of(known);
    }
    try {
      Optional<RatingFit> kept = models.ratings(data);
      kept.ifPresent(fit -> ratings = fit);
      return kept;
    } catch (IOException e) {
      onTrouble.accept(e);
      return Optional.empty();
    }
  }

  /** Fits what predicts ratings to the open data set, and keeps it. */
  public RatingFit fitRatings(Progress progress) throws IOException {
    Dataset data = opened().data();
    RatingFit fit =
        RatingFit.of(data, Version.CURRENT, Runtime.getRuntime().availableProcessors(), progress);
    progress.check();
    models.keepRatings(data, fit);
    ratings = fit;
    return fit;
  }

  /**
   * Makes {@code similar} and {@code blend} askable for the open data set: reads what is kept of
   * them, learns and keeps what is not.
   *
   * @param onTrouble is told what can't be read or kept; the strategies can be asked all the same
   * @throws IllegalArgumentException if the data allow neither; worded for a person
   */
  public Opened openItemStrategies(Progress progress, Consumer<IOException> onTrouble) {
    Opened before = opened();
    if (before.recommendations().strategies().containsAll(ItemStrategies.NAMES)) {
      return before;
    }
    var strategies = new ItemStrategies(models, before.data(), onTrouble);
    return showIfStillOpen(before.with(strategies.recommenders(progress)));
  }

  /** Puts a factor file in use for the open data set. */
  public Opened useModel(Path file) throws IOException {
    Dataset data = opened().data();
    return showIfStillOpen(Opened.trained(data, models.use(data, file), file));
  }

  /**
   * Another data set may have been opened while a model of this one was made; then that one stays
   * open.
   */
  private synchronized Opened showIfStillOpen(Opened fresh) {
    if (opened == null || opened.data().fingerprint().equals(fresh.data().fingerprint())) {
      show(fresh);
    }
    return fresh;
  }

  private synchronized Opened show(Opened fresh) {
    opened = fresh;
    listeners.forEach(listener -> listener.accept(fresh));
    return fresh;
  }
}
