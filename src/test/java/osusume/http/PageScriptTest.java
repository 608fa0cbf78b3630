package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.AccessToken;
import osusume.app.ListenerSettings;
import osusume.app.Places;
import osusume.app.Workspace;

/** The page's script as a browser runs it, over a real listener. Skipped where no browser is. */
class PageScriptTest {
  private static final String TOKEN = "correct-horse-battery-staple";

  /** More than the page takes of an answer. */
  private static final int LARGE = 8_200_000;

  @TempDir Path folder;

  /** A listener with the page of all documented routes, and some of them answered by the test. */
  private String shown(String address, Optional<AccessToken> token, Route... own)
      throws IOException, InterruptedException {
    Chromium browser = Chromium.require(folder);
    List<Route> routes = new ArrayList<>(List.of(own));
    routes.addAll(DocumentedRoutes.andThePages());
    var settings = new ListenerSettings(true, ListenerSettings.THIS_MACHINE, 0, token);
    var workspace = new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
    Listener listener =
        Listener.start(
            settings,
            workspace,
            new RequestLog(),
            new Routes(routes),
            Limits.USUAL,
            Listener.usualVisitors());
    try {
      return browser.open(listener.address() + address);
    } finally {
      listener.stop(Duration.ofSeconds(1));
    }
  }

