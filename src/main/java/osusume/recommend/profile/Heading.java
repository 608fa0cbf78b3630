package osusume.recommend.profile;

/**
 * How much of a list falls under one heading: a genre, a type, a length.
 *
 * @param name the heading
 * @param watched how many titles of the list
 * @param share {@code watched} as a part of the list, 0 to 1
 * @param everybody what part of all watches in the data set falls under it, 0 to 1
 * @param lift how much more often than everybody the person chooses it, as a logarithm and drawn
 *     towards 0 where the list is short; what the strategies go by
 * @param liking how they like it beside their other titles, in spreads of their ratings, drawn
 *     towards 0 where they rated few; what the strategies go by
 * @param mean mean rating this person gave; NaN where they rated none
 */
public record Heading(
    String name,
    int watched,
    double share,
    double everybody,
    double lift,
    double liking,
    double mean) {}
