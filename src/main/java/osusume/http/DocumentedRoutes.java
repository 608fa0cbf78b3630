package osusume.http;

import java.util.List;
import java.util.stream.Stream;

/** The routes that the listener is documented to have, in the order in which they are named. */
final class DocumentedRoutes {
  private static final List<Route> ALL = all(otherThanWelcome());

  private DocumentedRoutes() {}

  private static List<Route> otherThanWelcome() {
    return List.of(
        new AnimeRoute(),
        new UserRoute(),
        new RecommendRoute(),
        new TalkRoute(),
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
    return Stream.concat(ALL.stream(), PageFileRoute.ALL.stream()).toList();
  }
}
