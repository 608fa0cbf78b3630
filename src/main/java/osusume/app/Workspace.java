package osusume.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.data.Dataset;
import osusume.data.download.DownloadAddress;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Pause;
import osusume.progress.Progress;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/**
 * Which data set and model are open. Window, commands and routes ask it what is {@link #opened()}
 * and have it changed; each change replaces the whole at once, so nobody sees a data set with
 * another's model. Work that takes long is done in the caller's thread and takes a {@link
 * Progress}; it may be called from any thread.
 */
public final class Workspace {
  private static final Logger LOG = Logger.getLogger(Workspace.class.getName());

  /** Part of the progress that a download takes; the import after it is quick. */
  private static final double DOWNLOADING = 0.9;

  private final DatasetLibrary datasets;
  private final ModelLibrary models;
  private final ArchiveDownloads downloads;
  private final List<Consumer<Opened>> listeners = new CopyOnWriteArrayList<>();

  /** How many learn something just now that they will put in use. */
  private final AtomicInteger learning = new AtomicInteger();

  private volatile Opened opened;

  /** What is being read before anybody asks for it; null: nothing. */
  private final AtomicReference<ReadAhead> ahead = new AtomicReference<>();

  public Workspace(Places places) {
    this.datasets = new DatasetLibrary(places.data());
    this.models = new ModelLibrary(places.models());
    this.downloads = new ArchiveDownloads(places.downloads(), datasets::isSource);
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

  /** What is open now; empty if nothing was opened yet. */
  public Optional<Opened> openedIfAny() {
    return Optional.ofNullable(opened);
  }

  /** Is told what is open after each change, in the thread that changed it. */
  public void listen(Consumer<Opened> listener) {
    listeners.add(listener);
  }

  /**
   * Opens a data set that is kept, with everything that was learned from it. What can't be used is
   * left out; the data set opens all the same.
   *
   * @param name null: the one that was open last
   * @param onTrouble is told what did not work and could be done without
   */
  public Opened open(String name, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    ReadAhead begun = name == null ? ahead.getAndSet(null) : null;
    return show(
        begun == null
            ? withAllKept(read(name, progress, onTrouble), onTrouble)
            : begun.await(onTrouble));
  }

  /**
   * Begins to read the data set that was open last with everything that was learned from it, in a
   * thread of its own, for the next {@link #open} of it. Nothing is open before that, and nobody is
   * told.
   */
  public void readAhead() {
    ahead.set(
        ReadAhead.begin(onTrouble -> withAllKept(read(null, Progress.NONE, onTrouble), onTrouble)));
  }

  /** The same with nothing that was learned from it, for who will ask for that by and by. */
  public Opened openBare(String name, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    return show(Opened.bare(read(name, progress, onTrouble)));
  }

  private Dataset read(String name, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    return datasets.read(name == null ? datasets.lastOpen() : name, progress, onTrouble);
  }

  private Opened withAllKept(Dataset data, Consumer<IOException> onTrouble) {
    OpenParts parts = models.readAll(data, onTrouble);
    Opened bare = Opened.bare(data);
    return bare.with(parts, FittedStrategies.NONE.refitted(bare.facts(), parts, onTrouble));
  }

  /** Imports Kaggle's files, keeps them, and opens them; see {@link DatasetLibrary#importFiles}. */
  public Opened importFiles(
      String name, List<Path> files, Progress progress, Consumer<IOException> onTrouble)
      throws IOException {
    Dataset data = datasets.importFiles(name, files, progress);
    return show(withAllKept(data, onTrouble));
  }

  /**
   * Downloads a data set's archive and imports it as {@link #importFiles} does. What has arrived
   * outlives a cancel, a failed import and the program itself; the next download goes on from
   * there.
   *
   * @param pause halts the download
   */
  public Opened download(
      DownloadAddress from,
      String name,
      Progress progress,
      Pause pause,
      Consumer<IOException> onTrouble)
      throws IOException {
    DatasetLibrary.requireName(name);
    return downloads.fetch(
        from,
        progress.part(0, DOWNLOADING),
        pause,
        archive -> importFiles(name, List.of(archive), progress.part(DOWNLOADING, 1), onTrouble));
  }

  /**
   * Throws away what has arrived of a download that was cancelled; not an archive that a data set
   * is made anew from.
   */
  public void discardDownload(DownloadAddress from) throws IOException {
    downloads.discard(from);
  }

  /**
   * Trains an NMF on the open data set, keeps it and puts it in use. The model that was in use
   * stays so, and its file stays whole, until the new one is whole.
   *
   * @throws IOException if it can't be kept; told before the training wherever that is known before
   */
  public Opened train(NmfSettings settings, Progress progress, IterationListener listener)
      throws IOException {
    learning.incrementAndGet();
    try {
      Opened before = opened();
      return put(before, keepNmf(settings, progress, listener));
    } finally {
      learning.decrementAndGet();
    }
  }

  /**
   * Learns a part of the open data set anew with the usual settings, keeps it and puts it in use,
   * as {@link #train} does.
   *
   * @throws IllegalArgumentException if the data do not allow it; worded for a person
   */
  public Opened learn(Part<?> part, Progress progress) throws IOException {
    learning.incrementAndGet();
    try {
      Opened before = opened();
      return put(before, keep(part, progress));
    } finally {
      learning.decrementAndGet();
    }
  }

  /** Whether something is being learned that will be in use as soon as it is done. */
  public boolean isLearning() {
    return learning.get() > 0;
  }

  /** Like {@link #train} for who only wants it kept: it is in use from the next opening on. */
  public Kept<NmfModel> keepNmf(NmfSettings settings, Progress progress, IterationListener listener)
      throws IOException {
    return keep(Part.NMF, data -> Part.learnNmf(data, settings, progress, listener));
  }

  /** Like {@link #learn} for who only wants it kept: it is in use from the next opening on. */
  public <T> Kept<T> keep(Part<T> part, Progress progress) throws IOException {
    return keep(part, data -> part.learn(data, progress));
  }

  private <T> Kept<T> keep(Part<T> part, Function<Dataset, T> learning) throws IOException {
    Dataset data = opened().data();
    models.requireWritable();
    T learned = learning.apply(data);
    return new Kept<>(part, learned, models.keep(data, part, learned));
  }

  /**
   * Opens a fresh part and the strategies that follow from it. Another data set may have been
   * opened while it was learned; then that one stays open.
   */
  private Opened put(Opened before, Kept<?> fresh) {
    return update(
        before,
        now -> {
          OpenParts parts = now.parts().with(fresh);
          return now.with(parts, now.strategies().refitted(now.facts(), parts, Workspace::log));
        });
  }

  /**
   * Changes what is open. The change looks at every rating, so nobody is kept waiting for it: if
   * something else was changed meanwhile, it is done again on that.
   */
  Opened update(Opened before, UnaryOperator<Opened> change) {
    Opened now;
    Opened fresh;
    do {
      now = opened;
      if (!now.data().fingerprint().equals(before.data().fingerprint())) {
        return change.apply(before);
      }
      fresh = change.apply(now);
    } while (!replaced(now, fresh));
    return fresh;
  }

  private synchronized boolean replaced(Opened now, Opened fresh) {
    boolean unchanged = opened == now;
    if (unchanged) {
      show(fresh);
    }
    return unchanged;
  }

  private static void log(IOException trouble) {
    LOG.log(Level.WARNING, trouble.getMessage(), trouble);
  }

  /** Puts a factor file in use for the open data set. */
  public Opened useModel(Path file) throws IOException {
    Opened before = opened();
    return put(before, models.use(before.data(), file));
  }

  /**
   * Makes a strategy askable, for who wants the answer more than the model: what it needs and is
   * not open is read; what is not kept is learned and kept, and if it can't be kept, used all the
   * same.
   *
   * @param onTrouble is told what can't be read or kept
   * @param beforeLearning is run once, before anything is learned
   * @throws IllegalArgumentException if there is no such strategy or the data do not allow it;
   *     worded for a person
   * @throws UnusableModelException if it needs taste groups whose file can't be used
   */
  public Opened ready(
      String strategy,
      Progress progress,
      Consumer<IOException> onTrouble,
      Runnable beforeLearning) {
    Opened before = opened();
    if (before.strategies().has(strategy, before.parts())) {
      return before;
    }
    Strategy wanted = Strategies.named(strategy);
    var store =
        new PartStore(models, before.data(), before.parts(), progress, onTrouble, beforeLearning);
    FittedStrategies fitted =
        before.strategies().with(wanted, new KeptFitting(before.facts(), progress, store));
    return update(before, store.parts(), fitted);
  }

  /** Opens what predicts ratings, as {@link #ready} does for a strategy. */
  public Opened readyToPredict(
      Progress progress, Consumer<IOException> onTrouble, Runnable beforeLearning) {
    Opened before = opened();
    var store =
        new PartStore(models, before.data(), before.parts(), progress, onTrouble, beforeLearning);
    store.get(Part.RATING);
    return update(before, store.parts(), before.strategies());
  }

  /** Opens a part if it is kept, and learns nothing. */
  public Opened openIfKept(Part<?> part, Consumer<IOException> onTrouble) {
    Opened before = opened();
    var store =
        new PartStore(models, before.data(), before.parts(), Progress.NONE, onTrouble, () -> {});
    store.read(part);
    return update(before, store.parts(), before.strategies());
  }

  private Opened update(Opened before, OpenParts parts, FittedStrategies fitted) {
    return update(before, now -> now.with(now.parts().and(parts), now.strategies().and(fitted)));
  }

  private synchronized Opened show(Opened fresh) {
    opened = fresh;
    listeners.forEach(listener -> listener.accept(fresh));
    return fresh;
  }
}
