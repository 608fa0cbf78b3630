package osusume.recommend;

import java.util.ArrayList;
import java.util.BitSet;
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
   * the filter does not want is left out, and all but certain titles where the request says so; of
   * two people both are left out what either watched, and their scores are made one ({@link
   * ForBoth}), those of {@code popular} standing in for one of whom nothing is known; {@link
   * Novelty} bends the scores of the rest, {@link StoryRows} makes one row of each story, ranked by
   * its best part or, where ratings rank, by the part that is recommended, {@link Spread} spreads
   * the best rows, and the first {@code k} are the answer. Of two titles with the same score the
   * one more people watched comes first.
   *
   * @throws IllegalArgumentException if there is no such strategy, nothing predicts the ratings
   *     that titles shall be ranked by, these would be those of chosen titles, or every taste group
   *     is taken out; worded for a person
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

  /**
   * One of those who are asked for.
   *
   * @param taste without what was taken out
   * @param used what ranks titles for them
   * @param lack why that is {@code popular}; empty where it is what was asked for
   */
  private record Person(Taste taste, Recommender used, Optional<Lack> lack, float[] scores) {}

  private Answer answer(Request request, boolean explained) {
    Recommender asked = asked(request);
    List<Person> people = new ArrayList<>();
    people.add(person(request, asked, request.taste()));
    request.companion().ifPresent(taste -> people.add(person(request, asked, taste)));
    Person first = people.getFirst();
    Matches wanted = request.filter().match(data.catalogue(), leftOut(request));
    float[] scores =
        people.size() == 1
            ? first.scores()
            : ForBoth.scores(first.scores(), people.getLast().scores(), wanted.rows());
    boolean blind = people.stream().allMatch(person -> person.lack().isPresent());
    Ranking ranking =
        Ranking.of(
            data.catalogue(),
            request,
            scores,
            popular.watchers(),
            wanted.rows(),
            passedOver(request),
            request.aim() == Aim.RATE && !blind);
    Map<String, Integer> removed = new LinkedHashMap<>(wanted.removed());
    if (request.franchises()) {
      removed.put("franchises", ranking.merged());
    }
    return new Answer(
        blind ? popular.name() : asked.name(),
        recommendations(
            scores, ranking, people.stream().map(p -> said(p, ranking, explained)).toList()),
        removed,
        blind ? first.lack() : Optional.empty(),
        AnswerNote.of(request, people.stream().map(Person::lack).toList(), ranking));
  }

  private Person person(Request request, Recommender asked, Taste whole) {
    TakenOut takenOut = request.takenOut();
    Taste taste = whole.without(takenOut.animeRows());
    Recommender tuned = asked.tuned(new Tuning(request.weights(), takenOut.groups()));
    if (tuned.knows(taste)) {
      return new Person(taste, tuned, Optional.empty(), tuned.score(taste));
    }
    boolean blinded = !takenOut.isEmpty() && asked.knows(whole);
    Lack lack = blinded ? Lack.TAKEN_OUT : Lack.of(taste, asked);
    return new Person(taste, popular, Optional.of(lack), popular.score(taste));
  }

  /** The catalogue rows that are no candidates, whatever the filter says. */
  private BitSet leftOut(Request request) {
    BitSet leftOut = new BitSet();
    request
        .among()
        .ifPresent(
            among -> {
              leftOut.or(among);
              leftOut.flip(0, data.catalogue().size());
            });
    for (Taste taste : tastes(request)) {
      if (request.among().isEmpty() && request.watchedToo()) {
        leftOut.or(taste.leftOutUnwatched());
      } else if (request.among().isEmpty()) {
        taste.addLeftOutTo(leftOut);
      } else if (!request.watchedToo()) {
        leftOut.or(taste.rows());
      }
    }
    return leftOut;
  }

  /**
   * The catalogue rows that fit the filter and are no candidates though somebody who is asked for
   * has not watched them; none where certain titles are asked for.
   */
  private BitSet passedOver(Request request) {
    BitSet unwatched = new BitSet();
    if (request.among().isEmpty()) {
      for (Taste taste : tastes(request)) {
        unwatched.or(taste.leftOutUnwatched());
      }
    }
    if (unwatched.isEmpty()) {
      return unwatched;
    }
    BitSet rest = (BitSet) unwatched.clone();
    rest.flip(0, data.catalogue().size());
    return request.filter().match(data.catalogue(), rest).rows();
  }

  private static List<Taste> tastes(Request request) {
    return request
        .companion()
        .map(companion -> List.of(request.taste(), companion))
        .orElseGet(() -> List.of(request.taste()));
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
      case RATE -> byRating(request);
    };
  }

  private Recommender byRating(Request request) {
    if (request.taste().chosen() || request.companion().filter(Taste::chosen).isPresent()) {
      throw new IllegalArgumentException(
          "Titles like some others are nobody's list, so there is no rating to rank them by. Rank"
              + " them by what to watch.");
    }
    return rating.orElseThrow(
        () ->
            new IllegalArgumentException(
                ("Nothing predicts the ratings of \"%s\" yet, so titles can't be ranked by what"
                        + " somebody would rate them. Train first.")
                    .formatted(data.name())));
  }

  /**
   * What there is to say to one person of each row.
   *
   * @param reasons one list a row
   * @param predicted one a row; or none
   */
  private record Said(List<List<Reason>> reasons, List<PredictedRating> predicted) {
    List<Reason> why(int i) {
      return reasons.isEmpty() ? List.of() : reasons.get(i);
    }

    Optional<PredictedRating> wouldRate(int i) {
      return predicted.isEmpty() ? Optional.empty() : Optional.of(predicted.get(i));
    }
  }

  private Said said(Person person, Ranking ranking, boolean explained) {
    if (!explained) {
      return new Said(List.of(), List.of());
    }
    int[] entries = new int[ranking.rows().size()];
    int[] rankedBy = new int[entries.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = ranking.rows().get(i).entry();
      rankedBy[i] = ranking.rows().get(i).rankedBy();
    }
    return new Said(
        person.used().reasons(person.taste(), rankedBy, REASONS),
        rating
            .filter(_ -> !person.taste().chosen())
            .map(predictor -> predictor.predict(person.taste(), entries))
            .orElse(List.of()));
  }

  private static List<Recommendation> recommendations(
      float[] scores, Ranking ranking, List<Said> said) {
    List<Recommendation> recommendations = new ArrayList<>(ranking.rows().size());
    for (int i = 0; i < ranking.rows().size(); i++) {
      Ranking.Row row = ranking.rows().get(i);
      recommendations.add(
          new Recommendation(
              i + 1,
              row.entry(),
              scores[row.rankedBy()],
              said.getFirst().wouldRate(i),
              said.getFirst().why(i),
              row.story(),
              row.rankedBy(),
              said.size() == 1
                  ? Optional.empty()
                  : Optional.of(
                      new Recommendation.OfCompanion(
                          said.getLast().wouldRate(i), said.getLast().why(i)))));
    }
    return recommendations;
  }
}
