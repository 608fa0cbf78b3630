package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;

/** Whatever is asked for is answered, or refused with a sentence; nothing else happens. */
class RandomQueriesTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();
  private static final int TIMES = 6_000;

  private static final List<String> ODD =
      List.of(
          "",
          "0",
          "-0",
          "-1",
          "1",
          "%2B1",
          "007",
          "1.",
          ".5",
          "1e2",
          "1e-300",
          "-1e308",
          "1e309",
          "NaN",
          "2147483647",
          "-2147483648",
          "9223372036854775807",
          "99999999999999999999999999999999999999999",
          "on",
          "off",
          "rate",
          "%",
          "%zz",
          "%00",
          "%ff",
          "%F0%9F%8E%AC",
          "%ED%A0%80",
          "a,b",
          ",",
          "similar=1",
          "similar=0",
          "popular=5,",
          "=",
          "%2F..%2F",
          "'\"<>&");

  private final Random random = new Random(11);

  @Test
  void nothingButAnswersAndProblems() throws IOException {
    Map<Integer, Integer> statuses = new TreeMap<>();
    Routes routes = new Routes(DocumentedRoutes.andThePages());
    for (int i = 0; i < TIMES; i++) {
      Route route = DocumentedRoutes.all().get(random.nextInt(DocumentedRoutes.all().size()));
      String path = route.template().replace("{user_id}", one(List.of("1", "7", "x", "0", "%31")));
      path = path.replace("{user_message}", one(ODD));
      String query = query(route);
      statuses.merge(status(routes, path, query), 1, Integer::sum);
    }
    assertThat(statuses).containsOnlyKeys(200, 400, 404);
    assertThat(statuses.get(200)).isGreaterThan(TIMES / 20);
  }

  private int status(Routes routes, String path, String query) throws IOException {
    try {
      Routes.Found found = routes.find(path);
      Query read = Query.parse(query, found.route().parameters());
      Call call =
          new Call(
              Optional.of(DEMO.workspace().opened()),
              random.nextBoolean(),
              found.values(),
              read,
              random.nextBoolean(),
              () -> false);
      found.route().answer(call).body().writeTo(OutputStream.nullOutputStream());
      return 200;
    } catch (Problem problem) {
      assertThat(problem.getMessage()).as(path + "?" + query).endsWith(".");
      assertThat(problem.status()).as(path + "?" + query).isIn(400, 404);
      return problem.status();
    } catch (RuntimeException e) {
      throw new AssertionError(path + "?" + query, e);
    }
  }

  private String query(Route route) {
    List<String> parts = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean known = !route.parameters().isEmpty() && random.nextInt(20) > 0;
      Parameter parameter = known ? one(route.parameters()) : null;
      String name = known ? parameter.name() : one(ODD);
      parts.add(random.nextInt(40) == 0 ? name : name + "=" + value(parameter));
    }
    return String.join("&", parts);
  }

  /** Most are of the parameter's type, so that most queries come as far as the data. */
  private String value(Parameter parameter) {
    if (parameter == null || random.nextInt(8) == 0) {
      return one(ODD);
    }
    Anime title = one(DEMO.titles());
    return switch (parameter.type()) {
      case Parameter.Type.Choice choice -> one(choice.words());
      case Parameter.Type.Number number when Double.isFinite(number.least()) ->
          String.valueOf(number.least() + random.nextDouble());
      case Parameter.Type.Number _ ->
          String.valueOf(one(List.of((double) title.episodes(), title.members() * 1.0, 7.5)));
      case Parameter.Type.WholeNumber _ -> String.valueOf(1 + random.nextInt(12));
      case Parameter.Type.Text _ ->
          ListeningDemo.encoded(
              one(List.of(title.name(), title.type(), title.genres().getFirst())));
    };
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
