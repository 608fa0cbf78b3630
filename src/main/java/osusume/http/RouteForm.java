package osusume.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form of one route, made from its parameters; the script of the page shows and sends it. */
final class RouteForm {
  /** So many parameters that an earlier route has as well are folded away. */
  private static final int MANY_SHARED = 8;

  private final Route route;
  private final String id;
  private final List<Parameter> own = new ArrayList<>();
  private final List<Parameter> shared = new ArrayList<>();
  private String sharedWith = "";

  /**
   * @param routes all of them, in the order in which they are shown
   */
  RouteForm(Route route, List<Route> routes) {
    this.route = route;
    this.id = id(route);
    for (Route earlier : routes.subList(0, routes.indexOf(route))) {
      Set<String> names = names(earlier.parameters());
      List<Parameter> both =
          route.parameters().stream()
              .filter(parameter -> names.contains(parameter.name()))
              .toList();
      if (both.size() >= MANY_SHARED) {
        shared.addAll(both);
        sharedWith = earlier.template();
        break;
      }
    }
    own.addAll(route.parameters());
    own.removeAll(shared);
  }

  /** Whether a route has anything to fill in. */
  static boolean isOne(Route route) {
    return !route.parameters().isEmpty() || !route.pathParameters().isEmpty();
  }

  /** The first word of the path, by which a link leads to the form. */
  private static String id(Route route) {
    return route.template().split("/")[1];
  }

  private static Set<String> names(List<Parameter> parameters) {
    Set<String> names = new HashSet<>();
    parameters.forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  /** The link that leads to the form. */
  String tab() {
    return "<a href=\"#%s\">/%s</a>".formatted(Html.text(id), Html.text(id));
  }

  String html() {
    StringBuilder html = new StringBuilder();
    String title = "about-" + id;
    html.append(
        """
        <section id="%s" class="route" aria-labelledby="%s" hidden="hidden">
        <h2 id="%s"><code>%s</code></h2>
        <p>%s</p>
        <form data-template="%s" data-again="%s">
        """
            .formatted(
                Html.text(id),
                Html.text(title),
                Html.text(title),
                Html.text(route.template()),
                Html.text(route.summary()),
                Html.text(route.template()),
                route.repeatable()));
    if (!route.pathParameters().isEmpty()) {
      html.append("<div class=\"fields path\">\n");
      route.pathParameters().forEach(parameter -> html.append(field(parameter, true)));
      html.append("</div>\n");
    }
    append(own, html);
    if (!shared.isEmpty()) {
      html.append("<details><summary>Which titles: the parameters of ")
          .append("<code>")
          .append(Html.text(sharedWith))
          .append("</code></summary>\n");
      append(shared, html);
      html.append("</details>\n");
    }
    html.append("<div class=\"actions\"><button type=\"submit\">Ask</button></div>\n");
    return html.append("</form>\n</section>\n").toString();
  }

  /** Parameters that ask for the same number stand in a row, below the others. */
  private void append(List<Parameter> parameters, StringBuilder html) {
    Set<String> names = names(parameters);
    List<Parameter> single = new ArrayList<>();
    List<Parameter> compared = new ArrayList<>();
    for (Parameter parameter : parameters) {
      (names.contains("mt_" + compares(parameter)) ? compared : single).add(parameter);
    }
    if (!single.isEmpty()) {
      html.append("<div class=\"fields\">\n");
      single.forEach(parameter -> html.append(field(parameter, false)));
      html.append("</div>\n");
    }
    List<String> numbers = compared.stream().map(RouteForm::compares).distinct().toList();
    for (String number : numbers) {
      html.append("<fieldset class=\"range\"><legend>%s</legend>\n".formatted(Html.text(number)));
      compared.stream()
          .filter(parameter -> compares(parameter).equals(number))
          .forEach(parameter -> html.append(field(parameter, false)));
      html.append("</fieldset>\n");
    }
  }

  /** The number that a parameter speaks of: {@code rating} of {@code mt_rating}. */
  private static String compares(Parameter parameter) {
    String name = parameter.name();
    return name.startsWith("mt_") || name.startsWith("lt_") ? name.substring(3) : name;
  }

  private String field(Parameter parameter, boolean inPath) {
    String field = Html.text(id + "-" + parameter.name());
    String common =
        "id=\"%s\" name=\"%s\" aria-describedby=\"%s-meaning\"%s"
            .formatted(
                field,
                Html.text(parameter.name()),
                field,
                inPath ? " required=\"required\" data-path=\"true\"" : "");
    return """
    <div class="field"%s>
    <label for="%s">%s</label>
    %s
    <p class="meaning" id="%s-meaning">%s</p>
    </div>
    """
        .formatted(
            parameter.repeatable() ? " data-repeatable=\"true\"" : "",
            field,
            Html.text(parameter.name()),
            control(parameter, common),
            field,
            Html.text(parameter.meaning()));
  }

  private static String control(Parameter parameter, String common) {
    String example = "placeholder=\"%s\"".formatted(Html.text(parameter.example()));
    return switch (parameter.type()) {
      case Parameter.Type.Choice choice -> select(choice, common);
      case Parameter.Type.Text _ -> "<input type=\"text\" %s %s/>".formatted(common, example);
      case Parameter.Type.WholeNumber whole ->
          "<input type=\"number\" step=\"1\"%s %s %s/>"
              .formatted(
                  whole.least() <= Integer.MIN_VALUE ? "" : least(whole.least()), common, example);
      case Parameter.Type.Number number ->
          "<input type=\"number\" step=\"any\"%s%s %s %s/>"
              .formatted(
                  Double.isFinite(number.least()) ? least(number.least()) : "",
                  Double.isFinite(number.most()) ? " max=\"%s\"".formatted(number.most()) : "",
                  common,
                  example);
    };
  }

  private static String least(Object number) {
    return " min=\"%s\"".formatted(number);
  }

  private static String select(Parameter.Type.Choice choice, String common) {
    StringBuilder html =
        new StringBuilder("<select %s><option value=\"\">–</option>".formatted(common));
    for (String word : choice.words()) {
      html.append("<option>").append(Html.text(word)).append("</option>");
    }
    return html.append("</select>").toString();
  }
}
