package osusume.chat;

/**
 * What an answer took of a language model.
 *
 * @param in tokens it was sent, all steps together
 * @param out tokens it said
 * @param exact whether the server counted them; else they are an estimate
 */
public record Tokens(long in, long out, boolean exact) {
  public Tokens plus(Tokens other) {
    return new Tokens(in + other.in, out + other.out, exact && other.exact);
  }
}
