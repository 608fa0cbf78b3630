package osusume.recommend;

import java.time.Instant;

/**
 * What strategy {@code bagged} has learned: the taste groups of several factorisations.
 *
 * @param animeIds MyAnimeList id of each title it knows
 * @param components how many groups each factorisation has
 * @param h of each factorisation: components × titles, row after row; none below zero
 * @param fingerprint of the data set it was learned from
 * @param programVersion which learned it
 * @param trainedAt when
 * @param seconds how long that took
 */
public record BaggedModel(
    int[] animeIds,
    int components,
    float[][] h,
    String fingerprint,
    String programVersion,
    Instant trainedAt,
    double seconds) {}
