package osusume.nmf;

import osusume.linalg.Gram;
import osusume.linalg.Kernels;
import osusume.linalg.ParallelBlocks;

/**
 * Extrapolated hierarchical alternating least squares: Cichocki and Phan 2009 for the sweeps, Ang
 * and Gillis, "Accelerating nonnegative matrix factorization algorithms using extrapolation",
 * Neural Computation 31 (2019), algorithm 3, for the extrapolation.
 *
 * <p>Each factor is moved on along its last step before the other is improved against it. Unlike in
 * the paper, an iteration that raises the error is taken back whole and followed by one without
 * extrapolation, which cannot raise it; so the recorded error never rises, and it is exactly that
 * of the pair that is kept.
 */
final class Hals {
  /** Sweeps per pass: a sweep is cheap beside the pass over the data that it makes the most of. */
  private static final int SWEEPS = 6;

  // The paper's own values, in its section 4: β₀, γ, γ̄ and η.
  private static final double FIRST_EXTRAPOLATION = 0.5;
  private static final double GROWTH = 1.05;
  private static final double CEILING_GROWTH = 1.01;
  private static final double SHRINKAGE = 1.5;

  private final int k;
  private final int stride;
  private final Kernels kernels;
  private final ParallelBlocks parallel;
  private final HalfStep userStep;
  private final HalfStep animeStep;
  private final ReconstructionError reconstruction;

  // The pair that is kept, and its error.
  private float[] w;
  private float[] h;
  private double[] gramH;
  private double error;

  /** W of the last iteration before it was moved on. */
  private float[] plainW;

  // H moved on along its last step: what the next W is improved against.
  private float[] aheadH;
  private double[] gramAheadH;

  private float[] nextW;
  private float[] nextPlainW;
  private float[] nextH;

  private double extrapolation = FIRST_EXTRAPOLATION;
  private double lastAccepted = FIRST_EXTRAPOLATION;
  private double ceiling = 1;
  private boolean plain = true;
  private boolean stalled;

  Hals(PositiveRatings x, Factors start, int k, Kernels kernels, ParallelBlocks parallel) {
    this.k = k;
    this.stride = start.stride();
    this.kernels = kernels;
    this.parallel = parallel;
    this.userStep = new HalfStep(x.byUser(), k, kernels, parallel);
    this.animeStep = new HalfStep(x.byAnime(), k, kernels, parallel);
    this.reconstruction = new ReconstructionError(x.byUser(), parallel);
    this.w = start.w();
    this.h = start.h();
    this.plainW = w.clone();
    this.aheadH = h.clone();
    this.nextW = new float[w.length];
    this.nextPlainW = new float[w.length];
    this.nextH = new float[h.length];
    this.gramH = gram(h);
    this.gramAheadH = gramH;
    this.error = reconstruction.of(userStep.crossTerm(h, w), gram(w), gramH, w, h, stride);
  }

  /** ‖X − WH‖ / ‖X‖ of the pair that is kept. */
  double error() {
    return error;
  }

  /** Whether not even an iteration without extrapolation lowers the error in single precision. */
  boolean stalled() {
    return stalled;
  }

  /** The pair that is kept. */
  Factors factors() {
    return new Factors(w, h, stride);
  }

  /** One iteration: W against H, then H against W. */
  void iterate() {
    userStep.improve(aheadH, gramAheadH, w, nextPlainW, SWEEPS);
    extrapolate(nextPlainW, plainW, plain ? 0 : extrapolation, nextW);
    double[] gramW = gram(nextW);
    double cross = animeStep.improve(nextW, gramW, aheadH, nextH, SWEEPS);
    double[] nextGramH = gram(nextH);
    double nextError = reconstruction.of(cross, gramW, nextGramH, nextW, nextH, stride);
    if (nextError < error) {
      accept(nextGramH, nextError);
    } else {
      takeBack();
    }
  }

  private void accept(double[] nextGramH, double nextError) {
    extrapolate(nextH, h, extrapolation, aheadH);
    float[] oldW = w;
    float[] oldPlainW = plainW;
    float[] oldH = h;
    w = nextW;
    plainW = nextPlainW;
    h = nextH;
    nextW = oldW;
    nextPlainW = oldPlainW;
    nextH = oldH;
    gramH = nextGramH;
    gramAheadH = gram(aheadH);
    error = nextError;
    lastAccepted = extrapolation;
    extrapolation = Math.min(ceiling, GROWTH * extrapolation);
    ceiling = Math.min(1, CEILING_GROWTH * ceiling);
    plain = false;
  }

  private void takeBack() {
    stalled = plain;
    System.arraycopy(h, 0, aheadH, 0, h.length);
    System.arraycopy(w, 0, plainW, 0, w.length);
    gramAheadH = gramH;
    ceiling = lastAccepted;
    extrapolation /= SHRINKAGE;
    plain = true;
  }

  /** out = max(0, now + factor · (now − before)). */
  private void extrapolate(float[] now, float[] before, double factor, float[] out) {
    int block = 1 << 14;
    float step = (float) factor;
    parallel.run(
        (now.length + block - 1) / block,
        (number, worker) -> {
          int end = Math.min(now.length, (number + 1) * block);
          for (int i = number * block; i < end; i++) {
            out[i] = Math.max(0f, now[i] + step * (now[i] - before[i]));
          }
        });
  }

  private double[] gram(float[] table) {
    return Gram.of(table, table.length / stride, k, stride, kernels, parallel);
  }
}
