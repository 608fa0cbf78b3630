package osusume.recommend;

import osusume.linalg.SparseFloats;

/**
 * What the blend's facts rest on: everything that is known between titles. Each matrix is square
 * over the known titles; the row is the watched title, the column the one that is scored.
 *
 * @param rows catalogue rows of the known titles
 * @param similar the weights of {@link SimilarModel}
 * @param firm the same, regularised more strongly
 * @param loose the same, regularised more weakly
 * @param together by how many users two titles are both watched
 */
record TitleLinks(
    int[] rows,
    SparseFloats similar,
    SparseFloats firm,
    SparseFloats loose,
    SparseFloats together) {}
