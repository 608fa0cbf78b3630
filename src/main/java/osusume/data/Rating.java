package osusume.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of {@code rating.csv}.
 *
 * @param userId Kaggle's user id
 * @param animeId MyAnimeList id
 * @param rating 1 to 10; −1: watched, not rated
 */
public record Rating(int userId, int animeId, int rating) {
  /** The row under the column names of {@code rating.csv}, in their order. */
  public Map<String, Object> asColumns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("user_id", userId);
    columns.put("anime_id", animeId);
    columns.put("rating", rating);
    return columns;
  }
}
