package osusume.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * A title as every JSON answer shows it: under the column names of {@code anime.csv}, in their
 * order; unknown numbers are null. Written as it is read, for an answer may be the whole catalogue.
 */
public final class AnimeDocument {
  static final SerializableString ANIME_ID = new SerializedString("anime_id");
  static final SerializableString RATING = new SerializedString("rating");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString GENRE = new SerializedString("genre");
  private static final SerializableString TYPE = new SerializedString("type");
  private static final SerializableString EPISODES = new SerializedString("episodes");
  private static final SerializableString MEMBERS = new SerializedString("members");

  private AnimeDocument() {}

  /** Writes a title as an object. */
  public static void write(Anime anime, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeColumns(anime, json);
    json.writeEndObject();
  }

  /**
   * Writes titles as an array of objects.
   *
   * @param rows of the catalogue, in the order in which they are written
   */
  public static void writeAll(Catalogue catalogue, int[] rows, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    for (int row : rows) {
      write(catalogue.anime(row), json);
    }
    json.writeEndArray();
  }

  /** Writes the columns alone, into an object that is begun: for who says more of the title. */
  public static void writeColumns(Anime anime, JsonGenerator json) throws IOException {
    json.writeFieldName(ANIME_ID);
    json.writeNumber(anime.id());
    json.writeFieldName(NAME);
    json.writeString(anime.name());
    json.writeFieldName(GENRE);
    json.writeString(anime.genreText());
    json.writeFieldName(TYPE);
    json.writeString(anime.type());
    json.writeFieldName(EPISODES);
    if (anime.episodes() < 0) {
      json.writeNull();
    } else {
      json.writeNumber(anime.episodes());
    }
    json.writeFieldName(RATING);
    if (Double.isNaN(anime.rating())) {
      json.writeNull();
    } else {
      json.writeNumber(anime.rating());
    }
    json.writeFieldName(MEMBERS);
    json.writeNumber(anime.members());
  }
}
