package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static osusume.http.ListeningDemo.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.app.Opened;
import osusume.json.Json;

/** What a route says where it can't answer, over real sockets. */
class RouteErrorsTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /anime?gnre=Drama                     | gnre          | did you mean 'genre'?
          /anime?Genre=Drama                    | Genre         | did you mean 'genre'?
          /anime?k=5                            | k             | The parameters are: anime_id, name,
          /anime?genre=                         | genre         | 'genre' has no value
          /anime?genre                          | genre         | 'genre' has no value
          /anime?sort=                          | sort          | one of anime_id, -anime_id
          /anime?genre=Drama&type=              | type          | 'type' has no value
          /anime?rating=7&rating=8              | rating        | given more than once, as '7' and '8'
          /anime?rating=NaN                     | rating        | 'NaN', but a number like 8.5 is expected
          /anime?mt_rating=Infinity             | mt_rating     | 'Infinity', but a number like 7
          /anime?mt_rating=1e999                | mt_rating     | '1e999', but a number
          /anime?mt_rating=0x10                 | mt_rating     | '0x10', but a number
          /anime?mt_members=1,000               | mt_members    | '1,000', but a number like 1000
          /anime?episodes=%EF%BC%91             | episodes      | '１', but a number
          /anime?episodes=12f                   | episodes      | '12f', but a number
          /anime?anime_id=1.5                   | anime_id      | '1.5', but a whole number like 5114
          /anime?anime_id=2147483648            | anime_id      | '2147483648', but a whole number up to 2147483647
          /anime?limit=-1                       | limit         | '-1', but a whole number not below 0
          /anime?limit=9223372036854775808      | limit         | a whole number up to 9223372036854775807 is expected
          /anime?offset=ten                     | offset        | 'ten', but a whole number
          /anime?sort=ratng                     | sort          | did you mean 'rating'?
          /anime?adult=yes                      | adult         | Expected is one of on, off
          /user?genre=Drama                     | genre         | The parameters are: user_id,
          /user?user_id=x                       | user_id       | 'x', but a whole number
          /user?mt_ratings=5                    | mt_ratings    | did you mean 'mt_rating'?
          /user?rating=                         | rating        | 'rating' has no value
          /user?limit=5&limit=6                 | limit         | given more than once
          /recommend/abc                        | user_id       | 'abc', but a whole number
          /recommend/2147483648                 | user_id       | '2147483648', but a whole number up to 2147483647
          /recommend/5/6                        | user_id       | '5/6', but a whole number
          /recommend/1?k=0                      | k             | a whole number not below 1, like 10
          /recommend/1?k=five                   | k             | 'five', but a whole number
          /recommend/1?strategy=mixx            | strategy      | did you mean 'mix'? Expected is one of blend,
          /recommend/1?limit=3                  | limit         | There is no parameter 'limit'
          /recommend/1?aim=love                 | aim           | Expected is one of watch, rate
          /recommend/1?novelty=1.5              | novelty       | a number from -1 to 1
          /recommend/1?diversity=-0.1           | diversity     | a number from 0 to 1
          /recommend/1?franchises=maybe         | franchises    | one of on, off
          /recommend/1?weights=similar          | weights       | 'weights' has 'similar', but a part and a number
          /recommend/1?weights=simlar=2         | weights       | did you mean 'similar'?
          /recommend/1?weights=similar=x        | weights       | 'x' is not a number
          /recommend/1?weights=similar=7        | weights       | must be between 0 and 5
          /recommend/1?weights=similar=-1       | weights       | must be between 0 and 5
          /recommend/1?weights=similar=NaN      | weights       | 'NaN' is not a number
          /recommend/1?weights=similar=2f       | weights       | '2f' is not a number
          /recommend/1?weights=similar=0x1p1    | weights       | '0x1p1' is not a number
          /recommend/1?weights=similar=2&weights=similar=0 | weights | more than once
          /recommend/1?strategy=mix&weights=similar=2 | weights | Add strategy=blend.
          /recommend/1?aim=rate&weights=similar=2 | weights     | aim=rate ranks by predicted ratings
          /recommend/1?aim=rate&without_group=1 | without_group | 'without_group' has no bearing
          /recommend/1?strategy=similar&without_group=1 | without_group | Those that do are: blend, mix, group
          /recommend/1?without_group=99         | without_group | There is no taste group 99: they are numbered from 1 to 6
          /recommend/1?without_group=0          | without_group | not below 1
          /recommend/1?without=424242           | without       | 'without' names 424242, but the data set has no title
          /recommend/1?genre=                   | genre         | 'genre' has no value
          /talk/abc/hello                       | user_id       | 'abc', but a whole number
          /talk/1/hello?k=5                     | k             | this route takes none
          /openapi.json?pretty=1                | pretty        | this route takes none
          /?name=x                              | name          | this route takes none
          """)
  void aWrongParameterIsNamedWithWhatCameAndWhatIsExpected(
      String path, String parameter, String sentence) throws IOException {
    JsonNode problem = DEMO.problem(400, path);
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("detail").asText()).contains(sentence).endsWith(".");
    assertThat(problem.get("status").asInt()).isEqualTo(400);
    assertThat(problem.get("title").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/recommend/424242",
        "/recommend/-1",
        "/user?user_id=424242",
        "/talk/424242/hello",
        "/recommend/424242?strategy=mix&k=3"
      })
  void anUnknownUserIsNotFound(String path) throws IOException {
    JsonNode problem = DEMO.problem(404, path);
    assertThat(problem.get("detail").asText())
        .contains("There is no user ", "in the data set \"sample\"", "have ids from");
    assertThat(problem.get("parameter").asText()).isEqualTo("user_id");
  }

  @ParameterizedTest
  @CsvSource({
    "/animes, /anime",
    "/anime/, /anime",
    "/Anime, /anime",
    "/users, /user",
    "/recommend, /recommend/{user_id}",
    "/recommend/, /recommend/{user_id}",
    "/recomend/5, /recommend/{user_id}",
    "/talk/5, /talk/{user_id}/{user_message}",
    "/openapi, /openapi.json"
  })
  void anUnknownPathIsNotFoundAndTheNearestNamed(String path, String nearest) throws IOException {
    JsonNode problem = DEMO.problem(404, path);
    assertThat(problem.get("detail").asText()).contains("did you mean '" + nearest + "'?");
    assertThat(problem.has("parameter")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/anime?title=\u00e9",
        "/anime?\u00e9=1",
        "/anime?title=%41\u00ff",
        "/recommend/\u00e9"
      })
  void norIsItWhereItCameAsItIs(String target) throws IOException {
    try (Wire wire = new Wire(DEMO.address())) {
      wire.send(Wire.request("GET", target).getBytes(StandardCharsets.ISO_8859_1));
      Wire.Answer answer = wire.answer();
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.text()).contains("UTF-8");
    }
  }

  @Test
  void aMarkForWhatIsUnreadableCanBeAskedForAsAnyOther() throws IOException {
    assertThat(DEMO.json("/anime?title=%EF%BF%BD")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /anime?name=%ff HTTP/1.1", "GET /anime?name=%e3%81 HTTP/1.1"})
  void whatIsNotUtf8IsRefused(String line) throws IOException {
    assertThat(DEMO.raw(line))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/anime?episodes=%s",
        "/anime?sort=%s",
        "/anime?limit=1&limit=%s",
        "/anime?%s=1",
        "/openapi.json?%s=1",
        "/recommend/%s",
        "/recommend/1?weights=%s"
      })
  void whatIsLongIsNotSaidBackWholeAndNoCharacterIsHalved(String path) throws IOException {
    for (String before : new String[] {"", "7"}) {
      String film = encoded(before + "🎬".repeat(150));
      assertThat(DEMO.problem(400, path.formatted(film)).get("detail").asText())
          .contains("🎬🎬…")
          .hasSizeLessThan(700);
    }
  }

  @Test
  void aLongPathIsNotSaidBackWhole() throws IOException {
    assertThat(DEMO.problem(404, "/" + "x".repeat(1_000)).get("detail").asText())
        .contains("xx…'; did you mean")
        .hasSizeLessThan(300);
  }

  @Test
  void whileNothingIsOpenARouteThatNeedsDataSaysSo() throws Problem {
    for (Route route : DocumentedRoutes.all()) {
      var path = route.pathParameters().stream().map(Parameter::example).toList();
      Call call =
          new Call(
              Optional.empty(),
              false,
              path,
              Query.parse(null, route.parameters()),
              false,
              () -> false);
      if (route instanceof WelcomeRoute || route instanceof OpenApiRoute) {
        assertThat(route.answer(call).status()).isEqualTo(200);
      } else {
        Problem problem = catchThrowableOfType(Problem.class, () -> route.answer(call));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.headers()).containsKey("Retry-After");
      }
    }
  }

  @Test
  void whatHasNotBeenLearnedIsSaidAndWhatThereIsInstead() throws IOException {
    ListeningDemo bare = ListeningDemo.bare();
    for (String query : new String[] {"strategy=mix", "strategy=blend", "weights=similar=2"}) {
      HttpResponse<String> response = bare.get("/recommend/1?" + query);
      assertThat(response.statusCode()).as(query).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(Json.mapper().readTree(response.body()).get("detail").asText())
          .contains("has not been learned yet from \"sample\"", "osusume train", "people");
    }
    assertThat(bare.problem(503, "/recommend/1?aim=rate").get("detail").asText())
        .contains("What predicts ratings, by which aim=rate ranks, has not been learned yet");
    assertThat(bare.problem(503, "/recommend/1?without_group=1").get("detail").asText())
        .contains("The strategy 'blend' has not been learned yet");
    // Who names no strategy gets the best that is there, and is told which.
    assertThat(bare.json("/recommend/1").get("strategy").asText()).isEqualTo("people");
    assertThat(bare.json("/recommend/1?strategy=popular").get("strategy").asText())
        .isEqualTo("popular");
  }

  @Test
  void whatIsBeingLearnedIsSaidToBeComing() throws Problem {
    Route route = new RecommendRoute();
    Query query = Query.parse("strategy=blend", route.parameters());
    Optional<Opened> opened = Optional.of(ListeningDemo.bare().workspace().opened());
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> route.answer(new Call(opened, true, List.of("1"), query, false, () -> false)));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.headers()).containsEntry("Retry-After", "10");
    assertThat(problem.getMessage())
        .contains(
            "The strategy 'blend' has not been learned yet from \"sample\". Osusume is learning")
        .contains("ask again in a while", "people")
        .doesNotContain("osusume train");
  }
}
