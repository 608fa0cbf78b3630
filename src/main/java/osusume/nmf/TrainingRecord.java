package osusume.nmf;

import java.time.Instant;

/**
 * How a model came about.
 *
 * @param settings what was asked for
 * @param fingerprint of the data set it was trained on
 * @param programVersion of the program that trained it
 * @param trainedAt when training ended
 * @param seconds how long it took
 * @param converged whether it stopped by the tolerance, and not by the limit of iterations
 */
public record TrainingRecord(
    NmfSettings settings,
    String fingerprint,
    String programVersion,
    Instant trainedAt,
    double seconds,
    boolean converged) {}
