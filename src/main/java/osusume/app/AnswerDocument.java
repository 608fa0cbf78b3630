package osusume.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import osusume.data.Catalogue;
import osusume.json.Json;
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
    SerializableString same = null;
    for (int i = 0; i < titles.size(); i++) {
      List<Reason> why = titles.get(i).reasons();
      if (same == null || !why.equals(titles.get(i - 1).reasons())) {
        boolean again = i + 1 < titles.size() && why.equals(titles.get(i + 1).reasons());
        same = again ? told(why) : null;
      }
      write(titles.get(i), same, json);
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

  /** Reasons as they are written for each of several titles that have the same, as in a group. */
  private SerializableString told(List<Reason> why) throws IOException {
    StringWriter told = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(told)) {
      write(why, reasons, json);
    }
    return new SerializedString(told.toString());
  }

  /**
   * @param told the title's reasons, if they are written already; or null
   */
  private void write(Recommendation title, SerializableString told, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    AnimeDocument.writeColumns(catalogue.anime(title.animeRow()), json);
    json.writeFieldName(RANK);
    json.writeNumber(title.rank());
    json.writeFieldName(WEIGHT);
    json.writeNumber(weight(title));
    json.writeFieldName(REASONS);
    if (told == null) {
      write(title.reasons(), reasons, json);
    } else {
      json.writeRawValue(told);
    }
    say(title.predicted().orElse(null), json);
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
      json.writeFieldName(REASONS);
      write(companion.reasons(), companionsReasons, json);
      say(companion.predicted().orElse(null), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(List<Reason> why, ReasonText text, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Reason reason : why) {
      write(reason, text, json);
    }
    json.writeEndArray();
  }

  /**
   * @param predicted null: not known
   */
  private static void say(PredictedRating predicted, JsonGenerator json) throws IOException {
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
