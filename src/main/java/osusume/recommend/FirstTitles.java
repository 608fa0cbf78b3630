package osusume.recommend;

import java.util.BitSet;
import java.util.stream.IntStream;
import osusume.data.Catalogue;

/**
 * Which titles to ask a person about of whom nothing is known: those most people know, so that they
 * can say something of them, spread over genres and types, so that what they say tells tastes apart
 * ({@link Spread}). One title a story, and none for adults.
 */
public final class FirstTitles {
  /** Being unlike those before counts as much as being well known, in its logarithm. */
  private static final double DIVERSITY = 0.5;

  private FirstTitles() {}

  /**
   * Catalogue rows, those to ask about first at the front.
   *
   * @param leaveOut rows not to ask about, nor about others of their stories
   * @param k at most so many
   */
  public static int[] of(Catalogue catalogue, BitSet leaveOut, int k) {
    Franchises franchises = Franchises.of(catalogue);
    BitSet met = new BitSet();
    leaveOut.stream().map(franchises::of).forEach(met::set);
    int[] known =
        IntStream.of(catalogue.rowsByMembers())
            .filter(row -> !catalogue.adult(row) && !franchises.aside(row))
            .filter(row -> isNew(met, franchises.of(row)))
            .limit(Spread.POOL)
            .toArray();
    float[] fame = new float[known.length];
    for (int i = 0; i < known.length; i++) {
      fame[i] = (float) Math.log1p(Math.max(0, catalogue.anime(known[i]).members()));
    }
    int[] order = new Spread(catalogue, known).order(fame, DIVERSITY, k);
    return IntStream.of(order).map(place -> known[place]).toArray();
  }

  /** Whether a story was not met yet; from now on it was. */
  private static boolean isNew(BitSet met, int franchise) {
    boolean fresh = !met.get(franchise);
    met.set(franchise);
    return fresh;
  }
}
