package osusume.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.Matches;
import osusume.data.NearestName;
import osusume.data.Taste;
import osusume.recommend.rating.RatingPredictor;

/**
 * The one door to the recommenders: window, commands, routes and chat put a {@link Request} and
 * show the {@link Answer}. Immutable; may be asked from any thread.
 */
public final class Recommendations {
  /** How many reasons of each kind come with a title. */
  private static final int REASONS = 5;

  private final Dataset data;
  private final PopularRecommender popular;
  private final Map<String, Recommender> strategies = new LinkedHashMap<>();

  /** Empty while nothing predicts ratings. */
  private final Optional<RatingRecommender> rating;

  /**
   * @param fitted the strategies that can be asked for, the default first
   */
  public Recommendations(Dataset data, List<? extends Recommender> fitted) {
    this(data, new PopularRecommender(data), fitted, Optional.empty());
  }

  private Recommendations(
      Dataset data,
      PopularRecommender popular,
      List<? extends Recommender> fitted,
      Optional<RatingRecommender> rating) {
    this.data = data;
    this.popular = popular;
    this.rating = rating;
    fitted.forEach(recommender -> strategies.put(recommender.name(), recommender));
    strategies.remove(popular.name());
    strategies.put(popular.name(), popular);
  }

  /**
   * The same door with other strategies behind it instead.
   *
   * @param fitted the strategies that can be asked for, the default first
   */
  public Recommendations instead(List<? extends Recommender> fitted) {
    return new Recommendations(data, popular, fitted, rating);
  }

  /**
   * The same door with predicted ratings: every title of an answer has one, and titles can be
   * ranked by them ({@link Aim#RATE}).
   *
   * @param predictor fitted to the same data set
   */
  public Recommendations with(RatingPredictor predictor) {
    return new Recommendations(
        data,
        popular,
        List.copyOf(strategies.values()),
        Optional.of(new RatingRecommender(data, predictor)));
  }

  /** The names of the strategies that can be asked for, the default first. */
  public List<String> strategies() {
    return List.copyOf(strategies.keySet());
  }

  /** Whether ratings can be predicted. */
  public boolean predictsRatings() {
    return rating.isPresent();
  }

  /**
   * Answers a request. Every title is scored, by the strategy or, for {@link Aim#RATE}, by its
   * predicted rating, for the taste without what was taken out; what the person watched and what
   * the filter does not want is left out; {@link Novelty} bends the scores of the rest, {@link
   * StoryRows} makes one row of each story, ranked by its best part or, where ratings rank, by the
   * part that is recommended, {@link Spread} spreads the best rows, and the first {@code k} are the
   * answer. Of two titles with the same score the one more people watched comes first.
   *
   * @throws IllegalArgumentException if there is no such strategy, nothing predicts the ratings
   *     that titles shall be ranked by, or every taste group is taken out; worded for a person
   */
  public Answer answer(Request request) {
    return answer(request, true);
  }

  /**
   * Like {@link #answer(Request)}, without reasons and predicted ratings: for whole data sets,
   * where working them out costs more than ranking.
   */
  public Answer rank(Request request) {
    return answer(request, false);
  }

  private Answer answer(Request request, boolean explained) {
    Recommender asked = asked(request);
    TakenOut takenOut = request.takenOut();
    Taste taste = request.taste().without(takenOut.animeRows());
    Recommender tuned = asked.tuned(new Tuning(request.weights(), takenOut.groups()));
    boolean blind = !tuned.knows(taste);
    Optional<Lack> lack = Optional.empty();
    if (blind) {
      boolean blinded = !takenOut.isEmpty() && asked.knows(request.taste());
      lack = Optional.of(blinded ? Lack.TAKEN_OUT : Lack.of(taste, asked));
    }
    Recommender used = blind ? popular : tuned;
    Matches wanted = request.filter().match(data.catalogue(), taste.leaveOut());
    float[] scores = used.score(taste);
    Ranking ranking =
        Ranking.of(
            data.catalogue(),
            request,
            scores,
            popular.watchers(),
            wanted.rows(),
            request.aim() == Aim.RATE && !blind);
    Map<String, Integer> removed = new LinkedHashMap<>(wanted.removed());
    if (request.franchises()) {
      removed.put("franchises", ranking.merged());
    }
    return new Answer(
        used.name(),
        explained
            ? explained(taste, used, scores, ranking)
            : recommendations(scores, ranking, List.of(), List.of()),
        removed,
        lack,
        AnswerNote.of(request, lack, ranking));
  }

  private Recommender asked(Request request) {
    Recommender strategy = strategies.get(request.strategy());
    if (strategy == null) {
      throw new IllegalArgumentException(
          "There is no strategy \"%s\"; did you mean \"%s\"? There are: %s."
              .formatted(
                  request.strategy(),
                  NearestName.of(request.strategy(), strategies.keySet()),
                  String.join(", ", strategies.keySet())));
    }
    return switch (request.aim()) {
      case WATCH -> strategy;
      case RATE ->
          rating.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      ("Nothing predicts the ratings of \"%s\" yet, so titles can't be ranked by"
                              + " what somebody would rate them. Train first.")
                          .formatted(data.name())));
    };
  }

  private List<Recommendation> explained(
      Taste taste, Recommender used, float[] scores, Ranking ranking) {
    int[] entries = ranking.rows().stream().mapToInt(Ranking.Row::entry).toArray();
    int[] rankedBy = ranking.rows().stream().mapToInt(Ranking.Row::rankedBy).toArray();
    return recommendations(
        scores,
        ranking,
        used.reasons(taste, rankedBy, REASONS),
        rating.map(predictor -> predictor.predict(taste, entries)).orElse(List.of()));
  }

  /**
   * @param reasons one list a row; or none
   * @param predicted one a row; or none
   */
  private static List<Recommendation> recommendations(
      float[] scores,
      Ranking ranking,
      List<List<Reason>> reasons,
      List<PredictedRating> predicted) {
    List<Recommendation> recommendations = new ArrayList<>(ranking.rows().size());
    for (int i = 0; i < ranking.rows().size(); i++) {
      Ranking.Row row = ranking.rows().get(i);
      recommendations.add(
          new Recommendation(
              i + 1,
              row.entry(),
              scores[row.rankedBy()],
              predicted.isEmpty() ? Optional.empty() : Optional.of(predicted.get(i)),
              reasons.isEmpty() ? List.of() : reasons.get(i),
              row.story(),
              row.rankedBy()));
    }
    return recommendations;
  }
}
