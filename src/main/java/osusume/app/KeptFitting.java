package osusume.app;

import java.util.IdentityHashMap;
import java.util.Map;
import osusume.data.Dataset;
import osusume.nmf.NmfModel;
import osusume.progress.Progress;
import osusume.recommend.BlendModel;
import osusume.recommend.Fitting;
import osusume.recommend.SimilarModel;

/**
 * Fits one strategy from kept parts, and remembers which of them it asked for. For one thread.
 *
 * <p>Where the parts come from is its {@link Source}'s affair: those that are open, or those that
 * are read or learned when they are asked for ({@link PartStore}).
 */
final class KeptFitting implements Fitting {
  private final Dataset data;
  private final Progress progress;
  private final Source source;
  private final Map<Part<?>, Kept<?>> asked = new IdentityHashMap<>();

  /** Hands out parts. */
  interface Source {
    /**
     * @throws NotKeptException if it is not there and this source learns nothing
     */
    <T> Kept<T> get(Part<T> part);

    /** Hands out what is open and nothing else. */
    static Source of(OpenParts open) {
      return new Source() {
        @Override
        public <T> Kept<T> get(Part<T> part) {
          return open.get(part).orElseThrow(() -> new NotKeptException(part));
        }
      };
    }
  }

  KeptFitting(Dataset data, Progress progress, Source source) {
    this.data = data;
    this.progress = progress;
    this.source = source;
  }

  /** The parts that were asked for so far. */
  Map<Part<?>, Kept<?>> asked() {
    return asked;
  }

  private <T> T content(Part<T> part) {
    Kept<T> kept = source.get(part);
    asked.put(part, kept);
    return kept.content();
  }

  @Override
  public Dataset data() {
    return data;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public NmfModel nmf() {
    return content(Part.NMF);
  }

  @Override
  public SimilarModel similar() {
    return content(Part.SIMILAR);
  }

  @Override
  public BlendModel blend() {
    return content(Part.BLEND);
  }
}
