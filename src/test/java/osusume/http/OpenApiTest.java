package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import osusume.json.Json;

/** {@code /openapi.json} is valid, and true to the routes. */
class OpenApiTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  private static SwaggerParseResult parsed(String document) {
    var options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser().readContents(document, List.of(), options);
  }

  @Test
  void theDocumentIsValid() throws IOException {
    SwaggerParseResult result = parsed(DEMO.get("/openapi.json").body());
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getOpenapi()).startsWith("3.1");
    assertThat(result.getOpenAPI().getPaths().keySet())
        .containsExactly(
            "/",
            "/anime",
            "/user",
            "/recommend/{user_id}",
            "/talk/{user_id}/{user_message}",
            "/openapi.json");
  }

  @Test
  void aDocumentThatIsNotValidWouldBeNoticed() throws IOException {
    ObjectNode document = (ObjectNode) DEMO.json("/openapi.json");
    ((ObjectNode) document.at("/paths/~1anime/get")).remove("responses");
    ((ObjectNode) document.at("/paths/~1user/get/parameters/0")).put("in", "nowhere");
    assertThat(parsed(document.toString()).getMessages()).hasSizeGreaterThan(1);
  }

  @Test
  void whatIsDocumentedIsWhatTheRoutesTake() throws IOException {
    var paths = parsed(DEMO.get("/openapi.json").body()).getOpenAPI().getPaths();
    for (Route route : DocumentedRoutes.all()) {
      Operation get = paths.get(route.template()).getGet();
      List<String> taken = new ArrayList<>();
      route.pathParameters().forEach(p -> taken.add("path " + p.name()));
      route.parameters().forEach(p -> taken.add("query " + p.name()));
      List<String> documented =
          get.getParameters() == null
              ? List.of()
              : get.getParameters().stream().map(p -> p.getIn() + " " + p.getName()).toList();
      assertThat(documented).as(route.template()).isEqualTo(taken);
      // Where the document says nothing else, a token may be asked for.
      assertThat(get.getSecurity() != null && get.getSecurity().isEmpty())
          .as(route.template())
          .isEqualTo(route.withoutToken());
      for (Parameter parameter : route.pathParameters()) {
        assertThat(route.template()).contains("{" + parameter.name() + "}");
      }
    }
  }

  @Test
  void everyExampleOfAParameterIsAValueItTakes() throws Problem {
    for (Route route : DocumentedRoutes.all()) {
      for (Parameter parameter : route.pathParameters()) {
        ParameterValue.check(parameter, parameter.example());
      }
      for (Parameter parameter : route.parameters()) {
        ParameterValue.check(parameter, parameter.example());
      }
    }
  }

  @Test
  void everyDocumentedStatusOccurs() throws IOException {
    Map<String, Set<Integer>> seen = new TreeMap<>();
    for (String path :
        List.of(
            "/",
            "/?x=1",
            "/anime",
            "/anime?limit=1",
            "/anime?x=1",
            "/user",
            "/user?limit=1",
            "/user?x=1",
            "/user?user_id=424242",
            "/recommend/1",
            "/recommend/x",
            "/recommend/424242",
            "/talk/1/hello",
            "/talk/x/hello",
            "/talk/424242/hello",
            "/openapi.json",
            "/openapi.json?x=1")) {
      note(path, DEMO.get(path).statusCode(), seen);
    }
    note("/recommend/1", ListeningDemo.bare().get("/recommend/1?strategy=mix").statusCode(), seen);
    for (Route route : DocumentedRoutes.all()) {
      String path = route.template().replace("{user_id}", "1").replace("{user_message}", "hello");
      if (route.repeatable()) {
        String tag = DEMO.get(path).headers().firstValue("ETag").orElseThrow();
        note(path, DEMO.get(path, "If-None-Match", tag).statusCode(), seen);
      }
      note(path, DEMO.getWithoutToken(path).statusCode(), seen);
      if (route.mayCost()) {
        note(path, untilThatIsTooMuch(path), seen);
      }
    }
    // Nothing is open for a moment only; RouteErrorsTest sees these without a listener.
    seen.get("/anime").add(503);
    seen.get("/user").add(503);
    // What a language model's server does wrong; TalkRouteTest sees these without a listener.
    seen.get("/talk/{user_id}/{user_message}").addAll(Set.of(502, 503, 504));
    Map<String, Set<Integer>> documented = new TreeMap<>();
    ApiAnswers.document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .at("/get/responses")
                    .fieldNames()
                    .forEachRemaining(
                        status -> {
                          if (!status.equals("default")) {
                            documented
                                .computeIfAbsent(path.getKey(), _ -> new TreeSet<>())
                                .add(Integer.valueOf(status));
                          }
                        }));
    assertThat(seen).isEqualTo(documented);
  }

  private static int untilThatIsTooMuch(String path) throws IOException {
    int status = 200;
    for (int i = 0; status == 200 && i <= Limits.USUAL.talksPerMinute(); i++) {
      status = ListeningDemo.bare().get(path).statusCode();
    }
    return status;
  }

  private static void note(String path, int status, Map<String, Set<Integer>> seen) {
    seen.computeIfAbsent(ApiAnswers.template(path.split("\\?", -1)[0]), _ -> new TreeSet<>())
        .add(status);
  }

  @Test
  void anAnswerOfAnotherShapeWouldBeNoticed() throws IOException {
    JsonNode row = DEMO.json("/anime?limit=1").get(0);
    assertThat(ApiAnswers.misfits("Anime", row)).isEmpty();
    assertThat(ApiAnswers.misfits("Anime", ((ObjectNode) row.deepCopy()).put("extra", 1)))
        .isNotEmpty();
    assertThat(ApiAnswers.misfits("Anime", ((ObjectNode) row.deepCopy()).without("members")))
        .isNotEmpty();
    assertThat(ApiAnswers.misfits("Anime", ((ObjectNode) row.deepCopy()).put("episodes", "x")))
        .isNotEmpty();
    JsonNode rating = Json.mapper().readTree("{\"user_id\":1,\"anime_id\":2,\"rating\":11}");
    assertThat(ApiAnswers.misfits("Rating", rating)).isNotEmpty();
  }
}
