package osusume.http;

import java.util.List;
import java.util.stream.Stream;
import osusume.app.AssistantSource;

/** The routes that the listener is documented to have, in the order in which they are named. */
final class DocumentedRoutes {
  private static final List<Route> ALL = all(otherThanWelcome(AssistantSource.OFFLINE));

  private DocumentedRoutes() {}

  private static List<Route> otherThanWelcome(AssistantSource assistants) {
    return List.of(
        new AnimeRoute(),
        new UserRoute(),
        new RecommendRoute(),
        new TalkRoute(assistants),
        new OpenApiRoute(DocumentedRoutes::all));
  }

  private static List<Route> all(List<Route> others) {
    return Stream.concat(Stream.of(new WelcomeRoute(others)), others.stream()).toList();
  }

  static List<Route> all() {
    return ALL;
  }

  /** And those that are parts of the page for browsers. */
  static List<Route> andThePages() {
    return andThePages(AssistantSource.OFFLINE);
  }

  /**
   * @param assistants who is asked in {@code /talk}
   */
  static List<Route> andThePages(AssistantSource assistants) {
    return Stream.concat(all(otherThanWelcome(assistants)).stream(), PageFileRoute.ALL.stream())
        .toList();
  }
}
