package osusume.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.nmf.FactorFile;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.BlendFile;
import osusume.recommend.BlendModel;
import osusume.recommend.BlendTraining;
import osusume.recommend.SimilarFile;
import osusume.recommend.SimilarModel;
import osusume.recommend.SimilarTraining;
import osusume.recommend.rating.RatingFile;
import osusume.recommend.rating.RatingFit;

/**
 * Something that is learned from a data set and kept in a file of its own. To keep another kind,
 * add a constant here, name it in {@link #ALL}, and hand it out in {@link KeptFitting}.
 *
 * @param <T> what was learned
 */
public final class Part<T> {
  /** The taste groups. */
  public static final Part<NmfModel> NMF =
      new Part<>(
          "nmf",
          "taste groups",
          5,
          Part::readNmf,
          FactorFile::write,
          Part::learnNmf,
          model -> new Origin(model.trainedAt(), model.seconds()));

  /** What titles say for each other. */
  public static final Part<SimilarModel> SIMILAR =
      new Part<>(
          "similar",
          "how titles go together",
          25,
          (file, data) -> SimilarFile.read(file, data.fingerprint()),
          SimilarFile::write,
          (data, progress) -> SimilarTraining.train(data, Version.CURRENT, processors(), progress),
          model -> new Origin(model.trainedAt(), model.seconds()));

  /** How much each score counts in the blend. */
  public static final Part<BlendModel> BLEND =
      new Part<>(
          "blend",
          "how much each score counts in the blend",
          35,
          (file, data) -> BlendFile.read(file, data.fingerprint()),
          BlendFile::write,
          (data, progress) -> BlendTraining.train(data, Version.CURRENT, processors(), progress),
          model -> new Origin(model.trainedAt(), model.seconds()));

  /** What predicts ratings. */
  public static final Part<RatingFit> RATING =
      new Part<>(
          "rating",
          "to predict ratings",
          35,
          RatingFile::read,
          RatingFile::write,
          (data, progress) -> RatingFit.of(data, Version.CURRENT, processors(), progress),
          fit -> new Origin(fit.fittedAt(), fit.seconds()));

  /** Every part, in the order in which they are learned. */
  public static final List<Part<?>> ALL = List.of(NMF, SIMILAR, BLEND, RATING);

  private final String name;
  private final String meaning;

  /** About how long it takes to learn, beside the others. */
  private final double work;

  private final Reading<T> reading;
  private final Writing<T> writing;
  private final Learning<T> learning;
  private final Describing<T> describing;

  /**
   * When a part was learned.
   *
   * @param seconds how long that took
   */
  public record Origin(Instant learnedAt, double seconds) {}

  private interface Reading<T> {
    T read(Path file, Dataset data) throws IOException;
  }

  private interface Writing<T> {
    void write(Path file, T content) throws IOException;
  }

  private interface Learning<T> {
    T learn(Dataset data, Progress progress);
  }

  private interface Describing<T> {
    Origin of(T content);
  }

  private Part(
      String name,
      String meaning,
      double work,
      Reading<T> reading,
      Writing<T> writing,
      Learning<T> learning,
      Describing<T> describing) {
    this.name = name;
    this.meaning = meaning;
    this.work = work;
    this.reading = reading;
    this.writing = writing;
    this.learning = learning;
    this.describing = describing;
  }

  /** As commands, the manifest and the names of files say it. */
  public String name() {
    return name;
  }

  /** What is learned, for a person: "Learned …". */
  public String meaning() {
    return meaning;
  }

  /** The part with a name. */
  public static Optional<Part<?>> named(String name) {
    return ALL.stream().filter(part -> part.name.equals(name)).findFirst();
  }

  /** Cuts a progress into one for each of some parts, as long as each usually takes. */
  public static List<Progress> shares(List<Part<?>> parts, Progress progress) {
    double all = parts.stream().mapToDouble(part -> part.work).sum();
    List<Progress> shares = new ArrayList<>();
    double before = 0;
    for (Part<?> part : parts) {
      shares.add(progress.part(before / all, (before + part.work) / all));
      before += part.work;
    }
    return shares;
  }

  /**
   * Whether it may be learned anew without being asked where its file can't be used: nothing in it
   * is of the person's making. The taste groups may have been made with settings of theirs.
   */
  boolean replaceable() {
    return this != NMF;
  }

  /**
   * Reads a file of this kind and holds it against a data set.
   *
   * @throws IOException with a sentence, if it is damaged, of another version or another data set
   */
  T read(Path file, Dataset data) throws IOException {
    return reading.read(file, data);
  }

  void write(Path file, T content) throws IOException {
    writing.write(file, content);
  }

  /**
   * Learns it with the usual settings, on all cores.
   *
   * @throws IllegalArgumentException if the data do not allow it; worded for a person
   * @throws osusume.progress.CancelledException if the person asked to stop
   */
  T learn(Dataset data, Progress progress) {
    T learned = learning.learn(data, progress);
    progress.check();
    return learned;
  }

  /** When it was learned. */
  Origin origin(T content) {
    return describing.of(content);
  }

  static NmfModel learnNmf(
      Dataset data, NmfSettings settings, Progress progress, IterationListener listener) {
    NmfModel model =
        Nmf.train(
            data.ratings(),
            data.catalogue().ids(),
            data.fingerprint(),
            Version.CURRENT,
            settings,
            processors(),
            progress,
            listener);
    progress.check();
    return model;
  }

  private static NmfModel learnNmf(Dataset data, Progress progress) {
    NmfSettings settings =
        UsualTraining.of(data)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"%s\" has too few ratings to learn taste groups from."
                            .formatted(data.name())));
    return learnNmf(data, settings, progress, IterationListener.NONE);
  }

  private static NmfModel readNmf(Path file, Dataset data) throws IOException {
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

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public String toString() {
    return name;
  }
}
