package osusume.recommend;

import osusume.data.Dataset;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

/** Learns every part anew, once, when a strategy first asks for it. For one thread. */
public final class FreshFitting implements Fitting {
  private final Dataset data;
  private final DatasetFacts facts;
  private final NmfSettings nmfSettings;
  private final Progress progress;
  private NmfModel nmf;
  private SimilarModel similar;
  private BlendModel blend;
  private BaggedModel bagged;

  public FreshFitting(Dataset data, NmfSettings nmfSettings, Progress progress) {
    this.data = data;
    this.facts = new DatasetFacts(data);
    this.nmfSettings = nmfSettings;
    this.progress = progress;
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

  @Override
  public SimilarModel similar() {
    if (similar == null) {
      similar =
          SimilarTraining.train(
              data, Nmf.UNKNOWN_VERSION, Runtime.getRuntime().availableProcessors(), progress);
    }
    return similar;
  }

  @Override
  public BlendModel blend() {
    if (blend == null) {
      blend =
          BlendTraining.train(
              data,
              nmfSettings,
              Nmf.UNKNOWN_VERSION,
              Runtime.getRuntime().availableProcessors(),
              progress);
    }
    return blend;
  }

  @Override
  public BaggedModel bagged() {
    if (bagged == null) {
      bagged =
          BaggedTraining.train(
              data, Nmf.UNKNOWN_VERSION, Runtime.getRuntime().availableProcessors(), progress);
    }
    return bagged;
  }

  @Override
  public DatasetFacts facts() {
    return facts;
  }
}
