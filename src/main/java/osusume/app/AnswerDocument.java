package osusume.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
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
  // Encoded once, for they are written for every title and reason.
  private static final SerializableString WEIGHT = new SerializedString("weight");
  private static final SerializableString RANK = new SerializedString("rank");
  private static final SerializableString REASONS = new SerializedString("reasons");
  private static final SerializableString STORY = new SerializedString("story");
  private static final SerializableString RANKED_BY = new SerializedString("ranked_by");
  private static final SerializableString PREDICTED = new SerializedString("predicted");
  private static final SerializableString PLUS_MINUS = new SerializedString("plus_minus");
  private static final SerializableString KIND = new SerializedString("kind");
  private static final SerializableString SHARE = new SerializedString("share");
  private static final SerializableString TEXT = new SerializedString("text");
  private static final SerializableString GROUP = new SerializedString("group");

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
    json.writeFieldName(RANK);
    json.writeNumber(title.rank());
    json.writeFieldName(WEIGHT);
    json.writeNumber(weight(title));
    say(title.reasons(), reasons, title.predicted().orElse(null), json);
    json.writeFieldName(STORY);
    json.writeStartArray();
    for (int row : title.story()) {
      json.writeNumber(catalogue.idOfRow(row));
    }
    json.writeEndArray();
    json.writeFieldName(RANKED_BY);
    json.writeNumber(catalogue.idOfRow(title.rankedBy()));
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
    json.writeFieldName(REASONS);
    json.writeStartArray();
    for (Reason reason : why) {
      write(reason, text, json);
    }
    json.writeEndArray();
    if (predicted == null) {
      json.writeFieldName(PREDICTED);
      json.writeNull();
      json.writeFieldName(PLUS_MINUS);
      json.writeNull();
    } else {
      json.writeFieldName(PREDICTED);
      json.writeNumber(rounded(predicted.rating()));
      json.writeFieldName(PLUS_MINUS);
      json.writeNumber(rounded(predicted.plusMinus()));
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
        json.writeFieldName(KIND);
        json.writeString("group");
        json.writeFieldName(GROUP);
        json.writeNumber(group.group() + 1);
      }
      case Reason.Watched watched -> {
        json.writeFieldName(KIND);
        json.writeString("watched");
        json.writeFieldName(AnimeDocument.ANIME_ID);
        json.writeNumber(catalogue.idOfRow(watched.animeRow()));
        json.writeFieldName(AnimeDocument.RATING);
        json.writeNumber(watched.rating());
      }
      case Reason.Disliked disliked -> {
        json.writeFieldName(KIND);
        json.writeString("disliked");
        json.writeFieldName(AnimeDocument.ANIME_ID);
        json.writeNumber(catalogue.idOfRow(disliked.animeRow()));
        json.writeFieldName(AnimeDocument.RATING);
        json.writeNumber(disliked.rating());
      }
      case Reason.Dropped dropped -> {
        json.writeFieldName(KIND);
        json.writeString("dropped");
        json.writeFieldName(AnimeDocument.ANIME_ID);
        json.writeNumber(catalogue.idOfRow(dropped.animeRow()));
      }
      case Reason.Chosen chosen -> {
        json.writeFieldName(KIND);
        json.writeString("chosen");
        json.writeFieldName(AnimeDocument.ANIME_ID);
        json.writeNumber(catalogue.idOfRow(chosen.animeRow()));
      }
      case Reason.Popular popular -> {
        json.writeFieldName(KIND);
        json.writeString("popular");
        json.writeNumberField("watchers", popular.watchers());
      }
      case Reason.People people -> {
        json.writeFieldName(KIND);
        json.writeString("people");
        json.writeNumberField("watchers", people.watchers());
        json.writeNumberField("people", people.people());
      }
      case Reason.Rated rated -> {
        json.writeFieldName(KIND);
        json.writeString("rated");
        json.writeNumberField("mean", rated.mean());
        json.writeNumberField("raters", rated.raters());
      }
      case Reason.Choice choice -> {
        json.writeFieldName(KIND);
        json.writeString("habit");
        json.writeStringField("habit", choice.habit().key());
        json.writeStringField("value", choice.value());
      }
    }
    json.writeFieldName(SHARE);
    json.writeNumber(reason.share());
    json.writeFieldName(TEXT);
    json.writeString(text.of(reason));
    json.writeEndObject();
  }
}
