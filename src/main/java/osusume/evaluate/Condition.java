package osusume.evaluate;

/**
 * Under which circumstances figures were taken.
 *
 * @param given how many titles of each person were known, in {@link Protocol#COLD_START}; 0: as the
 *     protocol says
 */
public record Condition(Protocol protocol, int given) {
  /** A protocol without further circumstances. */
  static Condition of(Protocol protocol) {
    return new Condition(protocol, 0);
  }

  /** For a person: "P1", "cold-start 5". */
  public String label() {
    return given == 0 ? protocol.key() : protocol.key() + " " + given;
  }
}
