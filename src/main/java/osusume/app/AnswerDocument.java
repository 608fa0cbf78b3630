package osusume.app;

import java.util.LinkedHashMap;
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
  private final Opened opened;
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
    this.opened = opened;
    this.reasons = reasons;
    this.companionsReasons = companionsReasons;
  }

  /** The document, ready for the JSON mapper, with its keys in the documented order. */
  public Map<String, Object> of(Answer answer) {
    Catalogue catalogue = opened.data().catalogue();
    Map<String, Object> document = new LinkedHashMap<>();
    List<Recommendation> titles = answer.recommendations();
    document.put(
        "recommended_anime",
        titles.stream().map(r -> catalogue.anime(r.animeRow()).name()).toList());
    document.put("weights", titles.stream().map(AnswerDocument::weight).toList());
    document.put("anime", titles.stream().map(this::title).toList());
    document.put("strategy", answer.strategy());
    document.put("removed", answer.removed());
    document.put("note", answer.note());
    return document;
  }

  /** Scores are single precision; printed as doubles they would show digits that mean nothing. */
  public static float weight(Recommendation recommendation) {
    return (float) recommendation.weight();
  }

  private Map<String, Object> title(Recommendation recommendation) {
    Map<String, Object> columns =
        opened.data().catalogue().anime(recommendation.animeRow()).asColumns();
    columns.put("rank", recommendation.rank());
    columns.put("weight", weight(recommendation));
    say(recommendation.reasons(), reasons, recommendation.predicted().orElse(null), columns);
    columns.put(
        "story",
        recommendation.story().stream()
            .map(row -> opened.data().catalogue().anime(row).id())
            .toList());
    columns.put("ranked_by", opened.data().catalogue().anime(recommendation.rankedBy()).id());
    recommendation
        .companion()
        .ifPresent(
            companion -> {
              Map<String, Object> ofCompanion = new LinkedHashMap<>();
              say(
                  companion.reasons(),
                  companionsReasons,
                  companion.predicted().orElse(null),
                  ofCompanion);
              columns.put("companion", ofCompanion);
            });
    return columns;
  }

  /**
   * @param predicted null: not known
   */
  private void say(
      List<Reason> reasons,
      ReasonText text,
      PredictedRating predicted,
      Map<String, Object> columns) {
    columns.put("reasons", reasons.stream().map(reason -> reason(reason, text)).toList());
    columns.put("predicted", predicted == null ? null : rounded(predicted.rating()));
    columns.put("plus_minus", predicted == null ? null : rounded(predicted.plusMinus()));
  }

  /** To the digits that {@code predict} prints. */
  private static double rounded(double rating) {
    return Math.round(rating * 1e4) / 1e4;
  }

  private Map<String, Object> reason(Reason reason, ReasonText text) {
    Map<String, Object> columns = new LinkedHashMap<>();
    switch (reason) {
      case Reason.Group group -> {
        columns.put("kind", "group");
        columns.put("group", group.group() + 1);
      }
      case Reason.Watched watched -> {
        columns.put("kind", "watched");
        columns.put("anime_id", opened.data().catalogue().anime(watched.animeRow()).id());
        columns.put("rating", watched.rating());
      }
      case Reason.Disliked disliked -> {
        columns.put("kind", "disliked");
        columns.put("anime_id", opened.data().catalogue().anime(disliked.animeRow()).id());
        columns.put("rating", disliked.rating());
      }
      case Reason.Dropped dropped -> {
        columns.put("kind", "dropped");
        columns.put("anime_id", opened.data().catalogue().anime(dropped.animeRow()).id());
      }
      case Reason.Chosen chosen -> {
        columns.put("kind", "chosen");
        columns.put("anime_id", opened.data().catalogue().anime(chosen.animeRow()).id());
      }
      case Reason.Popular popular -> {
        columns.put("kind", "popular");
        columns.put("watchers", popular.watchers());
      }
      case Reason.People people -> {
        columns.put("kind", "people");
        columns.put("watchers", people.watchers());
        columns.put("people", people.people());
      }
      case Reason.Rated rated -> {
        columns.put("kind", "rated");
        columns.put("mean", rated.mean());
        columns.put("raters", rated.raters());
      }
      case Reason.Choice choice -> {
        columns.put("kind", "habit");
        columns.put("habit", choice.habit().key());
        columns.put("value", choice.value());
      }
    }
    columns.put("share", reason.share());
    columns.put("text", text.of(reason));
    return columns;
  }
}
