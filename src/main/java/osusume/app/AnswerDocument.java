package osusume.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import osusume.data.Catalogue;
import osusume.recommend.Answer;
import osusume.recommend.PredictedRating;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;

/**
 * An {@link Answer} as the JSON document that {@code /recommend} and {@code osusume recommend
 * --json} print. A title of an answer for two people has the object {@code companion} as its last
 * key: {@code reasons}, {@code predicted} and {@code plus_minus} of the second, as the title has
 * those of the first. What two people are asked about, or titles chosen to find more like them,
 * changes no other key; reasons of the latter are of kind {@code chosen}.
 */
public final class AnswerDocument {
  private final Catalogue catalogue;
  private final ReasonText reasons;
  private final ReasonText companionsReasons;

  /** Of the person who is asking, and perhaps of somebody else. */
  public AnswerDocument(Opened opened) {
    this(opened, new ReasonText(opened), ReasonText.ofSomebodyElse(opened));
  }

  /**
   * @param reasons of the first of two people, in words
   * @param companionsReasons of the second
   */
  public AnswerDocument(Opened opened, ReasonText reasons, ReasonText companionsReasons) {
    this.catalogue = opened.data().catalogue();
    this.reasons = reasons;
    this.companionsReasons = companionsReasons;
  }

  /** Writes the document, with its keys in the documented order. */
  public void write(Answer answer, JsonGenerator json) throws IOException {
    List<Recommendation> titles = answer.recommendations();
    json.writeStartObject();
    json.writeArrayFieldStart("recommended_anime");
    for (Recommendation title : titles) {
      json.writeString(catalogue.anime(title.animeRow()).name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("weights");
    for (Recommendation title : titles) {
      json.writeNumber(weight(title));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("anime");
    for (Recommendation title : titles) {
      write(title, json);
    }
    json.writeEndArray();
    json.writeStringField("strategy", answer.strategy());
    json.writeObjectFieldStart("removed");
    for (Map.Entry<String, Integer> part : answer.removed().entrySet()) {
      json.writeNumberField(part.getKey(), part.getValue());
    }
    json.writeEndObject();
    json.writeStringField("note", answer.note());
    json.writeEndObject();
  }

  /** Scores are single precision; printed as doubles they would show digits that mean nothing. */
  public static float weight(Recommendation recommendation) {
    return (float) recommendation.weight();
  }

  private void write(Recommendation title, JsonGenerator json) throws IOException {
    json.writeStartObject();
    AnimeDocument.writeColumns(catalogue.anime(title.animeRow()), json);
    json.writeNumberField("rank", title.rank());
    json.writeNumberField("weight", weight(title));
    say(title.reasons(), reasons, title.predicted().orElse(null), json);
    json.writeArrayFieldStart("story");
    for (int row : title.story()) {
      json.writeNumber(catalogue.idOfRow(row));
    }
    json.writeEndArray();
    json.writeNumberField("ranked_by", catalogue.idOfRow(title.rankedBy()));
    if (title.companion().isPresent()) {
      Recommendation.OfCompanion companion = title.companion().get();
      json.writeObjectFieldStart("companion");
      say(companion.reasons(), companionsReasons, companion.predicted().orElse(null), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * @param predicted null: not known
   */
  private void say(List<Reason> why, ReasonText text, PredictedRating predicted, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("reasons");
    for (Reason reason : why) {
      write(reason, text, json);
    }
    json.writeEndArray();
    if (predicted == null) {
      json.writeNullField("predicted");
      json.writeNullField("plus_minus");
    } else {
      json.writeNumberField("predicted", rounded(predicted.rating()));
      json.writeNumberField("plus_minus", rounded(predicted.plusMinus()));
    }
  }

  /** To the digits that {@code predict} prints. */
  private static double rounded(double rating) {
    return Math.round(rating * 1e4) / 1e4;
  }

  private void write(Reason reason, ReasonText text, JsonGenerator json) throws IOException {
    json.writeStartObject();
    switch (reason) {
      case Reason.Group group -> {
        json.writeStringField("kind", "group");
        json.writeNumberField("group", group.group() + 1);
      }
      case Reason.Watched watched -> {
        json.writeStringField("kind", "watched");
        json.writeNumberField("anime_id", catalogue.idOfRow(watched.animeRow()));
        json.writeNumberField("rating", watched.rating());
      }
      case Reason.Disliked disliked -> {
        json.writeStringField("kind", "disliked");
        json.writeNumberField("anime_id", catalogue.idOfRow(disliked.animeRow()));
        json.writeNumberField("rating", disliked.rating());
      }
      case Reason.Dropped dropped -> {
        json.writeStringField("kind", "dropped");
        json.writeNumberField("anime_id", catalogue.idOfRow(dropped.animeRow()));
      }
      case Reason.Chosen chosen -> {
        json.writeStringField("kind", "chosen");
        json.writeNumberField("anime_id", catalogue.idOfRow(chosen.animeRow()));
      }
      case Reason.Popular popular -> {
        json.writeStringField("kind", "popular");
        json.writeNumberField("watchers", popular.watchers());
      }
      case Reason.People people -> {
        json.writeStringField("kind", "people");
        json.writeNumberField("watchers", people.watchers());
        json.writeNumberField("people", people.people());
      }
      case Reason.Rated rated -> {
        json.writeStringField("kind", "rated");
        json.writeNumberField("mean", rated.mean());
        json.writeNumberField("raters", rated.raters());
      }
      case Reason.Choice choice -> {
        json.writeStringField("kind", "habit");
        json.writeStringField("habit", choice.habit().key());
        json.writeStringField("value", choice.value());
      }
    }
    json.writeNumberField("share", reason.share());
    json.writeStringField("text", text.of(reason));
    json.writeEndObject();
  }
}
