package osusume.data.download;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;

/**
 * Downloads the archive of a data set into a folder. What has arrived lies in {@code download.part}
 * until it is whole and has been held against its length, its checksums and what a zip archive is;
 * then it gets its name. That part outlives a pause, a connection that breaks off and the program
 * itself: the next download from the same address goes on from there, if the server still has the
 * same bytes (RFC 9110, {@code Range} with {@code If-Range}).
 */
public final class DatasetDownload {
  /** Far more than the ratings of a whole site take; what is larger is something else. */
  private static final long MOST_BYTES = 2L << 30;

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  private final DownloadAddress address;
  private final Path folder;
  private final String userAgent;
  private final Patience patience;
  private final Room room;

  /** How much a disk has room for. */
  @FunctionalInterface
  interface Room {
    long freeBytes(Path folder) throws IOException;
  }

  /**
   * @param folder where the archive will lie; made if it is missing
   * @param version of the program, which servers are told
   */
  public DatasetDownload(DownloadAddress address, Path folder, String version) {
    this(
        address,
        folder,
        version,
        Patience.USUAL,
        where -> Files.getFileStore(where).getUsableSpace());
  }

  DatasetDownload(
      DownloadAddress address, Path folder, String version, Patience patience, Room room) {
    this.address = address;
    this.folder = folder;
    this.userAgent = "Osusume/" + version;
    this.patience = patience;
    this.room = room;
  }

  /**
   * Downloads the archive, or the rest of it. Only one download may work in a folder at a time.
   *
   * @param pause halts it: the connection is closed and made again when it goes on
   * @return the whole archive, named after its bytes: the same ones have the same name. Until
   *     {@link #discard} it is what the next download gives as well, without asking for it again
   * @throws IOException if it can't be had; worded for a person. What has arrived is kept where it
   *     is of use
   * @throws CancelledException if the person asked to stop; what has arrived is kept, see {@link
   *     #discard}
   */
  public Path fetch(Progress progress, Pause pause) throws IOException {
    try (PartFile part = PartFile.open(folder, address);
        Exchange exchange = new Exchange(address, userAgent, patience)) {
      Optional<Path> kept = part.archive();
      if (kept.isPresent() && isStillItself(kept.get(), progress)) {
        return kept.get();
      }
      if (kept.isPresent()) {
        part.delete();
      }
      receive(part, exchange, progress, pause);
      return checked(part, progress);
    }
  }

  private static boolean isStillItself(Path archive, Progress progress) throws IOException {
    progress.report(1, "checking what was downloaded before");
    String name = PartNote.archiveName(Checksums.of(archive, progress));
    return archive.getFileName().toString().equals(name);
  }

  /**
   * Deletes what has arrived of a download that did not end, and forgets one that did: the next one
   * asks anew.
   *
   * @return the archive if it is whole already. It is left alone: of the same bytes something may
   *     have been made before that needs them
   */
  public Optional<Path> discard() throws IOException {
    try (PartFile part = PartFile.open(folder, address)) {
      Optional<Path> whole = part.archive();
      part.delete();
      return whole;
    }
  }

  /** Asks until everything is there, anew wherever the connection broke off. */
  private void receive(PartFile part, Exchange exchange, Progress progress, Pause pause)
      throws IOException {
    long furthest = part.length();
    int tries = 0;
    boolean there = part.complete();
    while (!there) {
      halt(part, progress, pause);
      try {
        there = attempt(part, exchange, progress, pause);
      } catch (DroppedException e) {
        tries = part.length() > furthest ? 1 : tries + 1;
        furthest = Math.max(furthest, part.length());
        String far = Pace.far(part.length(), total(part));
        // Who could be reached before will be again; of anybody else the person is told at once.
        boolean hopeless = e.worded() && part.length() == 0;
        if (hopeless || tries > patience.retries()) {
          throw DownloadTrouble.givenUp(address.host(), e, far, part.resumableLength() > 0);
        }
        progress.report(
            Pace.part(part.length(), total(part)), far + ", connection lost, trying again");
        rest(patience.beforeRetry().multipliedBy(1L << (tries - 1)), progress);
      }
    }
  }

  private static long total(PartFile part) {
    return part.note() == null ? -1 : part.note().total();
  }

  private static void halt(PartFile part, Progress progress, Pause pause) throws IOException {
    if (pause.asked()) {
      long total = total(part);
      String far = Pace.far(part.length(), total);
      boolean lost = part.length() > 0 && part.resumableLength() == 0;
      progress.report(
          Pace.part(part.length(), total),
          "paused at " + far + (lost ? ", but this server can only begin anew" : ""));
    }
    pause.await(progress);
  }

