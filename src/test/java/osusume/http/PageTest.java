package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import osusume.app.AssistantSource;
import osusume.app.ListenerSettings;
import osusume.app.Places;
import osusume.app.Workspace;

/** The page for browsers: true to the routes, and good for nothing else than asking them. */
class PageTest {
  /** All but the page itself. */
  private static final List<Route> SHOWN =
      DocumentedRoutes.all().stream().filter(route -> !route.template().equals("/")).toList();

  private static Document page(List<Route> routes) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Page.of(routes)));
  }

  private static List<Element> elements(Node within, String name) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagName(name)
            : ((Element) within).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Element form(Document page, Route route) {
    return elements(page, "form").stream()
        .filter(form -> form.getAttribute("data-template").equals(route.template()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(route.template() + " has no form"));
  }

  private static List<Element> fields(Element form) {
    return Stream.of("input", "select").flatMap(name -> elements(form, name).stream()).toList();
  }

  @Test
  void everyParameterOfEveryRouteHasItsField() throws Exception {
    Document page = page(SHOWN);
    int forms = 0;
    for (Route route : SHOWN) {
      List<Parameter> parameters = new ArrayList<>(route.pathParameters());
      parameters.addAll(route.parameters());
      if (parameters.isEmpty()) {
        continue;
      }
      forms++;
      Element form = form(page, route);
      assertThat(fields(form).stream().map(field -> field.getAttribute("name")))
          .as(route.template())
          .containsExactlyInAnyOrderElementsOf(parameters.stream().map(Parameter::name).toList());
      for (Parameter parameter : parameters) {
        check(form, parameter, route.pathParameters().contains(parameter));
      }
    }
    assertThat(forms).isEqualTo(4);
  }

  private static void check(Element form, Parameter parameter, boolean inPath) {
    Element field =
        fields(form).stream()
            .filter(each -> each.getAttribute("name").equals(parameter.name()))
            .findFirst()
            .orElseThrow();
    String id = field.getAttribute("id");
    assertThat(elements(form, "label"))
        .anyMatch(
            label ->
                label.getAttribute("for").equals(id)
                    && label.getTextContent().equals(parameter.name()));
    assertThat(elements(form, "p"))
        .anyMatch(
            text ->
                text.getAttribute("id").equals(field.getAttribute("aria-describedby"))
                    && text.getTextContent().equals(parameter.meaning()));
    assertThat(field.getAttribute("data-path")).isEqualTo(inPath ? "true" : "");
    assertThat(((Element) field.getParentNode()).getAttribute("data-repeatable"))
        .isEqualTo(parameter.repeatable() ? "true" : "");
    switch (parameter.type()) {
      case Parameter.Type.Choice choice -> {
        List<String> offered = new ArrayList<>(choice.words());
        offered.addFirst("–");
        assertThat(elements(field, "option").stream().map(Element::getTextContent))
            .containsExactlyElementsOf(offered);
      }
      case Parameter.Type.Text _ -> assertThat(field.getAttribute("type")).isEqualTo("text");
      case Parameter.Type.WholeNumber _ -> {
        assertThat(field.getAttribute("type")).isEqualTo("number");
        assertThat(field.getAttribute("step")).isEqualTo("1");
      }
      case Parameter.Type.Number _ -> {
        assertThat(field.getAttribute("type")).isEqualTo("number");
        assertThat(field.getAttribute("step")).isEqualTo("any");
      }
    }
  }

  @Test
  void idsAreThereOnceAndWhatIsNotFilledInHasALink() throws Exception {
    Document page = page(SHOWN);
    Set<String> seen = new HashSet<>();
    for (Element element : elements(page, "*")) {
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || seen.add(id)).as(id).isTrue();
    }
    assertThat(elements(page, "a").stream().map(link -> link.getAttribute("href")))
        .contains("#anime", "#user", "#recommend", "#talk", "/openapi.json");
  }

  @Test
  void withoutAScriptOnlyLinksAreShownThatAnswerAsTheyAre() throws Exception {
    Document page = page(SHOWN);
    Element plain = elements(page, "noscript").getFirst();
    assertThat(elements(plain, "a").stream().map(link -> link.getAttribute("href")))
        .containsExactly("/anime", "/user", "/openapi.json");
    List<Element> forms = elements(page, "form");
    assertThat(forms).hasSize(5);
    for (Element form : forms) {
      Element shown =
          form.getAttribute("id").equals("access") ? form : (Element) form.getParentNode();
      assertThat(shown.getAttribute("hidden")).isEqualTo("hidden");
    }
    assertThat(elements(page, "nav").getFirst().getAttribute("hidden")).isEqualTo("hidden");
  }

  @Test
  void nothingIsRunOrStyledFromWithinThePageOrLoadedFromElsewhere() throws Exception {
    Document page = page(SHOWN);
    List<String> files = PageFileRoute.ALL.stream().map(Route::template).toList();
    List<String> loaded = new ArrayList<>();
    for (Element element : elements(page, "*")) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        assertThat(name).doesNotStartWith("on").isNotEqualTo("style");
      }
      if (element.hasAttribute("src")) {
        loaded.add(element.getAttribute("src"));
      } else if (element.getTagName().equals("link")) {
        loaded.add(element.getAttribute("href"));
      }
      if (element.getTagName().equals("script")) {
        assertThat(element.getTextContent()).isEmpty();
      }
    }
    assertThat(elements(page, "style")).isEmpty();
    assertThat(loaded).isNotEmpty().allMatch(files::contains);
    for (PageFileRoute file : PageFileRoute.ALL) {
      String text = text(file);
      for (String imported : text.split("from \"\\.")) {
        if (!imported.equals(text.split("from \"\\.")[0])) {
          assertThat(files).contains(imported.substring(0, imported.indexOf('"')));
        }
      }
      // The only address in them is that of what names lead to, and the name of SVG.
      assertThat(
              text.replace("https://myanimelist.net/anime/", "")
                  .replace("http://www.w3.org/2000/svg", ""))
          .as(file.template())
          .doesNotContain("://", "@import", "url(");
    }
  }

  @Test
  void theScriptsPutWhatIsAnsweredInAsTextOnly() throws Exception {
    for (PageFileRoute file : PageFileRoute.ALL) {
      assertThat(text(file))
          .as(file.template())
          .doesNotContain(
              "innerHTML",
              "outerHTML",
              "insertAdjacentHTML",
              "document.write",
              "DOMParser",
              "createContextualFragment",
              "setHTML",
              "srcdoc",
              "eval(",
              "Function(",
              "localStorage",
              "cookie");
    }
  }

  private static String text(PageFileRoute file) {
    return new String(PageFileRoute.read(file.template().substring(1)), StandardCharsets.UTF_8);
  }

  @Test
  void whatARouteSaysIsShownAsItIs() throws Exception {
    String nasty = "<script>alert(\"1\")</script> & 'x' </section>";
    Route route =
        new Route() {
          @Override
          public String template() {
            return "/odd";
          }

          @Override
          public String summary() {
            return nasty;
          }

          @Override
          public List<Parameter> parameters() {
            return List.of(
                Parameter.text("odd", nasty, nasty),
                Parameter.choice("word", List.of(nasty), nasty, nasty));
          }

          @Override
          public Optional<Documented> documented() {
            return Optional.of(new Documented(java.util.Map.of(), List.of()));
          }

          @Override
          public Reply answer(Call call) {
            throw new AssertionError("is not asked");
          }
        };
    Document page = page(List.of(route));
    assertThat(elements(page, "script")).hasSize(1);
    Element form = form(page, route);
    assertThat(elements(form, "option").getLast().getTextContent()).isEqualTo(nasty);
    assertThat(fields(form).getFirst().getAttribute("placeholder")).isEqualTo(nasty);
    assertThat(elements(form, "p").getFirst().getTextContent()).isEqualTo(nasty);
  }

  @Test
  void aBrowserGetsThePageWithItsPolicyAndOthersTheText(@TempDir Path folder) throws Exception {
    Workspace workspace = new Workspace(Places.find(folder, folder));
    Listener listener =
        Listener.start(
            ListenerSettings.DEFAULT.withPort(0),
            workspace,
            new RequestLog(),
            AssistantSource.OFFLINE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          get(client, listener.address(), "/", "text/html,application/xml;q=0.9,*/*;q=0.8");
      assertThat(page.headers().firstValue("Content-Type")).hasValue(Reply.HTML);
      assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("data-template=\"/anime\"");
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
      assertThat(policy)
          .contains(
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "connect-src 'self'",
              "form-action 'self'",
              "frame-ancestors 'none'",
              "base-uri 'none'")
          .doesNotContain("unsafe", "*", "http:");
      HttpResponse<String> text = get(client, listener.address(), "/", "*/*");
      assertThat(text.headers().firstValue("Content-Type")).hasValue(Reply.TEXT);
      assertThat(text.body()).startsWith("Welcome to the Anime Recommendation API!");
      for (PageFileRoute file : PageFileRoute.ALL) {
        HttpResponse<String> got = get(client, listener.address(), file.template(), "*/*");
        assertThat(got.statusCode()).as(file.template()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(text(file));
        String kind = got.headers().firstValue("Content-Type").orElseThrow();
        assertThat(kind)
            .startsWith(
                file.template().endsWith(".css")
                    ? "text/css"
                    : file.template().endsWith(".js") ? "text/javascript" : "image/svg+xml");
      }
    } finally {
      listener.stop(Duration.ofSeconds(1));
    }
  }

  private static HttpResponse<String> get(
      HttpClient client, URI address, String path, String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
