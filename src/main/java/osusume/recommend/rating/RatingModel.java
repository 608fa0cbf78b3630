package osusume.recommend.rating;

import osusume.data.Taste;

/** Predicts what a person would rate titles. Immutable; may be asked from any thread. */
public interface RatingModel {
  /**
   * The rating that a person would give each of some titles, from 1 to 10. For a title that the
   * taste holds itself, its own rating is left out: it is predicted from the others.
   *
   * @param taste a user of the data set or anybody else; may be empty
   * @param animeRows catalogue rows
   * @return one number a row asked for
   */
  float[] predict(Taste taste, int[] animeRows);
}
