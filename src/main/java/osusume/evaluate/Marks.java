package osusume.evaluate;

/**
 * What a strategy got in one case.
 *
 * @param sums one number for each metric of {@link Tally#metrics}
 * @param count of how many items those are sums
 * @param top the titles at the top of a ranking; empty where none was made
 */
record Marks(Condition condition, int userId, double[] sums, int count, int[] top) {}
