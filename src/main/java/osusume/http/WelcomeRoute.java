package osusume.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /}: says what this is and names the routes; to a browser, with a form for each. */
final class WelcomeRoute implements Route {
  private static final String TEXT =
      """
      Welcome to the Anime Recommendation API!

      /anime                            titles that fit; without parameters it explains itself
      /user                             who rated what; without parameters it explains itself
      /recommend/<user_id>              titles for a user of the data set
      /talk/<user_id>/<user_message>    a title for what somebody says
      /openapi.json                     all of it, for programs
      """;

  private static final Map<String, Object> TEXT_SHAPE = Map.of("type", "string");

  private final byte[] page;

  /**
   * @param routes the others, as the page shows them
   */
  WelcomeRoute(List<Route> routes) {
    this.page = Page.of(routes);
  }

  @Override
  public String template() {
    return "/";
  }

  @Override
  public String summary() {
    return "Names the routes.";
  }

  @Override
  public Optional<Documented> documented() {
    return Optional.of(
        new Documented(Map.of("text/plain", TEXT_SHAPE, "text/html", TEXT_SHAPE), List.of(400)));
  }

  @Override
  public boolean withoutToken() {
    return true;
  }

  @Override
  public Reply answer(Call call) {
    return call.forBrowser()
        ? new Reply(200, Reply.HTML, Page.HEADERS, out -> out.write(page))
        : Reply.ok(Reply.TEXT, out -> out.write(TEXT.getBytes(StandardCharsets.UTF_8)));
  }
}