  private static void rest(Duration length, Progress progress) {
    long end = System.nanoTime() + length.toNanos();
    try {
      while (System.nanoTime() < end) {
        progress.check();
        TimeUnit.NANOSECONDS.sleep(Math.min(LOOK.toNanos(), Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /**
   * Asks once.
   *
   * @return whether everything is there; if not, it is to be asked again
   */
  private boolean attempt(PartFile part, Exchange exchange, Progress progress, Pause pause)
      throws IOException {
    long from = part.resumableLength();
    if (from == 0) {
      progress.report(Double.NaN, "asking " + address.host());
    }
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
        exchange.ask(from, from > 0 ? part.note().validator() : "", progress);
    try (Arriving body = new Arriving()) {
      answer.body().subscribe(body);
      if (answer.statusCode() == 200) {
        return begin(part, answer, body, progress, pause);
      }
      if (from > 0 && answer.statusCode() == 206 && continues(part.note(), from, answer)) {
        return write(part, answer, body, progress, pause);
      }
      if (from > 0 && (answer.statusCode() == 206 || answer.statusCode() == 416)) {
        // Another file than the one the part is of, or another stretch of it than asked for.
        part.delete();
        return false;
      }
      throw DownloadTrouble.refused(answer);
    }
  }

  /** Whether an answer carries what comes after the first {@code from} bytes. */
  private static boolean continues(PartNote note, long from, HttpResponse<?> answer) {
    Matcher range = RANGE.matcher(answer.headers().firstValue("content-range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != from) {
      return false;
    }
    boolean sameSize =
        note.total() < 0
            || range.group(2).equals("*")
            || Long.parseLong(range.group(2)) == note.total();
    return sameSize && note.isOf(answer);
  }

  /**
   * Takes a whole file. What is there of an older one goes only once this is seen to be an archive,
   * for it may as well be the log-in page of a network.
   */
  private boolean begin(
      PartFile part,
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer,
      Arriving body,
      Progress progress,
      Pause pause)
      throws IOException {
    String host = answer.uri().getHost();
    String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      throw DownloadTrouble.webPage(host);
    }
    PartNote note = PartNote.of(address, answer);
    if (note.total() > MOST_BYTES) {
      throw DownloadTrouble.tooLarge(host, MOST_BYTES);
    }
    long free = room.freeBytes(folder) + part.length();
    if (note.total() > free) {
      throw DownloadTrouble.noRoom(folder.toAbsolutePath(), note.total(), free);
    }
    ByteBuffer start = start(host, body, progress);
    switch (FileStart.of(start)) {
      case ZIP -> {}
      case WEB_PAGE -> throw DownloadTrouble.webPage(host);
      case OTHER -> throw DownloadTrouble.noArchive(host);
    }
    part.begin(note);
    part.append(start);
    return write(part, answer, body, progress, pause);
  }

  /** The first bytes of a body, as many as tell what it is. */
  private ByteBuffer start(String host, Arriving body, Progress progress) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(0);
    long heard = System.nanoTime();
    while (!body.ended() && start.remaining() < FileStart.ENOUGH) {
      progress.check();
      Optional<List<ByteBuffer>> piece = body.next(LOOK);
      if (piece.isPresent()) {
        heard = System.nanoTime();
        start = joined(start, piece.get());
      } else {
        requireHeard(host, heard);
      }
    }
    return start;
  }

  private static ByteBuffer joined(ByteBuffer start, List<ByteBuffer> piece) {
    int length = start.remaining() + piece.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer all = ByteBuffer.allocate(length).put(start);
    piece.forEach(all::put);
    return all.flip();
  }

  private void requireHeard(String host, long lastHeard) throws IOException {
    if (System.nanoTime() - lastHeard > patience.silence().toNanos()) {
      throw DownloadTrouble.silent(host, patience.silence());
    }
  }

  private boolean write(
      PartFile part, HttpResponse<?> answer, Arriving body, Progress progress, Pause pause)
      throws IOException {
    String host = answer.uri().getHost();
    long total = part.note().total();
    long length = part.length();
    Pace pace = new Pace(total);
    long heard = System.nanoTime();
    pace.at(length, heard, progress);
    while (!body.ended()) {
      progress.check();
      if (pause.asked()) {
        return false;
      }
      Optional<List<ByteBuffer>> piece = body.next(LOOK);
      if (piece.isEmpty()) {
        requireHeard(host, heard);
        continue;
      }
      heard = System.nanoTime();
      for (ByteBuffer bytes : piece.get()) {
        length += bytes.remaining();
        if (length > MOST_BYTES || total >= 0 && length > total) {
          part.delete();
          throw length > MOST_BYTES
              ? DownloadTrouble.tooLarge(host, MOST_BYTES)
              : DownloadTrouble.tooMuch(host, total);
        }
        part.append(bytes);
      }
      pace.at(length, heard, progress);
    }
    if (total >= 0 && length < total) {
      throw new DroppedException(new IOException("the answer ended too early"));
    }
    return true;
  }

  /** Holds what has arrived against what it should be, and gives it its name. */
  private Path checked(PartFile part, Progress progress) throws IOException {
    progress.report(1, "checking what was downloaded");
    part.close();
    Checksums found = Checksums.of(part.path(), progress);
    Checksums given = part.note().checksums();
    String wrong = given.firstMismatch(found);
    if (!wrong.isEmpty()) {
      part.delete();
      throw DownloadTrouble.wrongChecksum(wrong, given.get(wrong), found.get(wrong));
    }
    try (ZipFile _ = new ZipFile(part.path().toFile())) {
      // It opens: its list of files, which stands at its end, is there.
    } catch (IOException e) {
      part.delete();
      throw DownloadTrouble.cutArchive(e);
    }
    return part.finish(PartNote.archiveName(found));
  }
}
