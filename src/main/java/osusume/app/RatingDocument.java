package osusume.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import osusume.data.Dataset;
import osusume.data.RatingFilter;

/**
 * Rows of the ratings as every JSON answer shows them: objects under the column names of {@code
 * rating.csv}, in their order; −1 is "watched, not rated". There may be millions, so each is
 * written as it is read and none is kept.
 */
public final class RatingDocument {
  private static final SerializableString USER_ID = new SerializedString("user_id");

  private RatingDocument() {}

  /**
   * Writes the rows that fit as an array, in the order of {@link RatingFilter#forEach}.
   *
   * @param offset how many of what fits to pass over
   * @param limit how many at the most; null: all
   * @throws IOException if it can't be written
   */
  public static void writeAll(
      RatingFilter filter, Dataset data, long offset, Long limit, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    filter.forEach(data, offset, limit, (user, anime, rating) -> write(user, anime, rating, json));
    json.writeEndArray();
  }

  private static void write(int userId, int animeId, int rating, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName(USER_ID);
    json.writeNumber(userId);
    json.writeFieldName(AnimeDocument.ANIME_ID);
    json.writeNumber(animeId);
    json.writeFieldName(AnimeDocument.RATING);
    json.writeNumber(rating);
    json.writeEndObject();
  }
}
