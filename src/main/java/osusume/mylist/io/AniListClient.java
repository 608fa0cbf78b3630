package osusume.mylist.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import osusume.data.io.BadInputException;
import osusume.json.Json;
import osusume.mylist.ImportedList;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Fetches a person's public list from AniList, when they ask for it: nothing is sent but the name
 * they typed. AniList's limit of requests is obeyed: a short wait is waited out, a long one told.
 */
public final class AniListClient {
  /** Where AniList answers. */
  public static final URI ADDRESS = URI.create("https://graphql.anilist.co");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST_BYTES = 32 << 20;
  private static final int A_CHUNK = 500;

  /** As many titles as a file may have. */
  private static final int MOST_CHUNKS = 200;

  private static final int OK = 200;
  private static final Pattern PAGE =
      Pattern.compile("https?://(?:www\\.)?anilist\\.co/user/([^/?#]+).*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final String QUERY =
      """
      query ($name: String, $chunk: Int, $size: Int) {
        MediaListCollection(userName: $name, type: ANIME, chunk: $chunk, perChunk: $size) {
          hasNextChunk
          user { name }
          lists {
            entries {
              status score(format: POINT_10) progress repeat updatedAt notes
              startedAt { year month day } completedAt { year month day }
              media { id idMal format episodes title { romaji english } }
            }
          }
        }
      }
      """;

  private final URI address;
  private final Duration patience;

  public AniListClient() {
    this(ADDRESS);
  }

  /**
   * @param address where to ask: https, or http on this machine
   * @throws IllegalArgumentException if it is another address; worded for a person
   */
  public AniListClient(URI address) {
    this(address, PATIENCE);
  }

  /**
   * @param patience how long to wait for one answer
   */
  AniListClient(URI address, Duration patience) {
    boolean here =
        "http".equals(address.getScheme())
            && Set.of("127.0.0.1", "localhost", "[::1]")
                .contains(String.valueOf(address.getHost()));
    if (!here && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException(
          "AniList is asked over https only, but the address is %s.".formatted(address));
    }
    this.address = address;
    this.patience = patience;
  }

  /**
   * Fetches the anime list of a user; may take minutes where AniList asks to wait.
   *
   * @param user a name, or the address of their page at AniList
   * @throws IOException if there is no such list or AniList does not answer as it should; worded
   *     for a person
   * @throws CancelledException if the person cancelled
   */
  public ImportedList fetch(String user, Progress progress) throws IOException {
    String name = name(user.strip());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    AniListEntries entries = new AniListEntries(name, now);
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      AniListPace pace = new AniListPace(progress);
      for (int chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
        progress.report(Double.NaN, "asking AniList, %,d titles so far".formatted(entries.size()));
        if (!entries.add(collection(client, pace, name, chunk, progress))) {
          return entries.list();
        }
      }
      throw new IOException("AniList's list of %s does not end. Try again later.".formatted(name));
    } finally {
      client.shutdownNow();
    }
  }

  private static String name(String typed) throws IOException {
    Matcher page = PAGE.matcher(typed);
    String name = page.matches() ? page.group(1) : typed;
    if (!NAME.matcher(name).matches()) {
      throw new IOException(
          "%s is no name of an AniList user: those have letters and digits only. Type the name as it stands on the profile."
              .formatted(BadInputException.quoted(typed)));
    }
    return name;
  }

  private JsonNode collection(
      HttpClient client, AniListPace pace, String name, int chunk, Progress progress)
      throws IOException {
    ObjectNode question = Json.mapper().createObjectNode();
    question.put("query", QUERY);
    question.putObject("variables").put("name", name).put("chunk", chunk).put("size", A_CHUNK);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.line(question)))
            .build();
    while (true) {
      pace.beforeAsking();
      HttpResponse<byte[]> answer = answer(client, request, progress);
      if (!pace.mustAskAgain(answer)) {
        return collection(answer, name);
      }
    }
  }

  private HttpResponse<byte[]> answer(HttpClient client, HttpRequest request, Progress progress)
      throws IOException {
    Future<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        try {
          return answer.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.check();
          if (System.nanoTime() > deadline) {
            throw AniListTrouble.slow(patience, e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancelledException) new CancelledException().initCause(e);
    } catch (ExecutionException e) {
      throw AniListTrouble.unreachable(e.getCause(), patience, MOST_BYTES);
    } finally {
      answer.cancel(true);
    }
  }

  /** The list in an answer, or why there is none. */
  private static JsonNode collection(HttpResponse<byte[]> answer, String name) throws IOException {
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    JsonNode body = Json.mapper().missingNode();
    try {
      body = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      // A page of words is as good as nothing: the status says what it is about.
    }
    if (answer.statusCode() == OK && body.isMissingNode()) {
      throw AniListTrouble.noJson(text);
    }
    StringBuilder said = new StringBuilder();
    for (JsonNode error : body.path("errors")) {
      said.append(said.isEmpty() ? "" : " ").append(error.path("message").asText());
    }
    if (answer.statusCode() != OK || !said.isEmpty()) {
      throw AniListTrouble.refused(answer.statusCode(), said.toString(), name);
    }
    JsonNode collection = body.path("data").path("MediaListCollection");
    if (!collection.path("lists").isArray()) {
      throw AniListTrouble.noList();
    }
    return collection;
  }
}
