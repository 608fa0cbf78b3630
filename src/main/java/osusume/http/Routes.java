package osusume.http;

import java.util.ArrayList;
import java.util.List;
import osusume.data.NearestName;

/** The routes there are, and which of them a path means. */
final class Routes {
  private final List<Route> all;

  Routes(List<Route> all) {
    this.all = List.copyOf(all);
  }

  /** In the order in which they are documented. */
  List<Route> all() {
    return all;
  }

  /**
   * A route and the values its path parameters have.
   *
   * @param values decoded
   */
  record Found(Route route, List<String> values) {}

  /**
   * @param path as it stands in the request line, percent-encoded, without the query
   * @throws Problem 404 with the nearest path there is; 400 where the path can't be decoded
   */
  Found find(String path) throws Problem {
    for (Route route : all) {
      List<String> values = match(route.template(), path);
      if (values != null) {
        return new Found(route, values);
      }
    }
    List<String> templates =
        all.stream().filter(route -> route.documented().isPresent()).map(Route::template).toList();
    String shown = Problem.shown(path);
    if (templates.isEmpty()) {
      throw new Problem(404, "There is nothing at '%s'.".formatted(shown));
    }
    throw new Problem(
        404,
        "There is nothing at '%s'; did you mean '%s'? There are: %s."
            .formatted(shown, nearest(shown, templates), String.join(", ", templates)));
  }

  /** The template that begins most like a path: what follows is a person's to fill in. */
  private static String nearest(String path, List<String> templates) {
    List<String> beginnings = templates.stream().map(Routes::beginning).toList();
    return templates.get(beginnings.indexOf(NearestName.of(beginning(path), beginnings)));
  }

  private static String beginning(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  /** Null where the path is another's. */
  private static List<String> match(String template, String path) throws Problem {
    String[] expected = template.split("/", -1);
    // What a person says may hold slashes: the last parameter takes all that is left.
    String[] given = path.split("/", expected.length);
    if (given.length != expected.length) {
      return null;
    }
    List<String> raw = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      if (expected[i].startsWith("{")) {
        if (given[i].isEmpty()) {
          return null;
        }
        raw.add(given[i]);
      } else if (!expected[i].equals(given[i])) {
        return null;
      }
    }
    List<String> values = new ArrayList<>();
    for (String value : raw) {
      values.add(Query.decoded(value, false));
    }
    return values;
  }
}
