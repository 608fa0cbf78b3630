package osusume.http;

import java.util.List;

/**
 * One parameter a route takes. Its routes read it, {@code /anime} and {@code /user} teach it, and
 * {@code /openapi.json} describes it, all from here.
 *
 * @param name as it stands in the query, or between braces in the path
 * @param type what its value can be
 * @param meaning for a person, in a few words
 * @param example a value that makes sense
 * @param repeatable whether it may be given more than once
 */
public record Parameter(
    String name, Type type, String meaning, String example, boolean repeatable) {
  /** What a value can be. */
  public sealed interface Type {
    /** A whole number, no smaller than {@code least}; of 64 bits where {@code large}. */
    record WholeNumber(long least, boolean large) implements Type {}

    /** A finite number from {@code least} to {@code most}, which may be infinite. */
    record Number(double least, double most) implements Type {}

    /** Any text but none at all. */
    record Text() implements Type {}

    /** One of these words. */
    record Choice(List<String> words) implements Type {}
  }

  /** A MyAnimeList or user id, or another whole number of 32 bits. */
  public static Parameter wholeNumber(String name, int least, String meaning, String example) {
    return new Parameter(name, new Type.WholeNumber(least, false), meaning, example, false);
  }

  /** How many there may be of something: a whole number of 64 bits, not negative. */
  public static Parameter count(String name, String meaning, String example) {
    return new Parameter(name, new Type.WholeNumber(0, true), meaning, example, false);
  }

  /** Any finite number. */
  public static Parameter number(String name, String meaning, String example) {
    return new Parameter(
        name,
        new Type.Number(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        meaning,
        example,
        false);
  }

  public static Parameter text(String name, String meaning, String example) {
    return new Parameter(name, new Type.Text(), meaning, example, false);
  }

  public static Parameter choice(String name, List<String> words, String meaning, String example) {
    return new Parameter(name, new Type.Choice(List.copyOf(words)), meaning, example, false);
  }

  /** The same, which may be given more than once. */
  public Parameter repeated() {
    return new Parameter(name, type, meaning, example, true);
  }
}
