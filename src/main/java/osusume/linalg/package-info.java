/**
 * Vector kernels over {@code float[]}, sparse rows, and small dense solvers. Knows nothing of
 * anime.
 *
 * <p>Dense tables lie row after row with a stride of {@link osusume.linalg.Kernels#stride} floats,
 * so that a row is a whole number of vectors; what lies between the last column and the stride is
 * zero and stays zero.
 */
package osusume.linalg;
