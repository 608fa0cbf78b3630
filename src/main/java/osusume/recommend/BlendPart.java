package osusume.recommend;

import java.util.Locale;

/** The parts of the blend that a person can turn up or down. */
public enum BlendPart {
  /** What the watched titles say for a title: the score of {@code similar}. */
  SIMILAR,
  /** How sure those who watched one of the watched titles are to watch a title too. */
  COMPANIONS,
  /** What people with a like list watched: the score of {@code people}. */
  PEOPLE,
  /** The taste groups: the score of {@code mix}. */
  GROUPS,
  /** What the person's habits say: the score of {@code profile}. */
  PROFILE,
  /** How many watched a title. */
  POPULAR,
  /** How others rated a title. */
  RATED,
  /** Whether a title goes on with a story that the person has begun. */
  FRANCHISE;

  /** As a person types it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
