package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.app.AccessToken;
import osusume.app.AssistantSource;
import osusume.app.ListenerSettings;
import osusume.app.Part;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.io.DatasetStore;
import osusume.data.io.DemoData;
import osusume.json.Json;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

/**
 * A listener over the first users of the demo data and a few odd titles, asked over real sockets.
 * Every answer in JSON is held against what {@code /openapi.json} says of it.
 */
public final class ListeningDemo {
  /** The name of the data set. */
  public static final String NAME = "sample";

  private static final int USERS = 150;

  /** Names that have to be encoded, numbers that are not known, and nobody's favourites. */
  static final List<Anime> ODD =
      List.of(
          new Anime(900_001, "おすすめ・テスト", List.of("Drama", "School"), "TV", -1, Double.NaN, 12),
          new Anime(
              900_002,
              "Fish & Chips: 100% + 1/2 = \"é\"; <script>",
              List.of(Anime.UNKNOWN),
              Anime.UNKNOWN,
              1,
              5.5,
              0),
          new Anime(900_003, "a  b\\c\td", List.of("Hentai"), "Special", -1, 6.25, 3));

  private final Path folder;
  private final Workspace workspace;
  private final Listener listener;
  private final HttpClient client = HttpClient.newHttpClient();

  /** With everything learned; made once, since that takes seconds. */
  private static final class Learned {
    static final ListeningDemo DEMO = new ListeningDemo(true);
  }

  /** With nothing learned. */
  private static final class Bare {
    static final ListeningDemo DEMO = new ListeningDemo(false);
  }

  private ListeningDemo(boolean learned) {
    try {
      folder = Files.createTempDirectory(Path.of("target"), "listening");
      Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
      workspace = new Workspace(Places.find(data(), models()));
      DatasetStore.write(
          Files.createDirectories(data()).resolve(NAME + ".dataset"), dataset(), Progress.NONE);
      workspace.datasets().rememberOpen(NAME);
      workspace.open(NAME, Progress.NONE, ListeningDemo::fail);
      if (learned) {
        learn();
      }
      listener =
          Listener.start(
              ListenerSettings.DEFAULT.withPort(0),
              workspace,
              new RequestLog(),
              AssistantSource.OFFLINE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void learn() throws IOException {
    workspace.train(
        NmfSettings.DEFAULT.withComponents(6).withMaxIterations(30),
        Progress.NONE,
        IterationListener.NONE);
    for (Part<?> part : Part.ALL) {
      if (part != Part.NMF) {
        workspace.learn(part, Progress.NONE);
      }
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fail(IOException e) {
    throw new UncheckedIOException(e);
  }

  /** The one with everything learned. */
  public static ListeningDemo learned() {
    return Learned.DEMO;
  }

  /** The one with nothing learned. */
  static ListeningDemo bare() {
    return Bare.DEMO;
  }

  private static Dataset dataset() throws IOException {
    Dataset demo = DemoData.read(Progress.NONE);
    List<Anime> titles = new ArrayList<>();
    for (int row = 0; row < demo.catalogue().size(); row++) {
      titles.add(demo.catalogue().anime(row));
    }
    titles.addAll(ODD);
    RatingMatrix all = demo.ratings();
    int entries = all.starts()[USERS];
    RatingMatrix ratings =
        new RatingMatrix(
            Arrays.copyOf(all.rowIds(), USERS),
            Arrays.copyOf(all.starts(), USERS + 1),
            Arrays.copyOf(all.columns(), entries),
            Arrays.copyOf(all.values(), entries),
            titles.size());
    var counts = new ImportReport(titles.size(), USERS, entries, ratings.unratedCount(), List.of());
    return new Dataset(NAME, true, new Catalogue(titles), ratings, demo.fingerprint(), counts);
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path models() {
    return folder.resolve("models");
  }

  Workspace workspace() {
    return workspace;
  }

  /** Where it listens. */
  URI address() {
    return listener.address();
  }

  Dataset open() {
    return workspace.opened().data();
  }

  /** Every title, in the catalogue's order. */
  List<Anime> titles() {
    Catalogue catalogue = open().catalogue();
    List<Anime> titles = new ArrayList<>();
    for (int row = 0; row < catalogue.size(); row++) {
      titles.add(catalogue.anime(row));
    }
    return titles;
  }

  /** A value as it stands in a query. */
  static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }

  /**
   * Asks for a path; what comes is true to {@code /openapi.json}.
   *
   * @param path percent-encoded
   */
  public HttpResponse<String> get(String path) throws IOException {
    return get(listener, path, "Accept", "*/*");
  }

  /** Asks with headers, each a name and its value. */
  HttpResponse<String> get(String path, String... headers) throws IOException {
    return get(listener, path, headers);
  }

  /** Asks another listener, which wants a token, and shows none. */
  HttpResponse<String> getWithoutToken(String path) throws IOException {
    var settings =
        new ListenerSettings(
            true,
            ListenerSettings.THIS_MACHINE,
            0,
            Optional.of(AccessToken.chosen("correct-horse-battery-staple")));
    Listener other = Listener.start(settings, workspace, new RequestLog(), AssistantSource.OFFLINE);
    try {
      return get(other, path, "Accept", "*/*");
    } finally {
      other.stop(Duration.ofSeconds(1));
    }
  }

  private HttpResponse<String> get(Listener asked, String path, String... headers)
      throws IOException {
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(asked.address() + path)).headers(headers).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      ApiAnswers.check(path, response);
      return response;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** What a path answers with 200. */
  JsonNode json(String path) throws IOException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(() -> path + ": " + response.body()).isEqualTo(200);
    return Json.mapper().readTree(response.body());
  }

  /** What a path that must be refused answers. */
  JsonNode problem(int status, String path) throws IOException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(() -> path + ": " + response.body()).isEqualTo(status);
    return Json.mapper().readTree(response.body());
  }

  /**
   * Sends a request line as it is, which no client would.
   *
   * @return the whole answer
   */
  String raw(String requestLine) throws IOException {
    try (var socket = new Socket(listener.address().getHost(), listener.address().getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          requestLine
              + "\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                  .formatted(listener.address().getHost(), listener.address().getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
