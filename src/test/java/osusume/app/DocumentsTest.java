package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.NumberRange;
import osusume.data.RatingFilter;
import osusume.json.Json;
import osusume.recommend.Answer;
import osusume.recommend.Habit;
import osusume.recommend.PredictedRating;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.recommend.SmallWorld;

/** What commands and routes print, letter by letter: scripts read it. */
class DocumentsTest {
  private static final Opened OPENED = Opened.bare(SmallWorld.data());

  private interface Document {
    void write(JsonGenerator json) throws IOException;
  }

  private static String written(Document document) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      document.write(json);
    }
    return text.toString();
  }

  @Test
  void unknownNumbersOfATitleAreNull() throws IOException {
    var unknown = new Anime(30, "Éclair", List.of("Drama", "Hentai"), "OVA", -1, Double.NaN, 5);
    assertThat(written(json -> AnimeDocument.write(unknown, json)))
        .isEqualTo(
            "{\"anime_id\":30,\"name\":\"Éclair\",\"genre\":\"Drama, Hentai\",\"type\":\"OVA\","
                + "\"episodes\":null,\"rating\":null,\"members\":5}");
    var zero = new Anime(40, "\"0\"", List.of("Unknown"), "TV", 0, 1, 0);
    assertThat(written(json -> AnimeDocument.write(zero, json)))
        .isEqualTo(
            "{\"anime_id\":40,\"name\":\"\\\"0\\\"\",\"genre\":\"Unknown\",\"type\":\"TV\","
                + "\"episodes\":0,\"rating\":1.0,\"members\":0}");
  }

  @Test
  void titlesAreWrittenInTheOrderGiven() throws IOException {
    String text =
        written(json -> AnimeDocument.writeAll(OPENED.data().catalogue(), new int[] {5, 2}, json));
    JsonNode titles = Json.mapper().readTree(text);
    assertThat(titles).hasSize(2);
    assertThat(titles.get(0).get("anime_id").intValue()).isEqualTo(105);
    assertThat(titles.get(1).get("anime_id").intValue()).isEqualTo(102);
  }

  @Test
  void ratingsAreRowsWithTheColumnsOfTheFile() throws IOException {
    var filter = new RatingFilter(SmallWorld.ONLY_UNRATED, null, NumberRange.ANY);
    assertThat(written(json -> RatingDocument.writeAll(filter, OPENED.data(), 0, null, json)))
        .isEqualTo(
            "[{\"user_id\":90,\"anime_id\":100,\"rating\":-1},"
                + "{\"user_id\":90,\"anime_id\":108,\"rating\":-1}]");
    assertThat(written(json -> RatingDocument.writeAll(filter, OPENED.data(), 1, 5L, json)))
        .isEqualTo("[{\"user_id\":90,\"anime_id\":108,\"rating\":-1}]");
    assertThat(written(json -> RatingDocument.writeAll(filter, OPENED.data(), 1L << 40, 1L, json)))
        .isEqualTo("[]");
  }

  private static final List<Reason> REASONS =
      List.of(
          new Reason.Group(0, 0.5),
          new Reason.Watched(1, 8, 1 / 3.0),
          new Reason.Watched(2, -1, 0.25),
          new Reason.Disliked(3, 2, 0.2),
          new Reason.Dropped(4, 0.125),
          new Reason.Chosen(5, 0.1),
          new Reason.Popular(21, 0.05),
          new Reason.People(12, 150, 0.04),
          new Reason.Rated(8.25, 1200, 0.03),
          new Reason.Choice(Habit.GENRES, "Drama", 0.02),
          new Reason.Choice(Habit.LENGTH, "", 0.01));

  @Test
  void anAnswerHasItsKeysInTheDocumentedOrderAndItsDigits() throws IOException {
    Map<String, Integer> removed = new LinkedHashMap<>();
    removed.put("type", 3);
    removed.put("franchises", 0);
    var predicted = new PredictedRating(8.123_46f, 1.000_04f);
    var answer =
        new Answer(
            "blend",
            List.of(
                new Recommendation(1, 6, 0.1f, Optional.of(predicted), REASONS, List.of(7, 8), 8),
                new Recommendation(
                    2,
                    9,
                    1e-9f,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    9,
                    Optional.of(
                        new Recommendation.OfCompanion(
                            Optional.of(predicted), List.of(new Reason.Watched(1, 8, 1)))))),
            removed,
            Optional.empty(),
            "A note.");
    var document =
        new AnswerDocument(OPENED, new ReasonText(OPENED), ReasonText.ofSomebodyElse(OPENED));

    String text = written(json -> document.write(answer, json));

    assertThat(text)
        .isEqualTo(
            "{\"recommended_anime\":[\"%s\",\"%s\"],\"weights\":[0.1,1.0E-9],\"anime\":["
                    .formatted(name(6), name(9))
                + columns(6)
                + ",\"rank\":1,\"weight\":0.1,\"reasons\":["
                + "{\"kind\":\"group\",\"group\":1,\"share\":0.5,\"text\":\"taste group 1\"},"
                + "{\"kind\":\"watched\",\"anime_id\":101,\"rating\":8,\"share\":0.3333333333333333,"
                + "\"text\":\"because you gave %s an 8\"},".formatted(name(1))
                + "{\"kind\":\"watched\",\"anime_id\":102,\"rating\":-1,\"share\":0.25,"
                + "\"text\":\"because you watched %s\"},".formatted(name(2))
                + "{\"kind\":\"disliked\",\"anime_id\":103,\"rating\":2,\"share\":0.2,"
                + "\"text\":\"because it is unlike %s, which you gave a 2\"},".formatted(name(3))
                + "{\"kind\":\"dropped\",\"anime_id\":104,\"share\":0.125,"
                + "\"text\":\"because it is unlike %s, which you dropped\"},".formatted(name(4))
                + "{\"kind\":\"chosen\",\"anime_id\":105,\"share\":0.1,"
                + "\"text\":\"because it is like %s\"},".formatted(name(5))
                + "{\"kind\":\"popular\",\"watchers\":21,\"share\":0.05,"
                + "\"text\":\"21 of 43 users watched it\"},"
                + "{\"kind\":\"people\",\"watchers\":12,\"people\":150,\"share\":0.04,\"text\":"
                + "\"12 of the 150 people whose lists are most like this one watched it\"},"
                + "{\"kind\":\"rated\",\"mean\":8.25,\"raters\":1200,\"share\":0.03,"
                + "\"text\":\"1,200 users gave it 8.3 on average\"},"
                + "{\"kind\":\"habit\",\"habit\":\"genres\",\"value\":\"Drama\",\"share\":0.02,"
                + "\"text\":\"you like Drama\"},"
                + "{\"kind\":\"habit\",\"habit\":\"length\",\"value\":\"\",\"share\":0.01,"
                + "\"text\":\"it is as long as what you like\"}],"
                + "\"predicted\":8.1235,\"plus_minus\":1.0,\"story\":[107,108],\"ranked_by\":108},"
                + columns(9)
                + ",\"rank\":2,\"weight\":1.0E-9,\"reasons\":[],\"predicted\":null,"
                + "\"plus_minus\":null,\"story\":[],\"ranked_by\":109,\"companion\":{\"reasons\":["
                + "{\"kind\":\"watched\",\"anime_id\":101,\"rating\":8,\"share\":1.0,"
                + "\"text\":\"because they gave %s an 8\"}],".formatted(name(1))
                + "\"predicted\":8.1235,\"plus_minus\":1.0}}],\"strategy\":\"blend\","
                + "\"removed\":{\"type\":3,\"franchises\":0},\"note\":\"A note.\"}");
  }

  private static String name(int row) {
    return OPENED.data().catalogue().anime(row).name();
  }

  /** A title's object without its closing brace: what an answer says more follows. */
  private static String columns(int row) throws IOException {
    String object =
        written(json -> AnimeDocument.write(OPENED.data().catalogue().anime(row), json));
    return object.substring(0, object.length() - 1);
  }
}
