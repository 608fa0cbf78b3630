/**
 * Taste groups by non-negative matrix factorisation: X ≈ W·H with W, H ≥ 0, where X holds the
 * ratings above zero (users × anime) and zeros elsewhere. Training, the model, the factor row of a
 * new taste, and the file a model is kept in.
 */
package osusume.nmf;