  private static Route answering(String template, String type, Reply.Body body) {
    return new Route() {
      @Override
      public String template() {
        return template;
      }

      @Override
      public String summary() {
        return "For a test.";
      }

      @Override
      public List<Parameter> pathParameters() {
        return template.contains("{") ? List.of(UserId.PARAMETER) : List.of();
      }

      @Override
      public List<Parameter> parameters() {
        return DocumentedRoutes.all().stream()
            .filter(documented -> documented.template().equals(template))
            .flatMap(documented -> documented.parameters().stream())
            .toList();
      }

      @Override
      public boolean withoutToken() {
        return !type.equals(Reply.JSON);
      }

      @Override
      public Reply answer(Call call) {
        return new Reply(200, type, type.equals(Reply.HTML) ? Page.HEADERS : Map.of(), body);
      }
    };
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What stands within a section from a beginning on, up to an end. */
  private static String within(String page, String section, String beginning, String end) {
    int from = page.indexOf("<section id=\"" + section + "\"");
    int begin = page.indexOf(beginning, from);
    assertThat(from).as(section).isNotNegative();
    assertThat(begin).as(beginning).isNotNegative();
    return page.substring(begin, page.indexOf(end, begin));
  }

  private static String status(String page, String section) {
    return within(page, section, "<p class=\"status\"", "</p>");
  }

  private static String answer(String page, String section) {
    return within(page, section, "<div class=\"answer\">", "</section>");
  }

  /** The page with a script of the test's beside its own, which uses it as a person would. */
  private String used(String fragment, Optional<AccessToken> token, String script, Route... others)
      throws IOException, InterruptedException {
    String page =
        new String(Page.of(DocumentedRoutes.all().subList(1, 6)), StandardCharsets.UTF_8)
            .replace("</head>", "<script type=\"module\" src=\"/test.js\"></script></head>");
    String helped =
        """
        const section = (id) => document.getElementById(id);
        const until = async (holds) => {
          for (let tries = 0; tries < 500 && !holds(); tries++) {
            await fetch("/moment");
          }
        };
        const press = (id, text) =>
          [...section(id).querySelectorAll("button")].find((each) => each.textContent === text).click();
        const fillIn = (id, values) => {
          const form = section(id).querySelector("form");
          for (const [name, value] of Object.entries(values)) {
            form.elements.namedItem(name).value = value;
          }
          form.dispatchEvent(new Event("input"));
        };
        const status = (id) => section(id).querySelector(".status").textContent;
        const answered = (id) => until(() => !["", "Asking…"].includes(status(id)));
        """
            + script;
    List<Route> routes = new ArrayList<>(List.of(others));
    // The browser's clock stands still while it waits for an answer, so it must wait for one.
    routes.add(answering("/moment", Reply.TEXT, out -> pass(20)));
    routes.add(answering("/test", Reply.HTML, out -> write(out, page)));
    routes.add(answering("/test.js", "text/javascript; charset=utf-8", out -> write(out, helped)));
    return shown("/test" + fragment, token, routes.toArray(Route[]::new));
  }

  @Test
  void aLinkFillsTheFormInAsksAndShowsTitlesAsText() throws Exception {
    String nasty = "<img src=x> Fish & Chips";
    String page =
        used(
            "#anime?mt_rating=7&genre=Drama&genre=School",
            Optional.empty(),
            "await answered(\"anime\");",
            answering(
                "/anime",
                Reply.JSON,
                out ->
                    write(
                        out,
                        "[{\"anime_id\":7,\"name\":\""
                            + nasty
                            + "\",\"genre\":\"Drama, Odd\",\"type\":\"TV\",\"episodes\":null,"
                            + "\"rating\":8.5,\"members\":1234}]")));
    assertThat(status(page, "anime")).contains("200 · 1 row · 1 kB");
    assertThat(answer(page, "anime"))
        .contains(
            "href=\"https://myanimelist.net/anime/7\" target=\"_blank\" rel=\"noopener noreferrer\"",
            "&lt;img src=x&gt; Fish &amp; Chips</a>",
            "TV · – ep · ★ 8.5 · 1.2K members")
        .doesNotContain("<img");
    assertThat(within(page, "anime", "class=\"address\"", "</a>"))
        .contains("/anime?genre=Drama&amp;genre=School&amp;mt_rating=7");
    assertThat(page).contains("<section id=\"user\" class=\"route\"");
    assertThat(within(page, "user", "<section", ">")).contains("hidden");
    assertThat(within(page, "anime", "<section", ">")).doesNotContain("hidden");
  }

  @Test
  void whatIsRefusedIsToldInItsSentence() throws Exception {
    String page =
        used(
            "#recommend?user_id=5&weights=odd", Optional.empty(), "await answered(\"recommend\");");
    assertThat(status(page, "recommend")).contains("400 · ");
    assertThat(answer(page, "recommend")).contains("<p class=\"wrong\">").contains("'weights'");
    assertThat(page).doesNotContain("Nothing answers at");
  }

  @Test
  void rowsThatGoOnAreShownAsFarAsAPageTakesThem() throws Exception {
    String row = "{\"user_id\":1,\"anime_id\":20,\"rating\":-1}";
    String page =
        used(
            "#user?user_id=1",
            Optional.empty(),
            "await answered(\"user\");",
            answering(
                "/user",
                Reply.JSON,
                out -> {
                  write(out, "[" + row);
                  for (int bytes = 0; bytes < LARGE; bytes += row.length() + 1) {
                    write(out, "," + row);
                  }
                  write(out, "]\n");
                }));
    assertThat(status(page, "user")).contains("rows and more");
    assertThat(answer(page, "user"))
        .contains("The answer goes on", "Fill in limit with a smaller number", "not rated");
  }

  @Test
  void anAnswerOfOnePieceThatIsTooLargeNamesTheParameterThatHelps() throws Exception {
    String page =
        used(
            "#recommend?user_id=5&k=100000",
            Optional.empty(),
            "await answered(\"recommend\");",
            answering(
                "/recommend/{user_id}",
                Reply.JSON,
                out -> {
                  write(out, "{\"recommended_anime\":[\"a\"");
                  for (int bytes = 0; bytes < LARGE; bytes += 10) {
                    write(out, ",\"{a}{b}c\"");
                  }
                  write(out, "]}\n");
                }));
    assertThat(status(page, "recommend")).contains("200 · ");
    assertThat(answer(page, "recommend"))
        .contains("The answer is more than a page can take. Fill in k with a smaller number");
  }

  private static void pass(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsNotWholeCanNotBeCopiedOrSent() throws Exception {
    String page =
        used(
            "",
            Optional.empty(),
            """
            fillIn("talk", { user_id: "5", user_message: ".." });
            section("talk").querySelector("form").requestSubmit();
            fillIn("recommend", { user_id: "5" });
            """);
    assertThat(status(page, "talk")).contains("“..” alone can't be sent as user_message");
    assertThat(within(page, "talk", "<a class=\"address\"", ">")).doesNotContain("href");
    assertThat(within(page, "talk", "data-copies=\"curl\"", ">")).contains("disabled");
    assertThat(within(page, "recommend", "<a class=\"address\"", ">"))
        .contains("href=\"/recommend/5\"");
    assertThat(within(page, "recommend", "data-copies=\"curl\"", ">")).doesNotContain("disabled");
    assertThat(page).contains("what the user says; the rest of the path");
  }

  @Test
  void theTokenIsSentWithWhatIsAskedAndNoOtherIsTaken() throws Exception {
    String page =
        used(
            "",
            Optional.of(AccessToken.chosen(TOKEN)),
            """
            press("anime", "Explain, with examples");
            await until(() => status("anime").startsWith("401"));
            const access = document.getElementById("access");
            const token = document.getElementById("token");
            document.body.dataset.asked = String(!access.hidden);
            token.value = "ключ-ключ-ключ-ключ";
            access.requestSubmit();
            document.body.dataset.refused = document.getElementById("token-trouble").textContent;
            token.value = "%s";
            access.requestSubmit();
            await until(() => status("anime").startsWith("200"));
            window.open = (address) => (document.body.dataset.opened = address);
            document.querySelector("footer a").click();
            await until(() => document.body.dataset.opened);
            """
                .formatted(TOKEN),
            answering("/anime", Reply.JSON, out -> write(out, "[]")));
    assertThat(page)
        .contains("data-asked=\"true\"", "data-refused=\"No access token is like that")
        .contains("data-opened=\"blob:")
        .doesNotContain("Nothing answers at")
        .doesNotContain(TOKEN);
    assertThat(status(page, "anime")).contains("200");
  }

  @Test
  void whatIsClearedStaysSoAndABrokenAnswerIsNotTakenForSilence() throws Exception {
    String page =
        used(
            "",
            Optional.empty(),
            """
            fillIn("user", { user_id: "1" });
            section("user").querySelector("form").requestSubmit();
            press("user", "Clear");
            fillIn("recommend", { user_id: "5" });
            section("recommend").querySelector("form").requestSubmit();
            await answered("recommend");
            """,
            answering(
                "/user",
                Reply.JSON,
                out -> write(out, "[{\"user_id\":1,\"anime_id\":20,\"rating\":9}]")),
            answering(
                "/recommend/{user_id}",
                Reply.JSON,
                out -> {
                  write(out, "[1");
                  // What could be compressed well would wait to be sent.
                  Random random = new Random(1);
                  for (int i = 0; i < 100_000; i++) {
                    write(out, "," + random.nextInt());
                  }
                  // Or not even its beginning would arrive.
                  pass(500);
                  throw new IOException("It breaks off.");
                }));
    assertThat(status(page, "user")).endsWith(">");
    assertThat(answer(page, "user")).doesNotContain("<table>");
    assertThat(within(page, "user", "<button type=\"button\" hidden", "</button>"))
        .endsWith("Stop");
    assertThat(status(page, "recommend")).contains("The answer broke off before its end");
  }
}
