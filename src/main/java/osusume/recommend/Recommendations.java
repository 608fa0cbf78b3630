package osusume.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.Matches;
import osusume.data.Taste;

/**
 * The one door to the recommenders: window, commands, routes and chat put a {@link Request} and
 * show the {@link Answer}. Immutable; may be asked from any thread.
 */
public final class Recommendations {
  /** How many reasons of each kind come with a title. */
  private static final int REASONS = 3;

  private final Dataset data;
  private final PopularRecommender popular;
  private final Map<String, Recommender> strategies = new LinkedHashMap<>();

  /**
   * @param fitted the strategies that can be asked for, the default first
   */
  public Recommendations(Dataset data, List<? extends Recommender> fitted) {
    this.data = data;
    this.popular = new PopularRecommender(data);
    fitted.forEach(recommender -> strategies.put(recommender.name(), recommender));
    strategies.put(popular.name(), popular);
  }

  /** The same door with more strategies behind it. */
  public Recommendations with(List<? extends Recommender> more) {
    List<Recommender> all = new ArrayList<>(strategies.values());
    all.removeIf(recommender -> recommender.name().equals(popular.name()));
    all.addAll(more);
    return new Recommendations(data, all);
  }

  /** The names of the strategies that can be asked for, the default first. */
  public List<String> strategies() {
    return List.copyOf(strategies.keySet());
  }

  /** Whether ratings can be predicted. */
  public boolean predictsRatings() {
    return false;
  }

  /**
   * Answers a request: scores every title, leaves out what the person watched and what the filter
   * does not want, and keeps the {@code k} best of the rest. Of two titles with the same score the
   * one more people watched comes first.
   *
   * @throws IllegalArgumentException if there is no such strategy; the message names those there
   *     are
   */
  public Answer answer(Request request) {
    return answer(request, REASONS);
  }

  /**
   * Like {@link #answer(Request)}, without reasons: for whole data sets, where working them out
   * costs more than ranking.
   */
  public Answer rank(Request request) {
    return answer(request, 0);
  }

  private Answer answer(Request request, int reasonsEach) {
    Recommender asked = strategies.get(request.strategy());
    if (asked == null) {
      throw new IllegalArgumentException(
          "There is no strategy \"%s\". There are: %s."
              .formatted(request.strategy(), String.join(", ", strategies.keySet())));
    }
    Taste taste = request.taste();
    boolean blind = !asked.knows(taste);
    Recommender used = blind ? popular : asked;
    Matches wanted = request.filter().match(data.catalogue(), taste.leaveOut());
    float[] scores = used.score(taste);
    int[] best = TopK.of(scores, popular.watchers(), wanted.rows(), request.k());
    List<Recommendation> recommendations = new ArrayList<>(best.length);
    for (int i = 0; i < best.length; i++) {
      List<Reason> reasons =
          reasonsEach == 0 ? List.of() : used.reasons(taste, best[i], reasonsEach);
      recommendations.add(
          new Recommendation(
              i + 1, best[i], scores[best[i]], Optional.empty(), reasons, List.of()));
    }
    return new Answer(
        used.name(),
        recommendations,
        wanted.removed(),
        note(taste, blind, best.length, request.k()));
  }

  private static String note(Taste taste, boolean blind, int found, int wanted) {
    StringBuilder note = new StringBuilder();
    if (blind) {
      String lack =
          taste.hasRatings()
              ? "None of the rated titles is known to this strategy"
              : "There is no rating to learn a taste from";
      note.append(lack).append(", so these are the most watched titles that fit.");
    }
    if (found < wanted) {
      note.append(note.isEmpty() ? "" : " ").append(fits(found)).append(" these filters.");
    }
    return note.toString();
  }

  private static String fits(int found) {
    return switch (found) {
      case 0 -> "No unwatched title fits";
      case 1 -> "Only 1 unwatched title fits";
      default -> "Only " + found + " unwatched titles fit";
    };
  }
}
