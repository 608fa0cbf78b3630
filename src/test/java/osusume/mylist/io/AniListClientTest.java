package osusume.mylist.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.json.Json;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class AniListClientTest {
  private record Answer(int status, Map<String, String> headers, byte[] body, Duration delay) {}

  private final ConcurrentLinkedDeque<Answer> answers = new ConcurrentLinkedDeque<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Answer answer = answers.poll();
      try {
        Thread.sleep(answer.delay());
      } catch (InterruptedException e) {
        return;
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private void will(int status, String body, String... headers) {
    Map<String, String> map = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    answers.add(new Answer(status, map, body.getBytes(StandardCharsets.UTF_8), Duration.ZERO));
  }

  private AniListClient client() {
    return client(Duration.ofSeconds(10));
  }

  private AniListClient client(Duration patience) {
    return new AniListClient(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), patience);
  }

  private ImportedList fetch() throws IOException {
    return client().fetch("Someone", Progress.NONE);
  }

  private static String page(boolean more, String... entries) {
    return """
    {"data":{"MediaListCollection":{"hasNextChunk":%s,"user":{"name":"SomeOne"},"lists":[
    {"entries":[%s]}]}}}\
    """
        .formatted(more, String.join(",", entries));
  }

  private static String entry(int id, String malId, String fields) {
    return """
    {"status":"COMPLETED","score":0,"progress":0,"repeat":0,"updatedAt":0,"notes":null,%s
    "startedAt":{"year":null,"month":null,"day":null},"completedAt":{"year":2015,"month":4,"day":null},
    "media":{"id":%d,"idMal":%s,"format":"TV","episodes":26,"title":{"romaji":"Title %d","english":null}}}\
    """
        .formatted(fields, id, malId, id);
  }

  @Test
  void aListComesInChunksAndEachTitleOnce() throws IOException {
    will(
        200,
        page(
            true,
            """
            {"status":"CURRENT","score":8,"progress":3,"repeat":2,"updatedAt":1700000000,
            "notes":"so quiet","startedAt":{"year":2015,"month":null,"day":4},
            "completedAt":{"year":null,"month":5,"day":6},
            "media":{"id":457,"idMal":457,"format":"TV_SHORT","episodes":26,
            "title":{"romaji":"Mushishi","english":"Mushi-Shi"}}}\
            """,
            entry(2, "null", ""),
            entry(2, "null", "")));
    will(
        200,
        """
        {"data":{"MediaListCollection":{"hasNextChunk":false,"user":{"name":"SomeOne"},"lists":[
        {"entries":[%s]},{"entries":[%s,%s]}]}}}\
        """
            .formatted(
                entry(3, "30", ""),
                entry(3, "30", ""),
                entry(4, "40", "").replace("COMPLETED", "REPEATING")));
    Instant before = Instant.now().minusSeconds(1);
    ImportedList list = fetch();
    assertThat(list.name()).isEqualTo("SomeOne");
    assertThat(list.exportedAt()).isBetween(before, Instant.now());
    Instant updated = Instant.ofEpochSecond(1_700_000_000);
    assertThat(list.entries())
        .extracting(ListEntry::key)
        .containsExactly(
            TitleKey.mal(457), TitleKey.aniList(2), TitleKey.mal(30), TitleKey.mal(40));
    assertThat(list.entries().getFirst())
        .isEqualTo(
            ListEntry.of(TitleKey.mal(457), "Mushishi", "TV", 26, Status.WATCHING, updated)
                .but()
                .score(8)
                .seen(3)
                .rewatches(2)
                .started(new PartialDate(2015, 0, 0))
                .comments("so quiet")
                .build());
    ListEntry second = list.entries().get(1);
    assertThat(second.changed()).isEqualTo(list.exportedAt());
    assertThat(second.rated()).isNull();
    assertThat(second.finished()).isEqualTo(new PartialDate(2015, 4, 0));
    assertThat(list.entries().getLast())
        .extracting(ListEntry::status, ListEntry::seen)
        .containsExactly(Status.COMPLETED, 26);
    assertThat(list.notes())
        .containsExactly("One title is being watched again; it counts as completed.");
    assertThat(questions).hasSize(2);
    assertThat(Json.mapper().readTree(questions.get(1)).path("variables"))
        .isEqualTo(Json.mapper().readTree("{\"name\":\"Someone\",\"chunk\":2,\"size\":500}"));
    assertThat(questions.getFirst()).contains("MediaListCollection(userName: $name, type: ANIME");
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT,WATCHING",
    "COMPLETED,COMPLETED",
    "PAUSED,ON_HOLD",
    "DROPPED,DROPPED",
    "PLANNING,PLANNED",
    "REPEATING,COMPLETED"
  })
  void everyStatusHasItsLike(String theirs, Status ours) throws IOException {
    will(200, page(false, entry(1, "1", "").replace("COMPLETED", theirs)));
    assertThat(fetch().entries().getFirst().status()).isEqualTo(ours);
  }

  @Test
  void twoTitlesThatAreOneAtMyAnimeListAreBothKept() throws IOException {
    will(
        200,
        page(
            false,
            entry(1, "9", "").replace("\"updatedAt\":0", "\"updatedAt\":1600000000"),
            entry(2, "9", "").replace("\"updatedAt\":0", "\"updatedAt\":1700000000")));
    ImportedList list = fetch();
    assertThat(list.entries())
        .extracting(ListEntry::key, ListEntry::title)
        .containsExactlyInAnyOrder(
            tuple(TitleKey.mal(9), "Title 2"), tuple(TitleKey.aniList(1), "Title 1"));
    assertThat(list.formerKeys())
        .as("by which numbers the list may have them from before")
        .containsEntry(TitleKey.mal(9), TitleKey.aniList(2));
    assertThat(list.notes()).singleElement().asString().startsWith("1 times two titles");
  }

  @Test
  void anEmptyListIsAList() throws IOException {
    will(200, "{\"data\":{\"MediaListCollection\":{\"hasNextChunk\":false,\"lists\":[]}}}");
    assertThat(fetch().entries()).isEmpty();
  }

  @Test
  void aShortWaitIsWaitedOut() throws IOException {
    will(429, "{\"errors\":[{\"message\":\"Too Many Requests.\"}]}", "Retry-After", "1");
    will(200, page(false, entry(1, "1", "")));
    List<String> told = new ArrayList<>();
    long start = System.nanoTime();
    ImportedList list =
        client()
            .fetch(
                "Someone",
                new Progress() {
                  @Override
                  public void report(double fraction, String message) {
                    told.add(message);
                  }

                  @Override
                  public boolean cancelled() {
                    return false;
                  }
                });
    assertThat(list.entries()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(told).contains("AniList asks to wait, 1 s left");
    assertThat(questions).hasSize(2);
  }

  @Test
  void whoIsToldToWaitAgainAndAgainIsToldSo() {
    for (int i = 0; i < 4; i++) {
      will(429, "", "Retry-After", "1");
    }
    assertThatThrownBy(this::fetch).hasMessageContaining("wants 1 s of rest");
  }

  @Test
  void aLongWaitIsTold() {
    will(429, "", "Retry-After", "1800");
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wants 30 minutes of rest");
  }

  @Test
  void whereNoQuestionIsLeftTheNextWaitsAndCanBeCancelled() {
    will(200, page(true, entry(1, "1", "")), "X-RateLimit-Remaining", "0");
    boolean[] waiting = {false};
    assertThatThrownBy(
            () ->
                client()
                    .fetch(
                        "Someone",
                        new Progress() {
                          @Override
                          public void report(double fraction, String message) {
                            waiting[0] |= message.equals("AniList asks to wait, 60 s left");
                          }

                          @Override
                          public boolean cancelled() {
                            return waiting[0];
                          }
                        }))
        .isInstanceOf(CancelledException.class);
    assertThat(questions).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | {"errors":[{"message":"User not found","status":404}],"data":null} | AniList shows no list of a user named Someone: there is no such user, or the profile is private.
          404 | {"errors":[{"message":"Private User","status":404}],"data":null}   | The list of Someone at AniList is private
          404 | <html>nothing here</html> | AniList shows no list of a user named Someone: there is no such user, or the profile is private.
          200 | {"errors":[{"message":"Out of order"},{"message":"Really"}],"data":null} | It says "Out of order Really".
          403 | {"errors":[{"message":"The API is off"}]} | It says "The API is off".
          403 | <html>no</html> | AniList refuses to answer (status 403).
          302 | '' | AniList answered with something else than a list (status 302).
          500 | '' | AniList has trouble of its own at the moment (status 500).
          503 | <html>busy</html> | AniList has trouble of its own at the moment (status 503).
          200 | '' | AniList answered with nothing.
          200 | <html>log in</html> | AniList answered with a web page; perhaps this network asks you to log in first.
          200 | hello | AniList answered with something that is no list.
          200 | {"data": | AniList answered with something that is no list.
          200 | [] | AniList answered, but with no list in it.
          200 | {"data":{"MediaListCollection":null}} | AniList answered, but with no list in it.
          """)
  void everyOtherAnswerIsASentence(int status, String body, String sentence) {
    will(status, body);
    assertThatThrownBy(this::fetch).isInstanceOf(IOException.class).hasMessageContaining(sentence);
    assertThat(questions).hasSize(1);
  }

  @Test
  void entriesThatMakeNoSenseAreRefusedWithTheirTitle() {
    will(200, page(false, entry(5, "5", "").replace("\"score\":0", "\"score\":11")));
    assertThatThrownBy(this::fetch).hasMessageContaining("The score of \"Title 5\" is 11");
    will(200, page(false, entry(5, "5", "").replace("\"score\":0", "\"score\":8.5")));
    assertThatThrownBy(this::fetch).hasMessageContaining("\"8.5\" for score");
    will(200, page(false, entry(5, "5", "").replace("COMPLETED", "SLEEPING")));
    assertThatThrownBy(this::fetch).hasMessageContaining("status \"SLEEPING\" for \"Title 5\"");
    will(200, page(false, "{\"status\":\"CURRENT\"}"));
    assertThatThrownBy(this::fetch).hasMessageContaining("an entry without a title");
  }

  @Test
  void anAnswerOfManyMegabytesIsNotReadToItsEnd() {
    answers.add(new Answer(200, Map.of(), new byte[40 << 20], Duration.ZERO));
    assertThatThrownBy(this::fetch).hasMessageContaining("longer than 32 MB");
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForForever() {
    answers.add(new Answer(200, Map.of(), new byte[0], Duration.ofSeconds(5)));
    assertThatThrownBy(() -> client(Duration.ofMillis(300)).fetch("Someone", Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not answer within");
  }

  @Test
  void withoutANetworkASentenceSaysSo() {
    AniListClient client = client();
    server.stop(0);
    assertThatThrownBy(() -> client.fetch("Someone", Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("AniList can't be reached.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "a/b", "x\"}", "https://example.org/user/Someone"})
  void whatIsNoNameIsNotAskedFor(String name) {
    assertThatThrownBy(() -> client().fetch(name, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no name of an AniList user");
    assertThat(questions).isEmpty();
  }

  @Test
  void theAddressOfAProfileNamesItsUser() throws IOException {
    will(200, page(false));
    client().fetch(" https://anilist.co/user/Someone/animelist ", Progress.NONE);
    assertThat(questions).singleElement().asString().contains("\"name\":\"Someone\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://anilist.co", "ftp://127.0.0.1", "file:///etc/passwd"})
  void nothingIsSentOpenlyOverTheNetwork(String address) {
    assertThatThrownBy(() -> new AniListClient(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https only");
    assertThat(new AniListClient()).isNotNull();
  }
}
