package osusume.data.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;

class DatasetDownloadTest {
  private static final byte[] CONTENT = archive(1);
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(600), 3, Duration.ofMillis(5));

  @TempDir Path temp;
  private final ArchiveServer server = new ArchiveServer(CONTENT);
  private final Pause pause = new Pause();
  private long freeBytes = 1L << 40;
  private final Watched progress = new Watched();

  /** Remembers what was reported. */
  private static final class Watched implements Progress {
    final List<String> messages = new CopyOnWriteArrayList<>();
    volatile double fraction;
    volatile boolean cancelled;

    @Override
    public void report(double now, String message) {
      fraction = now;
      messages.add(message);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  private static byte[] archive(int seed) {
    byte[] noise = new byte[200_000];
    new Random(seed).nextBytes(noise);
    return ArchiveServer.zip(Map.of("noise.bin", noise));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Path folder() {
    return temp.resolve("downloads");
  }

  private DatasetDownload download() {
    return new DatasetDownload(server.address(), folder(), "1.2.3", SHORT, _ -> freeBytes);
  }

  private Path fetch() throws IOException {
    Path archive = download().fetch(progress, pause);
    assertThat(download().discard()).contains(archive);
    return archive;
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertWhole(Path archive) throws IOException {
    assertThat(archive).hasBinaryContent(server.content);
    assertThat(files()).containsExactly(archive.getFileName().toString());
  }

  private void assertRefused(String... said) throws IOException {
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(said).endsWith("."));
    assertThat(files()).isEmpty();
  }

  @Test
  void aWholeFileArrivesAndIsNamedAfterItsBytes() throws IOException {
    server.replies(server.good());
    Path archive = fetch();
    assertWhole(archive);
    assertThat(archive.getFileName().toString()).matches("archive-[0-9a-f]{12}\\.zip");
    assertThat(server.asked.getFirst().getFirst("User-Agent")).isEqualTo("Osusume/1.2.3");
    assertThat(server.ranges()).containsExactly("null");
    assertThat(progress.messages).anySatisfy(said -> assertThat(said).contains("of 0.2 MB"));
    assertThat(progress.fraction).isEqualTo(1);
  }

  @Test
  void theSameBytesHaveTheSameNameAndOthersAnother() throws IOException {
    server.replies(server.good());
    Path first = fetch();
    assertThat(fetch()).isEqualTo(first);
    server.content = archive(2);
    assertThat(fetch()).isNotEqualTo(first);
    assertThat(first).exists();
  }

  @Test
  void anArchiveIsFoundAgainUntilItIsForgotten() throws IOException {
    server.replies(server.chunked());
    Path archive = download().fetch(progress, pause);
    assertThat(download().fetch(progress, pause)).isEqualTo(archive);
    assertThat(server.asked).hasSize(1);
    assertThat(files()).containsExactly(archive.getFileName().toString(), "download.json");
    download().discard();
    fetch();
    assertThat(server.asked).hasSize(2);
    assertWhole(archive);
  }

  @Test
  void anArchiveThatWasChangedOrIsGoneIsFetchedAnew() throws IOException {
    server.replies(server.good());
    Path archive = download().fetch(progress, pause);
    Files.writeString(archive, "PK something else");
    assertWhole(fetch());
    download().fetch(progress, pause);
    Files.delete(archive);
    assertWhole(fetch());
    assertThat(server.ranges()).containsExactly("null", "null", "null", "null");
  }

  @Test
  void onlyAnArchiveOfTheFolderIsFoundAgain() throws IOException {
    Path elsewhere = Files.write(temp.resolve("archive-0123456789ab.zip"), CONTENT);
    Files.createDirectories(folder());
    Files.writeString(
        folder().resolve("download.json"),
        "{\"address\":\"%s\",\"archive\":\"../archive-0123456789ab.zip\"}".formatted(server.url()));
    assertThat(download().discard()).isEmpty();
    assertThat(elsewhere).exists();
  }

  @Test
  void aFileOfUnknownLengthArrives() throws IOException {
    server.replies(server.chunked());
    assertWhole(fetch());
    assertThat(progress.messages).noneSatisfy(said -> assertThat(said).contains(" of "));
  }

  @Test
  void aConnectionThatBreaksOffIsTakenUpAgainWhereItStopped() throws IOException {
    server.replies(server.breakingOff(50_000), server.breakingOff(60_000), server.good());
    assertWhole(fetch());
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-", "bytes=110000-");
    assertThat(server.asked.getLast().getFirst("If-Range")).isEqualTo(ArchiveServer.TAG);
    assertThat(progress.messages)
        .anySatisfy(said -> assertThat(said).contains("connection lost, trying again"));
  }

  @Test
  void aConnectionThatBreaksOffForGoodIsToldAndTheNextDownloadGoesOnFromThere() throws IOException {
    server.replies(server.breakingOff(50_000), server.breakingOff(0));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broke off again and again")
        .hasMessageContaining("kept");
    assertThat(server.asked).hasSize(1 + SHORT.retries());
    assertThat(files()).containsExactly("download.json", "download.part");
    assertThat(folder().resolve("download.part")).hasSize(50_000);
    server.replies(server.good());
    // Another object, as after another start of the program.
    assertWhole(fetch());
    assertThat(server.ranges().getLast()).isEqualTo("bytes=50000-");
  }

  @Test
  void withoutATagTheTimeOfTheLastChangeNamesTheFile() throws IOException {
    String changed = "Wed, 21 Oct 2015 07:28:00 GMT";
    server.replies(
        exchange -> {
          exchange.getResponseHeaders().set("Last-Modified", changed);
          exchange.getResponseHeaders().set("ETag", "W/\"weak\"");
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 50_000);
        },
        exchange -> {
          exchange.getResponseHeaders().set("Content-Range", range(50_000, CONTENT.length));
          exchange.sendResponseHeaders(206, CONTENT.length - 50_000);
          exchange.getResponseBody().write(CONTENT, 50_000, CONTENT.length - 50_000);
        });
    assertWhole(fetch());
    assertThat(server.asked.getLast().getFirst("If-Range")).isEqualTo(changed);
  }

  @Test
  void whatNothingNamesIsFetchedAnewAndNotForEver() throws IOException {
    ArchiveServer.Reply cut =
        exchange -> {
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 50_000);
        };
    server.replies(cut, server.wholeAlways());
    Path archive = fetch();
    assertWhole(archive);
    assertThat(server.ranges()).containsExactly("null", "null");
    Files.delete(archive);
    server.asked.clear();
    server.replies(cut);
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("broke off again and again")
        // The next download begins anew, so nothing is promised.
        .hasMessageNotContaining("kept");
    assertThat(server.asked).hasSize(1 + SHORT.retries());
  }

  @Test
  void whereNobodyAnswersForAWhileWhatHasArrivedIsGoneOnWith() throws IOException {
    keepPart(server.url(), 50_000);
    ArchiveServer.Reply silence = exchange -> LockSupport.parkNanos(2_000_000_000L);
    server.replies(silence, silence, server.good());
    assertWhole(fetch());
    assertThat(server.ranges()).containsOnly("bytes=50000-").hasSize(3);
  }

  @Test
  void whereNobodyCanBeReachedAnyMoreItIsTriedAgainAndThenToldThatThePartIsKept()
      throws IOException {
    int port;
    try (var closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    String gone = "http://127.0.0.1:" + port + "/";
    keepPart(gone, 50_000);
    var download =
        new DatasetDownload(DownloadAddress.parse(gone), folder(), "1", SHORT, _ -> freeBytes);
    assertThatThrownBy(() -> download.fetch(progress, pause))
        .hasMessageContaining("No connection to 127.0.0.1 could be made")
        .hasMessageContaining("What has arrived (0.1 of 0.2 MB) is kept");
    assertThat(progress.messages)
        .filteredOn(said -> said.contains("connection lost, trying again"))
        .hasSize(SHORT.retries());
    assertThat(folder().resolve("download.part")).hasSize(50_000);
  }

  @Test
  void aPartThatIsWholeAlreadyIsOnlyChecked() throws IOException {
    keepPart(server.url(), CONTENT.length);
    server.replies(ArchiveServer.status(500, ""));
    assertWhole(fetch());
    assertThat(server.asked).isEmpty();
  }

  @Test
  void aServerThatKnowsNoRangesGivesEverythingAnew() throws IOException {
    server.replies(server.breakingOff(50_000), server.wholeAlways("ETag", ArchiveServer.TAG));
    assertWhole(fetch());
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-");
  }

  @Test
  void anotherFileAtTheServerIsFetchedFromItsStart() throws IOException {
    server.replies(server.breakingOff(50_000), server.breakingOff(0), server.breakingOff(0));
    assertThatThrownBy(this::fetch).isInstanceOf(IOException.class);
    server.content = archive(3);
    server.replies(server.tagged("\"two\""));
    assertWhole(fetch());
  }

  @Test
  void anAnswerThatContinuesAnotherFileOrElsewhereIsNotJoinedOn() throws IOException {
    ArchiveServer.Reply otherTag =
        ArchiveServer.status(
            206, "x", "ETag", "\"two\"", "Content-Range", range(50_000, CONTENT.length));
    ArchiveServer.Reply otherStart =
        ArchiveServer.status(
            206, "x", "ETag", ArchiveServer.TAG, "Content-Range", range(7, CONTENT.length));
    ArchiveServer.Reply otherSize =
        ArchiveServer.status(
            206, "x", "ETag", ArchiveServer.TAG, "Content-Range", range(50_000, 999_999));
    ArchiveServer.Reply noRange = ArchiveServer.status(206, "x", "ETag", ArchiveServer.TAG);
    ArchiveServer.Reply notThatLong = ArchiveServer.status(416, "");
    for (var wrong : List.of(otherTag, otherStart, otherSize, noRange, notThatLong)) {
      server.replies(server.breakingOff(50_000), wrong, server.good());
      Path archive = fetch();
      assertWhole(archive);
      Files.delete(archive);
      assertThat(server.ranges().getLast()).isEqualTo("null");
    }
  }

  private static String range(int from, int total) {
    return "bytes " + from + "-" + (total - 1) + "/" + total;
  }

  @Test
  void aPartOfAnotherAddressIsNotGoneOnWith() throws IOException {
    keepPart("https://example.org/other", 1000);
    server.replies(server.good());
    assertWhole(fetch());
    assertThat(server.ranges()).containsExactly("null");
  }

  @Test
  void aPartWithADamagedNoteIsFetchedAnew() throws IOException {
    keepPart(server.url(), 1000);
    Files.writeString(folder().resolve("download.json"), "{\"address\":");
    server.replies(server.good());
    assertWhole(fetch());
    assertThat(server.ranges()).containsExactly("null");
  }

  /** As a program leaves it that was killed while it downloaded. */
  private void keepPart(String address, int length) throws IOException {
    Files.createDirectories(folder());
    Files.write(folder().resolve("download.part"), java.util.Arrays.copyOf(CONTENT, length));
    Files.writeString(
        folder().resolve("download.json"),
        "{\"address\":\"%s\",\"validator\":\"\\\"one\\\"\",\"total\":%d}"
            .formatted(address, CONTENT.length));
  }

  @Test
  void checksumsOfTheServerAreHeldAgainstTheFile() throws Exception {
    CRC32C crc = new CRC32C();
    crc.update(CONTENT);
    String crc32c = base64(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    String md5 = base64(MessageDigest.getInstance("MD5").digest(CONTENT));
    String sha = base64(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    server.replies(
        server.good(
            "x-goog-hash", "crc32c=" + crc32c, "x-goog-hash", "md5=" + md5, "Content-MD5", md5));
    assertWhole(fetch());
    server.replies(
        server.good(
            "x-goog-hash",
            "crc32c=" + crc32c + ",md5=" + md5,
            "Repr-Digest",
            "sha-256=:" + sha + ":",
            "Digest",
            "SHA-256=" + sha));
    assertWhole(fetch());
  }

  @ParameterizedTest
  @CsvSource({
    "x-goog-hash, 'crc32c=AAAAAA==', crc32c",
    "x-goog-hash, 'crc32c=AAAAAA==,md5=AAAAAAAAAAAAAAAAAAAAAA==', crc32c",
    "X-Goog-Hash, 'md5=AAAAAAAAAAAAAAAAAAAAAA==', md5",
    "Content-MD5, 'AAAAAAAAAAAAAAAAAAAAAA==', md5",
    "Digest, 'sha-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', sha-256",
    "Repr-Digest, 'sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:', sha-256"
  })
  void aFileWithAnotherChecksumIsThrownAway(String header, String value, String name)
      throws IOException {
    server.replies(server.good(header, value));
    assertRefused("its " + name + " is ", "should be 00000000", "thrown away");
  }

  @Test
  void checksumsOfTheFirstAnswerCountAfterAPauseToo() throws IOException {
    server.replies(
        exchange -> {
          exchange.getResponseHeaders().set("x-goog-hash", "crc32c=AAAAAA==");
          server.breakingOff(50_000).to(exchange);
        },
        server.good());
    assertRefused("its crc32c is ");
  }

  @Test
  void whatIsNoChecksumIsPassedOver() throws IOException {
    server.replies(server.good("x-goog-hash", "crc32c=?,md5=AAAA,sha-1=AAAA", "Digest", "none"));
    assertWhole(fetch());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "401, refused the download (401)",
    "403, refused the download (403)",
    "404, has no such file any more (404)",
    "418, gave an answer that is no download (418)",
    "204, gave an answer that is no download (204)",
    "429, Try again in a few minutes",
    "500, has trouble of its own (500)",
    "503, has trouble of its own (503)"
  })
  void aRefusalIsToldWithWhatToDo(int status, String said) throws IOException {
    server.replies(ArchiveServer.status(status, ""));
    assertRefused("127.0.0.1", said);
  }

  @Test
  void aRefusalSaysWhereTheFileCanBeHadByHand() throws IOException {
    server.replies(ArchiveServer.status(403, "{\"message\":\"Permission denied\"}"));
    assertRefused("Download the file in a browser from " + DownloadAddress.PAGE, "import it");
  }

  @ParameterizedTest
  @CsvSource({
    "30, Try again in 30 seconds.",
    "3600, Try again in 60 minutes.",
    "'Wed, 21 Oct 2015 07:28:00 GMT', Try again in 1 seconds.",
    "soon, Try again in a few minutes."
  })
  void whenToTryAgainIsTold(String after, String said) throws IOException {
    server.replies(ArchiveServer.status(429, "", "Retry-After", after));
    assertRefused("too many requests (429)", said);
  }

  @Test
  void aRefusalWhileGoingOnKeepsWhatHasArrived() throws IOException {
    keepPart(server.url(), 50_000);
    server.replies(ArchiveServer.status(403, ""));
    assertThatThrownBy(this::fetch).hasMessageContaining("refused");
    assertThat(folder().resolve("download.part")).hasSize(50_000);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=utf-8, hello",
    "application/zip, '<!DOCTYPE html><title>Log in</title>'",
    "application/octet-stream, '\uFEFF  \n<html>'"
  })
  void theLogInPageOfANetworkIsNotTakenForTheDataSet(String type, String body) throws IOException {
    server.replies(ArchiveServer.status(200, body, "Content-Type", type));
    assertRefused("answered with a web page, not with the data set", "log-in page");
  }

  @Test
  void theLogInPageOfANetworkDoesNotCostWhatHasArrived() throws IOException {
    keepPart(server.url(), 50_000);
    server.replies(ArchiveServer.status(200, "<html>", "Content-Type", "application/zip"));
    assertThatThrownBy(this::fetch).hasMessageContaining("web page");
    server.replies(server.good());
    assertWhole(fetch());
    assertThat(server.ranges().getLast()).isEqualTo("bytes=50000-");
  }

  @ParameterizedTest
  @CsvSource({"{\"error\": true}", "''", "P", "Rar!"})
  void whatIsNoArchiveIsRefused(String body) throws IOException {
    server.replies(ArchiveServer.status(200, body));
    assertRefused("is no zip archive");
  }

  @Test
  void anArchiveThatIsCutIsThrownAway() throws IOException {
    server.content = java.util.Arrays.copyOf(CONTENT, CONTENT.length / 2);
    server.replies(server.good());
    assertRefused("cut or damaged");
    // Without a length nobody can see that the rest is missing, but that it is no archive.
    server.replies(server.chunked());
    assertRefused("cut or damaged");
  }

  @Test
  void whatIsAbsurdlyLargeIsRefused() throws IOException {
    server.replies(
        exchange -> {
          exchange.sendResponseHeaders(200, 3L << 30);
          exchange.getResponseBody().write(CONTENT);
        });
    assertRefused("more than 2 GB");
  }

  @Test
  void whatHasNoRoomOnTheDiskIsRefusedBeforeItIsFetched() throws IOException {
    freeBytes = CONTENT.length - 1;
    server.replies(server.good());
    assertRefused("needs 0 MB, but only 0 MB are free in", "Free some space");
    freeBytes = CONTENT.length;
    assertWhole(fetch());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullIsTold() throws IOException {
    DownloadAddress address = server.address();
    try (PartFile part = PartFile.open(folder(), address)) {
      Files.createSymbolicLink(folder().resolve("download.part"), Path.of("/dev/full"));
      Files.writeString(
          folder().resolve("download.json"), "{\"address\":\"%s\"}".formatted(address));
      PartFile full = PartFile.open(folder(), address);
      assertThatThrownBy(() -> full.append(ByteBuffer.wrap(CONTENT)))
          .hasMessageContaining("the disk is full. Free some space and try again.");
      part.delete();
    }
  }

  @Test
  void aFolderThatCanNotBeMadeIsTold() throws IOException {
    Files.writeString(folder(), "a file");
    server.replies(server.good());
    assertThatThrownBy(this::fetch).hasMessageContaining("Could not write " + folder());
  }

  @Test
  void whereAServerSendsOnToIsFollowed() throws IOException {
    server.replies(
        ArchiveServer.status(302, "", "Location", "/elsewhere?signature=secret"),
        ArchiveServer.status(307, "", "Location", server.url()),
        server.good());
    assertWhole(fetch());
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void goingRoundInCirclesEnds() throws IOException {
    server.replies(ArchiveServer.status(302, "", "Location", "/archive"));
    assertRefused("sent on 10 times");
    assertThat(server.asked).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/archive.zip?signature=secret",
    "ftp://example.org/archive.zip",
    "file:///etc/passwd",
    "''",
    "':// :'"
  })
  void nothingIsFetchedFromWhereItIsNotSafe(String target) throws IOException {
    server.replies(ArchiveServer.status(302, "", "Location", target));
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("so nothing was downloaded")
        .hasMessageNotContaining("secret");
    assertThat(server.asked).hasSize(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    server.replies(exchange -> LockSupport.parkNanos(5_000_000_000L));
    assertThatThrownBy(this::fetch).hasMessageNotContaining("kept");
    assertThat(server.asked).hasSize(1);
    assertRefused("has sent nothing for");
  }

  @Test
  void aServerThatFallsSilentIsGivenUpAndWhatArrivedIsKept() throws IOException {
    server.replies(server.fallingSilent(50_000), exchange -> LockSupport.parkNanos(2_000_000_000L));
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("has sent nothing for")
        .hasMessageContaining("kept");
    assertThat(folder().resolve("download.part")).hasSize(50_000);
    server.replies(server.good());
    assertWhole(fetch());
    assertThat(server.ranges().getLast()).isEqualTo("bytes=50000-");
  }

  @Test
  void aPortThatIsClosedIsTold() throws IOException {
    int port;
    try (var closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertUnreachable("http://127.0.0.1:" + port + "/", "No connection to 127.0.0.1 could be made");
  }

  @Test
  void aServerThatIsNotEncryptedWhereItShouldBeIsTold() throws IOException {
    try (var plain = new ServerSocket(0)) {
      Thread.ofVirtual()
          .start(
              () -> {
                // The client may call again where the answer came too early for it.
                while (!plain.isClosed()) {
                  try (var caller = plain.accept()) {
                    caller.getOutputStream().write("Who is there?\n".repeat(9).getBytes(UTF_8));
                  } catch (IOException e) {
                    // The caller went away, or the test is over.
                  }
                }
              });
      assertUnreachable(
          "https://127.0.0.1:" + plain.getLocalPort(),
          "No secure connection to 127.0.0.1 could be made");
    }
  }

  @Test
  void aNameThatNobodyHasIsTold() throws IOException {
    assertUnreachable("https://nobody.invalid/", "nobody.invalid can't be found");
  }

  private void assertUnreachable(String address, String said) throws IOException {
    var download =
        new DatasetDownload(
            DownloadAddress.parse(address),
            folder(),
            "1",
            new Patience(Duration.ofSeconds(10), 1, Duration.ofMillis(5)),
            _ -> freeBytes);
    assertThatThrownBy(() -> download.fetch(progress, pause))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said);
    assertThat(files()).isEmpty();
  }

  @Test
  void aPauseHaltsItAndItGoesOnFromThere() throws Exception {
    server.replies(server.slow());
    CompletableFuture<Path> coming = start();
    untilArrived(20_000);
    pause.halt();
    until(() -> !progress.messages.isEmpty() && last().startsWith("paused at "));
    assertThat(last()).doesNotContain("begin anew");
    long halted = Files.size(folder().resolve("download.part"));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
    assertThat(folder().resolve("download.part")).hasSize(halted);
    assertThat(coming).isNotDone();
    server.replies(server.good());
    pause.goOn();
    assertWhole(coming.get(20, TimeUnit.SECONDS));
    assertThat(server.ranges()).containsExactly("null", "bytes=" + halted + "-");
  }

  @Test
  void aCancelKeepsThePartUntilItIsThrownAway() throws Exception {
    server.replies(server.slow());
    CompletableFuture<Path> coming = start();
    untilArrived(20_000);
    progress.cancelled = true;
    assertCancelled(coming);
    assertThat(files()).containsExactly("download.json", "download.part");
    download().discard();
    assertThat(files()).isEmpty();
  }

  @Test
  void itCanBeCancelledWhileItIsPausedAndWhileNobodyAnswers() throws Exception {
    pause.halt();
    CompletableFuture<Path> paused = start();
    progress.cancelled = true;
    assertCancelled(paused);
    assertThat(server.asked).isEmpty();
    progress.cancelled = false;
    pause.goOn();
    server.replies(exchange -> LockSupport.parkNanos(5_000_000_000L));
    CompletableFuture<Path> waiting = start();
    until(() -> !server.asked.isEmpty());
    progress.cancelled = true;
    assertCancelled(waiting);
  }

  @Test
  void aPauseThatCostsWhatHasArrivedSaysSo() throws Exception {
    server.replies(
        exchange -> {
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 50_000);
          exchange.getResponseBody().flush();
          LockSupport.parkNanos(300_000_000L);
        });
    CompletableFuture<Path> coming = start();
    untilArrived(50_000);
    pause.halt();
    until(() -> !progress.messages.isEmpty() && last().startsWith("paused at "));
    assertThat(last()).contains("begin anew");
    progress.cancelled = true;
    assertCancelled(coming);
  }

  private CompletableFuture<Path> start() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return fetch();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static void assertCancelled(CompletableFuture<Path> coming) {
    assertThatThrownBy(() -> coming.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancelledException.class);
  }

  private String last() {
    return progress.messages.getLast();
  }

  private void untilArrived(long bytes) {
    Path part = folder().resolve("download.part");
    until(() -> Files.exists(part) && part.toFile().length() >= bytes);
  }

  private static void until(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("It did not come about.").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
