package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

class PeopleRecommenderTest extends RecommenderContract {
  private static final Dataset DATA = Checkerboard.data(400, 60);
  private static final RatingMatrix RATINGS = DATA.ratings();

  @Override
  Recommender fit(Dataset data) {
    return new PeopleRecommender(data);
  }

  @Test
  void theScoreIsTheMeanOfTheNearestPeople() {
    for (Taste taste : List.of(Taste.ofUser(RATINGS, 7), Checkerboard.taste(0, 3))) {
      TasteWeights own = TasteWeights.of(taste);
      double[] alike = new double[RATINGS.rowCount()];
      for (int user = 0; user < alike.length; user++) {
        TasteWeights theirs = TasteWeights.of(RATINGS, user);
        double dot = 0;
        double squares = 0;
        for (int row = 0; row < RATINGS.columnCount(); row++) {
          int rating = RATINGS.at(user, row);
          if (rating != 0) {
            squares += Math.pow(theirs.of(rating), 2);
            for (int entry = 0; entry < taste.size(); entry++) {
              if (taste.row(entry) == row) {
                dot +=
                    own.of(taste.rating(entry)) * theirs.of(rating) / Math.sqrt(watchers(row) + 10);
              }
            }
          }
        }
        alike[user] = user == taste.userRow() ? 0 : dot / (Math.sqrt(squares) + 2);
      }
      int[] nearest =
          IntStream.range(0, alike.length)
              .boxed()
              .sorted((a, b) -> Double.compare(alike[b], alike[a]))
              .mapToInt(Integer::intValue)
              .limit(Neighbourhood.SIZE)
              .toArray();
      double all = IntStream.of(nearest).mapToDouble(user -> alike[user]).sum();
      float[] scores = fit(DATA).score(taste);
      for (int row = 0; row < RATINGS.columnCount(); row++) {
        double sum = 0;
        for (int user : nearest) {
          int rating = RATINGS.at(user, row);
          sum += rating == 0 ? 0 : alike[user] * TasteWeights.of(RATINGS, user).of(rating);
        }
        assertThat((double) scores[row]).isCloseTo(sum / all, within(1e-3));
      }
    }
  }

  private static int watchers(int row) {
    return (int)
        IntStream.range(0, RATINGS.rowCount()).filter(u -> RATINGS.at(u, row) != 0).count();
  }

  @Test
  void aUserIsNobodysOwnNeighbour() {
    int user = 5;
    Taste own = Taste.ofUser(RATINGS, user);
    int[] rows = IntStream.range(0, own.size()).map(own::row).toArray();
    byte[] ratings = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ratings[i] = (byte) own.rating(i);
    }
    float[] asUser = fit(DATA).score(own);
    float[] asStranger = fit(DATA).score(Taste.of(rows, ratings));
    assertThat(asUser).isNotEqualTo(asStranger);
  }

  @Test
  void somebodyWhoTakesATitleOutIsStillNotTheirOwnNeighbour() {
    int user = 5;
    Taste own = Taste.ofUser(RATINGS, user);
    var people = new PeopleRecommender(DATA);
    assertThat(people.neighbourhood(own).users()).doesNotContain(user);
    Taste without = own.without(own.row(0));
    assertThat(without.userRow()).isEqualTo(-1);
    assertThat(people.neighbourhood(without).users()).doesNotContain(user);
  }

  @Test
  void theReasonsAreTheTitlesThatMadePeopleAlikeAndHowManyWatchedIt() {
    Taste taste = Taste.of(new int[] {0, 1, 2, 40}, new byte[] {9, 4, -1, 8});
    List<Reason> reasons = fit(DATA).reasons(taste, 4, 10);
    List<Reason> watched =
        reasons.stream().filter(reason -> reason instanceof Reason.Watched).toList();
    assertThat(watched.stream().mapToDouble(Reason::share).sum()).isCloseTo(1, within(0.04));
    assertThat(reasons.getLast())
        .isInstanceOfSatisfying(
            Reason.People.class,
            people -> {
              assertThat(people.people()).isEqualTo(Neighbourhood.SIZE);
              assertThat(people.watchers()).isPositive();
              assertThat(people.share()).isEqualTo((double) people.watchers() / Neighbourhood.SIZE);
            });
    assertThat(fit(DATA).reasons(taste, 60, 3)).isEmpty();
  }

  @Test
  void thePartsOfTheWatchedTitlesAreWhatTheScoreIsMadeOf() {
    Taste taste = Taste.of(new int[] {0, 1, 2}, new byte[] {9, 4, -1});
    var people = new PeopleRecommender(DATA);
    double score = people.score(taste)[5];
    double[] shares = people.neighbourhood(taste).shares(5);
    assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-6));
    assertThat(shares[0]).isGreaterThan(shares[1]);
    // Without the first title the same neighbours would be less alike by its share.
    double[] parts = new double[3];
    double all = 0;
    RatingMatrix ratings = DATA.ratings();
    TasteWeights own = TasteWeights.of(taste);
    for (int user : people.neighbourhood(taste).users()) {
      TasteWeights theirs = TasteWeights.of(ratings, user);
      if (ratings.at(user, 5) != 0) {
        for (int entry = 0; entry < 3; entry++) {
          int given = ratings.at(user, taste.row(entry));
          double part =
              given == 0
                  ? 0
                  : theirs.of(ratings.at(user, 5))
                      * theirs.of(given)
                      * own.of(taste, entry)
                      * people.inverseLength(user)
                      / Math.sqrt(watchers(taste.row(entry)) + 10);
          parts[entry] += part;
          all += part;
        }
      }
    }
    for (int entry = 0; entry < 3; entry++) {
      assertThat(shares[entry]).isCloseTo(parts[entry] / all, within(1e-5));
    }
    assertThat(score).isPositive();
  }
}
