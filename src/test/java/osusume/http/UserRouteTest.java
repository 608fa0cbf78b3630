package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;

/** {@code /user} over real sockets, against a look at every rating. */
class UserRouteTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  private record Row(int user, int anime, int rating) {}

  private record Asked(String query, Predicate<Row> wanted) {
    @Override
    public String toString() {
      return query;
    }
  }

  private static final List<Row> ALL = all();

  private static List<Row> all() {
    Dataset data = DEMO.open();
    RatingMatrix ratings = data.ratings();
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < ratings.rowCount(); row++) {
      for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
        int anime = data.catalogue().anime(ratings.columns()[i]).id();
        rows.add(new Row(ratings.idOfRow(row), anime, ratings.values()[i]));
      }
    }
    return rows;
  }

  static List<Asked> everyFilter() {
    Row some = ALL.get(ALL.size() / 2);
    List<Asked> asked = new ArrayList<>();
    asked.add(new Asked("user_id=" + some.user(), r -> r.user() == some.user()));
    asked.add(new Asked("anime_id=" + some.anime(), r -> r.anime() == some.anime()));
    asked.add(new Asked("anime_id=424242", r -> false));
    for (double x : new double[] {-1, 0, 5, 6.5, 10}) {
      asked.add(new Asked("rating=" + x, r -> r.rating() == x));
      asked.add(new Asked("mt_rating=" + x, r -> r.rating() > x));
      asked.add(new Asked("lt_rating=" + x, r -> r.rating() < x));
    }
    asked.add(
        new Asked(
            "user_id=%d&mt_rating=5&lt_rating=9".formatted(some.user()),
            r -> r.user() == some.user() && r.rating() > 5 && r.rating() < 9));
    asked.add(
        new Asked(
            "user_id=%d&anime_id=%d&rating=%d".formatted(some.user(), some.anime(), some.rating()),
            some::equals));
    return asked;
  }

  @ParameterizedTest
  @MethodSource("everyFilter")
  void aParameterFindsWhatALookAtEveryRatingFinds(Asked asked) throws IOException {
    assertThat(rows("/user?" + asked.query()))
        .isEqualTo(ALL.stream().filter(asked.wanted()).toList());
  }

  @Test
  void aRowHasTheColumnsOfTheFileAndAnUnratedTitleKeepsItsMinusOne() throws IOException {
    JsonNode unrated = DEMO.json("/user?rating=-1&limit=3");
    assertThat(unrated).hasSize(3);
    for (JsonNode row : unrated) {
      assertThat(row.fieldNames()).toIterable().containsExactly("user_id", "anime_id", "rating");
      assertThat(row.get("rating").asInt()).isEqualTo(-1);
    }
  }

  @Test
  void zeroIsAValueLikeAnyOther() throws IOException {
    List<Row> rated = rows("/user?mt_rating=0");
    assertThat(rated).hasSizeLessThan(ALL.size()).allMatch(row -> row.rating() > 0);
    assertThat(DEMO.json("/user?rating=0")).isEmpty();
    assertThat(DEMO.json("/user?limit=0")).isEmpty();
    assertThat(rows("/user?offset=0")).isEqualTo(ALL);
  }

  @Test
  void pagesJoinToTheWhole() throws IOException {
    List<Row> whole = rows("/user?mt_rating=7");
    Random random = new Random(7);
    List<Row> joined = new ArrayList<>();
    while (joined.size() < whole.size()) {
      int limit = 1 + random.nextInt(2_000);
      joined.addAll(rows("/user?mt_rating=7&offset=%d&limit=%d".formatted(joined.size(), limit)));
    }
    assertThat(joined).isEqualTo(whole);
    assertThat(rows("/user?mt_rating=7&offset=3&limit=" + Long.MAX_VALUE))
        .isEqualTo(whole.subList(3, whole.size()));
    assertThat(rows("/user?offset=" + Long.MAX_VALUE)).isEmpty();
  }

  private static List<Row> rows(String path) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : DEMO.json(path)) {
      rows.add(
          new Row(
              row.get("user_id").asInt(), row.get("anime_id").asInt(), row.get("rating").asInt()));
    }
    return rows;
  }
}
