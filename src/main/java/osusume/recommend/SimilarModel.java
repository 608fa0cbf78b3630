package osusume.recommend;

import java.time.Instant;
import osusume.linalg.SparseFloats;

/**
 * What strategy {@code similar} has learned: how much each watched title says for each other.
 *
 * @param animeIds MyAnimeList id of each title it knows
 * @param weights square: the row is the watched title, the column the one that is scored
 * @param fingerprint of the data set it was learned from
 * @param programVersion which learned it
 * @param trainedAt when
 * @param seconds how long that took
 */
public record SimilarModel(
    int[] animeIds,
    SparseFloats weights,
    String fingerprint,
    String programVersion,
    Instant trainedAt,
    double seconds) {}
