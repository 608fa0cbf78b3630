package osusume.http;

import java.util.List;

/** The routes that the listener is documented to have, in the order in which they are named. */
final class DocumentedRoutes {
  private static final List<Route> ALL =
      List.of(
          new WelcomeRoute(),
          new AnimeRoute(),
          new UserRoute(),
          new RecommendRoute(),
          new TalkRoute(),
          new OpenApiRoute(DocumentedRoutes::all));

  private DocumentedRoutes() {}

  static List<Route> all() {
    return ALL;
  }
}
