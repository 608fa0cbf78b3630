package osusume.recommend;

/**
 * What the blend weighs: the scores of other strategies, standardised for each person where they
 * have no scale of their own, and facts about a title and a list. Each is a number for every known
 * title and belongs to a {@link BlendPart}, which a person can turn up or down.
 */
public enum BlendFeature {
  /** The score of {@code similar}, standardised over the known titles. */
  SIMILAR(BlendPart.SIMILAR),
  /** The same, fading as the list grows. */
  SIMILAR_SHORT_LIST(BlendPart.SIMILAR),
  /** The same, in franchises already met. */
  SIMILAR_MET(BlendPart.SIMILAR),
  /** How far the standardised score of {@code similar} stands above 3. */
  SIMILAR_HIGH(BlendPart.SIMILAR),
  /** The logarithm of the standardised score of {@code similar}: differences near 0 count more. */
  SIMILAR_LOG(BlendPart.SIMILAR),
  /** The same, fading as the list grows. */
  SIMILAR_LOG_SHORT_LIST(BlendPart.SIMILAR),
  /** The logarithm of the most that a single watched title adds to the score of {@code similar}. */
  SIMILAR_TOP(BlendPart.SIMILAR),
  /** What watched titles take from the score of {@code similar}; at most 0. */
  SIMILAR_AGAINST(BlendPart.SIMILAR),
  /** The strongest confidence from any watched title: nᵢⱼ / (nᵢ + 15). */
  CONFIDENCE(BlendPart.COMPANIONS),
  /** Its logarithm. */
  CONFIDENCE_LOG(BlendPart.COMPANIONS),
  /** The same, fading as the list grows. */
  CONFIDENCE_LOG_SHORT_LIST(BlendPart.COMPANIONS),
  /** The logarithm of the strongest confidence from a title that was liked. */
  CONFIDENCE_LIKED(BlendPart.COMPANIONS),
  /** The logarithm of the strongest confidence the other way round: nᵢⱼ / (nⱼ + 15). */
  CONFIDENCE_BACK(BlendPart.COMPANIONS),
  /** The strongest lift from any watched title: log (nᵢⱼ + 1) n / ((nᵢ + 10) (nⱼ + 10)). */
  LIFT(BlendPart.COMPANIONS),
  /** The same, fading as the list grows. */
  LIFT_SHORT_LIST(BlendPart.COMPANIONS),
  /** The logarithm of the cosine to the nearest title that was liked. */
  COSINE(BlendPart.COMPANIONS),
  /** The same, fading as the list grows. */
  COSINE_SHORT_LIST(BlendPart.COMPANIONS),
  /** The logarithm of the score of {@code people}. */
  PEOPLE(BlendPart.PEOPLE),
  /** The same, fading as the list grows. */
  PEOPLE_SHORT_LIST(BlendPart.PEOPLE),
  /** The same, in franchises already met. */
  PEOPLE_MET(BlendPart.PEOPLE),
  /** The logarithm of the score of {@code mix}, as a multiple of its root mean square. */
  GROUPS(BlendPart.GROUPS),
  /** The same, fading as the list grows. */
  GROUPS_SHORT_LIST(BlendPart.GROUPS),
  /** The same, in franchises already met. */
  GROUPS_MET(BlendPart.GROUPS),
  /** What the person's mean and spread say ({@link Habit#SCALE}). */
  HABIT_SCALE(BlendPart.PROFILE),
  /** What their genres say ({@link Habit#GENRES}). */
  HABIT_GENRES(BlendPart.PROFILE),
  /** The same, fading as the list grows. */
  HABIT_GENRES_SHORT_LIST(BlendPart.PROFILE),
  /** What the length of their titles says ({@link Habit#LENGTH}). */
  HABIT_LENGTH(BlendPart.PROFILE),
  /** What the popularity of their titles says ({@link Habit#POPULARITY}). */
  HABIT_POPULARITY(BlendPart.PROFILE),
  /** What the type of their titles says ({@link Habit#TYPE}). */
  HABIT_TYPE(BlendPart.PROFILE),
  /**
   * Whether the person watches titles of that time: the logarithm of the share of their list that
   * MyAnimeList took in shortly before or after it.
   */
  TIME(BlendPart.PROFILE),
  /** The logarithm of the share of users who watched the title. */
  POPULAR(BlendPart.POPULAR),
  /** The same, fading as the list grows. */
  POPULAR_SHORT_LIST(BlendPart.POPULAR),
  /** The same, in franchises already met. */
  POPULAR_MET(BlendPart.POPULAR),
  /** The logarithm of the members that MyAnimeList counts. */
  MEMBERS(BlendPart.POPULAR),
  /** How late MyAnimeList took in the title: 0 is the first of the catalogue, 1 the last. */
  RECENT(BlendPart.POPULAR),
  /** The mean rating of the title, drawn towards that of all titles. */
  RATED(BlendPart.RATED),
  /** The mean rating of MyAnimeList's members. */
  MEMBERS_RATED(BlendPart.RATED),
  /** The same, in franchises already met. */
  MEMBERS_RATED_MET(BlendPart.RATED),
  /** Whether a title of the same franchise was watched. */
  MET(BlendPart.FRANCHISE),
  /** How much those titles were liked. */
  MET_LIKED(BlendPart.FRANCHISE),
  /** Whether the part before was watched. */
  PART_BEFORE(BlendPart.FRANCHISE),
  /** What share of all parts before was watched. */
  PARTS_BEFORE(BlendPart.FRANCHISE),
  /** The logarithm of how many parts the franchise has. */
  PARTS(BlendPart.FRANCHISE),
  /** The title's watchers as a share of those of the most watched part. */
  MAIN_PART(BlendPart.FRANCHISE);

  /** How many there are. */
  static final int COUNT = values().length;

  private final BlendPart part;

  BlendFeature(BlendPart part) {
    this.part = part;
  }

  /** What a person turns up or down to have this count more or less. */
  public BlendPart part() {
    return part;
  }
}
