package osusume.recommend;

/**
 * What the blend weighs: the scores of other strategies, standardised for each person where they
 * have no scale of their own, and facts about a title and a list. Each is a number for every known
 * title.
 */
public enum BlendFeature {
  /** The score of {@code similar}, standardised over the known titles. */
  SIMILAR,
  /** The same, fading as the list grows. */
  SIMILAR_SHORT_LIST,
  /** The same, in franchises already met. */
  SIMILAR_MET,
  /** How far the standardised score of {@code similar} stands above 3. */
  SIMILAR_HIGH,
  /** The logarithm of the standardised score of {@code similar}: differences near 0 count more. */
  SIMILAR_LOG,
  /** The strongest confidence from any watched title: nᵢⱼ / (nᵢ + 15). */
  CONFIDENCE,
  /** Its logarithm. */
  CONFIDENCE_LOG,
  /** Item neighbours: Σ xᵢ nᵢⱼ / √(nᵢ nⱼ) over the watched titles, standardised. */
  NEIGHBOURS,
  /** The logarithm of the share of users who watched the title. */
  POPULAR,
  /** The same, fading as the list grows. */
  POPULAR_SHORT_LIST,
  /** The same, in franchises already met. */
  POPULAR_MET,
  /** The mean rating of the title, drawn towards that of all titles. */
  RATED,
  /** How much the genres of the title are those of what the person liked. */
  GENRES,
  /** Whether a title of the same franchise was watched. */
  MET,
  /** How much those titles were liked. */
  MET_LIKED;

  /** How many there are. */
  static final int COUNT = values().length;
}
