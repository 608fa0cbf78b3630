package osusume.data.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Asks a server for a file, or for the rest of it, and follows where it sends on to: each step of
 * the way is looked at, so that none leads out of an encrypted connection.
 */
final class Exchange implements AutoCloseable {
  private static final int MOST_STEPS = 10;
  private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);
  private static final long LOOK_MILLIS = 100;

  private final DownloadAddress address;
  private final String userAgent;
  private final Patience patience;
  private final HttpClient client;

  Exchange(DownloadAddress address, String userAgent, Patience patience) {
    this.address = address;
    this.userAgent = userAgent;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.silence())
            .build();
  }

  /**
   * The server's answer, of which the body is still to come.
   *
   * @param from how many bytes are there already; 0: the whole file is wanted
   * @param validator names the file they are of, so that the server sends the whole of another one
   * @throws DroppedException if no connection came about, or it broke off or fell silent before an
   *     answer came
   * @throws IOException if the answer leads nowhere; worded for a person
   */
  HttpResponse<Flow.Publisher<List<ByteBuffer>>> ask(long from, String validator, Progress progress)
      throws IOException {
    URI at = address.uri();
    for (int step = 0; step <= MOST_STEPS; step++) {
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
          await(request(at, from, validator), progress);
      if (!SENT_ON.contains(answer.statusCode())) {
        return answer;
      }
      letGo(answer);
      at = next(at, answer);
    }
    throw DownloadTrouble.roundAndRound(address.host(), MOST_STEPS);
  }

  private static URI next(URI at, HttpResponse<?> answer) throws IOException {
    String location = answer.headers().firstValue("location").orElse("");
    try {
      URI target = at.resolve(location);
      if (location.isBlank() || !DownloadAddress.mayLead(at, target)) {
        throw DownloadTrouble.astray(
            at.getHost(), target.getHost() == null ? "nowhere" : target.getHost());
      }
      return target;
    } catch (IllegalArgumentException e) {
      throw DownloadTrouble.astray(at.getHost(), "an address that makes no sense");
    }
  }

  private HttpRequest request(URI at, long from, String validator) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .header("User-Agent", userAgent)
            .header("Accept", "application/zip, application/octet-stream, */*;q=0.5")
            // What is checked and taken up again are the file's own bytes, not packed ones.
            .header("Accept-Encoding", "identity");
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-").header("If-Range", validator);
    }
    return request.GET().build();
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> await(
      HttpRequest request, Progress progress) throws IOException {
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> coming =
        client.sendAsync(request, BodyHandlers.ofPublisher());
    long end = System.nanoTime() + patience.silence().toNanos();
    try {
      while (System.nanoTime() < end) {
        progress.check();
        try {
          return coming.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // Not yet; the loop looks whether to go on waiting.
        }
      }
      throw DownloadTrouble.silent(request.uri().getHost(), patience.silence());
    } catch (ExecutionException e) {
      throw noAnswer(request.uri().getHost(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      // Without effect on an answer that came.
      coming.cancel(true);
    }
  }

  private DroppedException noAnswer(String host, Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    boolean brokeOff =
        said.contains("no bytes") || said.contains("Connection reset") || said.contains("EOF");
    return brokeOff
        ? new DroppedException(cause)
        : DownloadTrouble.unreachable(host, cause, patience.silence());
  }

  /** Lets go of the body of an answer that is of no use. */
  static void letGo(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
    Arriving unwanted = new Arriving();
    answer.body().subscribe(unwanted);
    unwanted.close();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
