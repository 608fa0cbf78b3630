package osusume.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * The routes that the listener is documented to have, in the order in which they are named, and
 * after them the files that its page for browsers asks for.
 */
final class DocumentedRoutes {
  private static final List<Route> ALL =
      Stream.concat(
              Stream.of(
                  new WelcomeRoute(DocumentedRoutes::all),
                  new AnimeRoute(),
                  new UserRoute(),
                  new RecommendRoute(),
                  new TalkRoute(),
                  new OpenApiRoute(DocumentedRoutes::all)),
              PageFileRoute.ALL.stream())
          .toList();

  private DocumentedRoutes() {}

  static List<Route> all() {
    return ALL;
  }
}
