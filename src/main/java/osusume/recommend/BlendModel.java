package osusume.recommend;

import java.time.Instant;
import osusume.linalg.SparseFloats;

/**
 * What strategy {@code blend} has learned beside {@link SimilarModel}.
 *
 * @param animeIds MyAnimeList id of each title it knows
 * @param together by how many users two titles are both watched; the row is the watched title
 * @param weights one for each {@link BlendFeature}, in their order
 * @param learned whether the weights were learned from this data set; if not, it was too small and
 *     they are those of the 3,500 users of Kaggle's data set
 * @param fingerprint of the data set it was learned from
 * @param programVersion which learned it
 * @param trainedAt when
 * @param seconds how long that took
 */
public record BlendModel(
    int[] animeIds,
    SparseFloats together,
    float[] weights,
    boolean learned,
    String fingerprint,
    String programVersion,
    Instant trainedAt,
    double seconds) {}
