package osusume.recommend;

import osusume.data.Dataset;
import osusume.nmf.NmfModel;
import osusume.progress.Progress;
import osusume.recommend.profile.Everybody;

/**
 * The data that strategies learn from, and what several of them need: parts that are learned when a
 * strategy first asks for them, or were kept.
 */
public interface Fitting {
  Dataset data();

  Progress progress();

  /** The taste groups, trained on {@link #data()}. */
  NmfModel nmf();

  /** What each watched title says for each other, learned from {@link #data()}. */
  SimilarModel similar();

  /** Several factorisations whose scores are averaged, learned from {@link #data()}. */
  BaggedModel bagged();

  /** What everybody watches and how they rate, read off {@link #data()}. */
  Everybody everybody();

  /** How much each score counts in the blend, learned from {@link #data()}. */
  BlendModel blend();
}
