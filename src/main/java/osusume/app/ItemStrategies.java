package osusume.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import osusume.data.Dataset;
import osusume.progress.Progress;
import osusume.recommend.BlendModel;
import osusume.recommend.BlendRecommender;
import osusume.recommend.BlendTraining;
import osusume.recommend.Recommender;
import osusume.recommend.SimilarModel;
import osusume.recommend.SimilarRecommender;
import osusume.recommend.SimilarTraining;

/**
 * The strategies that learn from title to title, {@code similar} and {@code blend}: what is kept is
 * read, what is not is learned and kept.
 */
final class ItemStrategies {
  /** Names of these strategies. */
  static final List<String> NAMES = List.of("similar", "blend");

  private final ModelLibrary models;
  private final Dataset data;
  private final Consumer<IOException> onTrouble;

  /**
   * @param onTrouble is told why something kept can't be read, which is then learned anew, or why
   *     something learned can't be kept
   */
  ItemStrategies(ModelLibrary models, Dataset data, Consumer<IOException> onTrouble) {
    this.models = models;
    this.data = data;
    this.onTrouble = onTrouble;
  }

  /**
   * @throws IllegalArgumentException if there are not two titles with enough watchers
   */
  List<Recommender> recommenders(Progress progress) {
    SimilarModel similar = similar(progress.part(0, 0.4));
    BlendModel blend = blend(progress.part(0.4, 1));
    return List.of(
        new BlendRecommender(
            data,
            osusume.recommend.Franchises.of(data.catalogue()),
            similar,
            new osusume.recommend.FreshFitting(data, osusume.nmf.NmfSettings.DEFAULT, progress)
                .nmf(),
            blend),
        new SimilarRecommender(data, similar));
  }

  private SimilarModel similar(Progress progress) {
    Optional<SimilarModel> kept = kept(() -> models.similar(data));
    if (kept.isPresent()) {
      return kept.get();
    }
    SimilarModel learned = SimilarTraining.train(data, Version.CURRENT, processors(), progress);
    keep(() -> models.keep(data, learned));
    return learned;
  }

  private BlendModel blend(Progress progress) {
    Optional<BlendModel> kept = kept(() -> models.blend(data));
    if (kept.isPresent()) {
      return kept.get();
    }
    BlendModel learned =
        BlendTraining.train(
            data, osusume.nmf.NmfSettings.DEFAULT, Version.CURRENT, processors(), progress);
    keep(() -> models.keep(data, learned));
    return learned;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private interface Reading<T> {
    Optional<T> read() throws IOException;
  }

  private <T> Optional<T> kept(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      onTrouble.accept(e);
      return Optional.empty();
    }
  }

  private interface Keeping {
    void keep() throws IOException;
  }

  private void keep(Keeping keeping) {
    try {
      keeping.keep();
    } catch (IOException e) {
      onTrouble.accept(e);
    }
  }
}
