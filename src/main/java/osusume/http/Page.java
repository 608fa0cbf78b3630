package osusume.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page for browsers: the routes as forms, made from what the routes themselves say of their
 * parameters. It holds nothing of the data set.
 */
final class Page {
  /**
   * Nothing is loaded from elsewhere, run or styled from within the page, framed, or sent to
   * anybody but this listener.
   */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

  private Page() {}

  /**
   * The page as UTF-8.
   *
   * @param routes those to be shown; of one without parameters there is a link instead of a form
   */
  static byte[] of(List<Route> routes) {
    List<RouteForm> forms =
        routes.stream()
            .filter(RouteForm::isOne)
            .map(route -> new RouteForm(route, routes))
            .toList();
    String links =
        routes.stream()
            .filter(route -> !RouteForm.isOne(route))
            .map(Page::link)
            .collect(Collectors.joining("<br/>"));
    String page =
        new String(PageFileRoute.read("page.html"), StandardCharsets.UTF_8)
            .replace("<!-- tabs -->", joined(forms.stream().map(RouteForm::tab).toList()))
            .replace("<!-- forms -->", joined(forms.stream().map(RouteForm::html).toList()))
            .replace("<!-- plain -->", joined(plain(routes)))
            .replace("<!-- links -->", links);
    return page.getBytes(StandardCharsets.UTF_8);
  }

  /** Those that answer something as they are, with nothing to fill in. */
  private static List<String> plain(List<Route> routes) {
    return routes.stream()
        .filter(route -> route.pathParameters().isEmpty())
        .map(route -> "<li>" + link(route) + "</li>")
        .toList();
  }

  private static String link(Route route) {
    String path = Html.text(route.template());
    return "<a href=\"%s\">%s</a> %s".formatted(path, path, Html.text(route.summary()));
  }

  private static String joined(List<String> pieces) {
    return String.join("\n", pieces);
  }
}
