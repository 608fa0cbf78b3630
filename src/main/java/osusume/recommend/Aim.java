package osusume.recommend;

/** What a person wants to be told. */
public enum Aim {
  /** What they would watch next: the titles are ranked by the strategy that was asked for. */
  WATCH,
  /** What they would rate highest: the titles are ranked by the predicted rating. */
  RATE
}
