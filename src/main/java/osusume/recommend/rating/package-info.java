/**
 * Predicted ratings: "you would rate it 8.4 ± 0.9". Not to be mixed up with the scores that rank
 * titles: the best rating models rank badly, and the best rankers order likes and dislikes badly.
 */
package osusume.recommend.rating;
