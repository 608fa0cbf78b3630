package osusume.recommend;

/**
 * What a person would rate a title: "you would rate it 8.4 ± 0.9".
 *
 * @param rating 1 to 10
 * @param plusMinus two out of three ratings that people give in such a case lie no further away
 */
public record PredictedRating(double rating, double plusMinus) {}
