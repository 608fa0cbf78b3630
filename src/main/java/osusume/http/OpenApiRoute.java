package osusume.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import osusume.json.Json;

/** {@code /openapi.json}: describes all routes, itself too, for programs. */
final class OpenApiRoute implements Route {
  private final Supplier<List<Route>> routes;

  /**
   * @param routes is asked for them when the first answer is made, for this is one of them
   */
  OpenApiRoute(Supplier<List<Route>> routes) {
    this.routes = routes;
  }

  @Override
  public String template() {
    return "/openapi.json";
  }

  @Override
  public String summary() {
    return "Describes all routes, for programs.";
  }

  @Override
  public Optional<Documented> documented() {
    return Optional.of(Documented.json(Map.of("type", "object"), 400));
  }

  @Override
  public Reply answer(Call call) {
    Map<String, Object> document = OpenApiDocument.of(routes.get());
    return Reply.json(json -> Json.mapper().writeValue(json, document));
  }
}
