package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import osusume.json.Json;

/** Holds answers against what the OpenAPI document says of them. */
final class ApiAnswers {
  /** More rows of one answer say nothing new. */
  private static final int ROWS = 300;

  private static final String DOCUMENT = "https://osusume.example/openapi.json";
  private static final JsonNode API =
      Json.mapper().valueToTree(OpenApiDocument.of(DocumentedRoutes.all()));
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(DOCUMENT, API.toString())));
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private ApiAnswers() {}

  static JsonNode document() {
    return API;
  }

  /** Fails where an answer is not what the document says a request for that path may get. */
  static void check(String path, HttpResponse<String> response) throws IOException {
    String template = template(path.split("\\?", -1)[0]);
    JsonNode responses = API.at("/paths/" + pointer(template) + "/get/responses");
    String status = String.valueOf(response.statusCode());
    String documented = responses.has(status) ? status : "default";
    if (documented.equals("default")) {
      // What the routes themselves answer is named status by status.
      assertThat(response.statusCode())
          .as(() -> path + ": " + response.body())
          .isIn(403, 404, 405, 414, 421, 429, 431);
    }
    String type = response.headers().firstValue("Content-Type").orElse("").split(";", -1)[0];
    if (!responses.get(documented).has("content")) {
      assertThat(response.body()).as(path).isEmpty();
      return;
    }
    JsonNode content = responses.at("/" + documented + "/content");
    assertThat(content.has(type)).as("%s %s %s", path, status, type).isTrue();
    if (type.endsWith("json")) {
      String at =
          "/paths/%s/get/responses/%s/content/%s/schema"
              .formatted(pointer(template), documented, pointer(type));
      assertThat(schema(at).validate(shortened(Json.mapper().readTree(response.body()))))
          .as(path)
          .isEmpty();
    }
  }

  private static Schema schema(String at) {
    return SCHEMAS.computeIfAbsent(
        at, pointer -> REGISTRY.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer)));
  }

  /** What is wrong with something that should have one of the named shapes. */
  static List<com.networknt.schema.Error> misfits(String shape, JsonNode value) {
    return schema("/components/schemas/" + shape).validate(value);
  }

  private static JsonNode shortened(JsonNode answer) {
    if (!answer.isArray() || answer.size() <= ROWS) {
      return answer;
    }
    ArrayNode first = Json.mapper().createArrayNode();
    Iterator<JsonNode> rows = answer.iterator();
    for (int i = 0; i < ROWS; i++) {
      first.add(rows.next());
    }
    return first;
  }

  /** The documented path that a path means; "/" where there is none. */
  static String template(String path) {
    String first = path.split("/", 3)[1];
    for (String template : (Iterable<String>) API.get("paths")::fieldNames) {
      if (template.split("/", 3)[1].equals(first)) {
        return template;
      }
    }
    return "/";
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
