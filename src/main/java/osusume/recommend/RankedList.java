package osusume.recommend;

/**
 * Candidates of one list and which of them were liked: what {@link ListRegression} learns from.
 *
 * @param features candidate after candidate, {@link BlendFeature#COUNT} numbers each
 * @param liked one a candidate; some are
 */
record RankedList(float[] features, boolean[] liked) {}
