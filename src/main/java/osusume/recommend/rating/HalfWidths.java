package osusume.recommend.rating;

import java.util.Arrays;

/**
 * How far a prediction may be off, by split conformal prediction (Vovk, Gammerman and Shafer 2005;
 * Lei et al. 2018, section 2.2, and 5.2 for dividing by a spread): of ratings that were held out,
 * the quantile of |r − r̂| over the person's own spread, in bins by how much the person and the
 * title are rated. For little-rated people the bins are filled with cut lists of others.
 */
final class HalfWidths {
  /** A person's bin is the last whose number they reach. */
  static final int[] PERSON_FROM = {0, 1, 3, 6, 11, 21, 51, 101, 201};

  /** A title's bin is the last whose number its raters reach. */
  static final int[] TITLE_FROM = {0, 10, 100, 1000};

  /** With fewer errors than this a bin takes the width of all titles, then that of all people. */
  private static final int ENOUGH = 100;

  private final double[] factors;

  /**
   * @param factors of the spread, by bin of the person, then of the title
   */
  HalfWidths(double[] factors) {
    this.factors = factors;
  }

  double[] factors() {
    return factors;
  }

  static int bins() {
    return PERSON_FROM.length * TITLE_FROM.length;
  }

  static int bin(int rated, int raters) {
    return last(PERSON_FROM, rated) * TITLE_FROM.length + last(TITLE_FROM, raters);
  }

  private static int last(int[] from, int number) {
    int i = Arrays.binarySearch(from, number);
    return i >= 0 ? i : -i - 2;
  }

  /** The half-width for a title asked for. */
  double of(ResidualModel.Request request, int asked, int raters) {
    int entry = request.entry(asked);
    int rated = (int) Math.rint(request.person().sizeWithoutEntry(entry));
    return factors[bin(rated, raters)] * request.person().spreadWithoutEntry(entry);
  }

  /** Errors over spreads as they come, in no order. */
  static final class Errors {
    private final double[][] errors = new double[bins()][16];
    private final int[] counts = new int[bins()];

    void add(int bin, double error) {
      if (counts[bin] == errors[bin].length) {
        errors[bin] = Arrays.copyOf(errors[bin], 2 * counts[bin]);
      }
      errors[bin][counts[bin]++] = error;
    }

    /** The widths that cover {@code share} of the errors of each bin. */
    HalfWidths covering(double share) {
      double ofAll = quantile(together(0, bins()), share);
      double[] factors = new double[bins()];
      for (int person = 0; person < bins(); person += TITLE_FROM.length) {
        double[] ofPerson = together(person, person + TITLE_FROM.length);
        double likely = ofPerson.length < ENOUGH ? ofAll : quantile(ofPerson, share);
        for (int bin = person; bin < person + TITLE_FROM.length; bin++) {
          factors[bin] = counts[bin] < ENOUGH ? likely : quantile(together(bin, bin + 1), share);
        }
      }
      return new HalfWidths(factors);
    }

    private double[] together(int from, int to) {
      double[] all = new double[Arrays.stream(counts, from, to).sum()];
      int n = 0;
      for (int bin = from; bin < to; bin++) {
        System.arraycopy(errors[bin], 0, all, n, counts[bin]);
        n += counts[bin];
      }
      return all;
    }

    /** The ⌈(n + 1) share⌉-th smallest; 1 where there is nothing. */
    private static double quantile(double[] errors, double share) {
      if (errors.length == 0) {
        return 1;
      }
      Arrays.sort(errors);
      int rank = (int) Math.ceil((errors.length + 1) * share);
      return errors[Math.min(rank, errors.length) - 1];
    }
  }
}
