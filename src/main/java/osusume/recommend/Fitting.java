package osusume.recommend;

import osusume.data.Dataset;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

/**
 * The data that strategies learn from, and what several of them need: each part is fitted once,
 * when a strategy first asks for it. For one thread.
 */
public final class Fitting {
  private final Dataset data;
  private final NmfSettings nmfSettings;
  private final Progress progress;
  private NmfModel nmf;
  private SimilarModel similar;
  private BlendModel blend;

  public Fitting(Dataset data, NmfSettings nmfSettings, Progress progress) {
    this.data = data;
    this.nmfSettings = nmfSettings;
    this.progress = progress;
  }

  public Dataset data() {
    return data;
  }

  public Progress progress() {
    return progress;
  }

  /** The taste groups, trained on {@link #data()}. */
  public NmfModel nmf() {
    if (nmf == null) {
      nmf =
          Nmf.train(
              data.ratings(),
              data.catalogue().ids(),
              data.fingerprint(),
              nmfSettings,
              progress,
              IterationListener.NONE);
    }
    return nmf;
  }

  /** What each watched title says for each other, learned from {@link #data()}. */
  public SimilarModel similar() {
    if (similar == null) {
      similar =
          SimilarTraining.train(
              data, Nmf.UNKNOWN_VERSION, Runtime.getRuntime().availableProcessors(), progress);
    }
    return similar;
  }

  /** How much each score counts in the blend, learned from {@link #data()}. */
  public BlendModel blend() {
    if (blend == null) {
      blend =
          BlendTraining.train(
              data, Nmf.UNKNOWN_VERSION, Runtime.getRuntime().availableProcessors(), progress);
    }
    return blend;
  }
}
