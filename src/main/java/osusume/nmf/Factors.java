package osusume.nmf;

/**
 * A pair of factors while they are trained: both lie row after row, {@code stride} floats apart, of
 * which the first k count and the rest are zero.
 *
 * @param w one row a user
 * @param h one row a title: H transposed
 */
record Factors(float[] w, float[] h, int stride) {}
