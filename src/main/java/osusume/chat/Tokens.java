package osusume.chat;

import java.util.OptionalDouble;

/**
 * What an answer took of a language model.
 *
 * @param in tokens it was sent, all steps together
 * @param out tokens it said
 * @param exact whether the server counted them; else they are an estimate
 * @param dollars what they cost in US dollars by a list of prices; empty where that is not known
 */
public record Tokens(long in, long out, boolean exact, OptionalDouble dollars) {
  /** Nothing was asked. */
  public static final Tokens NONE = new Tokens(0, 0, true, OptionalDouble.of(0));

  /** Of which it is not known what they cost. */
  public Tokens(long in, long out, boolean exact) {
    this(in, out, exact, OptionalDouble.empty());
  }

  /** The same, which cost so many US dollars. */
  public Tokens costing(double price) {
    return new Tokens(in, out, exact, OptionalDouble.of(price));
  }

  public Tokens plus(Tokens other) {
    return new Tokens(
        in + other.in,
        out + other.out,
        exact && other.exact,
        dollars.isPresent() && other.dollars.isPresent()
            ? OptionalDouble.of(dollars.getAsDouble() + other.dollars.getAsDouble())
            : OptionalDouble.empty());
  }
}
