package osusume.http;

import static osusume.http.OpenApiSchemas.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import osusume.app.Version;

/**
 * The routes as an OpenAPI 3.1 document, made from what the routes themselves go by. What a route
 * takes and answers is said by the route alone.
 */
final class OpenApiDocument {
  private static final String PROBLEM_TYPE = "application/problem+json";

  private static final Map<Integer, String> PROBLEMS =
      Map.of(
          400,
          "A parameter there is not, or a value that makes no sense.",
          404,
          "There is no such user in the data set that is open.",
          502,
          "The language model's server failed, refused, or is not there.",
          504,
          "The language model's server took too long.",
          503,
          "Not yet: no data set is open, or what is asked for has not been learned, or the"
              + " assistant can't be asked now.",
          401,
          "The listener wants its access token, and this is not it.",
          429,
          "So much is not asked for at once. Retry-After says when to ask again.");

  private OpenApiDocument() {}

  static Map<String, Object> of(List<Route> routes) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      route
          .documented()
          .ifPresent(
              documented -> paths.put(route.template(), Map.of("get", get(route, documented))));
    }
    return fields(
        "openapi",
        "3.1.0",
        "info",
        fields(
            "title",
            "Osusume",
            "version",
            Version.CURRENT,
            "description",
            "Recommends anime from a data set of MyAnimeList ratings, on the machine it runs on."),
        "servers",
        List.of(Map.of("url", "/")),
        // Nothing is asked for on the machine itself, unless the person wants it so.
        "security",
        List.of(Map.of(), Map.of("token", List.of())),
        "paths",
        paths,
        "components",
        fields(
            "schemas",
            OpenApiSchemas.all(),
            "securitySchemes",
            Map.of(
                "token",
                fields(
                    "type",
                    "http",
                    "scheme",
                    "bearer",
                    "description",
                    "The access token, where the listener was given one."))));
  }

  private static Map<String, Object> get(Route route, Documented documented) {
    List<Object> parameters = new ArrayList<>();
    route.pathParameters().forEach(parameter -> parameters.add(parameter(parameter, "path")));
    route.parameters().forEach(parameter -> parameters.add(parameter(parameter, "query")));
    Map<String, Object> get =
        fields(
            "operationId",
            operation(route.template()),
            "summary",
            route.summary(),
            "parameters",
            parameters,
            "responses",
            responses(route, documented));
    if (route.withoutToken()) {
      get.put("security", List.of());
    }
    return get;
  }

  /** The first word of the path: {@code recommend} of {@code /recommend/{user_id}}. */
  private static String operation(String template) {
    String word = template.split("/", -1)[1].replace(".json", "");
    return word.isEmpty() ? "welcome" : word;
  }

  private static Map<String, Object> parameter(Parameter parameter, String place) {
    Map<String, Object> schema = schema(parameter.type());
    Object example = example(parameter);
    return fields(
        "name",
        parameter.name(),
        "in",
        place,
        "required",
        place.equals("path"),
        "description",
        parameter.meaning(),
        "schema",
        parameter.repeatable() ? OpenApiSchemas.arrayOf(schema) : schema,
        "example",
        parameter.repeatable() ? List.of(example) : example);
  }

  private static Map<String, Object> schema(Parameter.Type type) {
    return switch (type) {
      case Parameter.Type.Text _ -> fields("type", "string", "minLength", 1);
      case Parameter.Type.Choice choice -> fields("type", "string", "enum", choice.words());
      case Parameter.Type.WholeNumber whole -> {
        Map<String, Object> schema =
            fields("type", "integer", "format", whole.large() ? "int64" : "int32");
        if (whole.least() > Integer.MIN_VALUE) {
          schema.put("minimum", whole.least());
        }
        yield schema;
      }
      case Parameter.Type.Number number -> {
        Map<String, Object> schema = fields("type", "number");
        if (Double.isFinite(number.least())) {
          schema.put("minimum", number.least());
        }
        if (Double.isFinite(number.most())) {
          schema.put("maximum", number.most());
        }
        yield schema;
      }
    };
  }

  private static Object example(Parameter parameter) {
    return switch (parameter.type()) {
      case Parameter.Type.Text _, Parameter.Type.Choice _ -> parameter.example();
      case Parameter.Type.WholeNumber _ -> Long.valueOf(parameter.example());
      case Parameter.Type.Number _ -> Double.valueOf(parameter.example());
    };
  }

  private static Map<String, Object> responses(Route route, Documented documented) {
    Map<String, Object> responses = new TreeMap<>();
    if (!documented.content().isEmpty()) {
      Map<String, Object> content = new LinkedHashMap<>();
      documented.content().forEach((type, schema) -> content.put(type, Map.of("schema", schema)));
      responses.put("200", fields("description", "The answer.", "content", content));
    }
    if (route.repeatable()) {
      responses.put(
          "304", Map.of("description", "The answer that If-None-Match names still holds."));
    }
    List<Integer> problems = new ArrayList<>(documented.problems());
    if (!route.withoutToken()) {
      problems.add(401);
    }
    if (route.mayCost()) {
      problems.add(429);
    }
    problems.forEach(
        status -> responses.put(String.valueOf(status), problem(PROBLEMS.get(status))));
    responses.put(
        "default",
        problem(
            "Whatever else is refused, such as what a foreign web page asks for, or one request of"
                + " too many."));
    return responses;
  }

  private static Map<String, Object> problem(String description) {
    return fields(
        "description",
        description,
        "content",
        Map.of(PROBLEM_TYPE, Map.of("schema", OpenApiSchemas.named(OpenApiSchemas.PROBLEM))));
  }
}
