package osusume.data;

/**
 * A catalogue and who rated what of it. Immutable.
 *
 * @param name under which it is kept: lower-case letters, digits and hyphens ("demo", "kaggle")
 * @param simulated whether its ratings are made up by a model of taste, which is said wherever it
 *     is shown
 * @param catalogue the titles
 * @param ratings users × titles
 * @param fingerprint SHA-256 of the source bytes, in hexadecimal
 * @param report what the import dropped and mended
 */
public record Dataset(
    String name,
    boolean simulated,
    Catalogue catalogue,
    RatingMatrix ratings,
    String fingerprint,
    ImportReport report) {
  public Dataset {
    if (ratings.columnCount() != catalogue.size()) {
      throw new IllegalArgumentException(
          "The ratings speak of %d titles, the catalogue has %d."
              .formatted(ratings.columnCount(), catalogue.size()));
    }
  }
}
