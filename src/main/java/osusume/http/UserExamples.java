package osusume.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;

/**
 * Paths of {@code /user} that find something in a data set, made from the list of one of its users.
 * Each shows another parameter or another combination of them.
 */
final class UserExamples {
  private static final String PATH = "/user";

  /** How many titles are on a list that is neither too short to show something nor too long. */
  private static final int FEW = 10;

  private static final int MANY = 200;

  /** The highest rating there is. */
  private static final int MOST = 10;

  private final List<ExamplePath> paths = new ArrayList<>();
  private final Dataset data;

  private UserExamples(Dataset data) {
    this.data = data;
  }

  static List<String> in(Dataset data) {
    var examples = new UserExamples(data);
    examples.ofUser(examples.someUser());
    examples.ofEverybody();
    return examples.paths.stream()
        .filter(examples::finds)
        .map(ExamplePath::toString)
        .distinct()
        .toList();
  }

  private boolean finds(ExamplePath path) {
    Query query = path.query(UserRoute.PARAMETERS);
    boolean[] found = new boolean[1];
    try {
      UserRoute.filter(query)
          .forEach(data, PageParameters.offset(query), 1L, (_, _, _) -> found[0] = true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found[0];
  }

  private ExamplePath add() {
    var path = new ExamplePath(PATH);
    paths.add(path);
    return path;
  }

  /** The row of the first user with a handy list of ratings; or else of any. */
  private int someUser() {
    RatingMatrix ratings = data.ratings();
    int any = 0;
    for (int row = 0; row < ratings.rowCount(); row++) {
      int from = ratings.starts()[row];
      int to = ratings.starts()[row + 1];
      if (to - from >= FEW && to - from <= MANY && firstRated(from, to).isPresent()) {
        return row;
      }
      any = to > from ? row : any;
    }
    return any;
  }

  /** A rating above and below which there are others. */
  private OptionalInt firstRated(int from, int to) {
    byte[] values = data.ratings().values();
    for (int i = from; i < to; i++) {
      if (values[i] > 0 && values[i] < MOST) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private void ofUser(int row) {
    RatingMatrix ratings = data.ratings();
    if (ratings.rowCount() == 0) {
      return;
    }
    int user = ratings.idOfRow(row);
    add().with("user_id", user);
    OptionalInt rated = firstRated(ratings.starts()[row], ratings.starts()[row + 1]);
    if (rated.isEmpty()) {
      return;
    }
    int rating = ratings.values()[rated.getAsInt()];
    int anime = data.catalogue().anime(ratings.columns()[rated.getAsInt()]).id();
    add().with("user_id", user).with("mt_rating", rating - 1).with("lt_rating", rating + 1);
    add().with("user_id", user).with("anime_id", anime);
  }

  private void ofEverybody() {
    Catalogue catalogue = data.catalogue();
    Arrays.stream(catalogue.rowsByMembers())
        .filter(row -> !catalogue.adult(row))
        .map(row -> catalogue.anime(row).id())
        .limit(1)
        .forEach(
            id -> {
              add().with("anime_id", id).with("limit", 10);
              add().with("anime_id", id).with("rating", MOST).with("limit", 10);
            });
    add().with("rating", -1).with("limit", 10);
    add().with("mt_rating", 0).with("lt_rating", 4).with("limit", 10);
    add().with("mt_rating", 0).with("limit", 10).with("offset", 10);
  }
}
