package osusume.mylist.io;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** How fast AniList may be asked: its headers say when that was enough for a while. */
final class AniListPace {
  private static final int TOO_MANY = 429;

  /** AniList counts by the minute; who asks for more than one and a half means something else. */
  private static final long LONGEST_SECONDS = 90;

  private static final long A_MINUTE = 60;
  private static final int MOST_TIMES = 3;
  private static final Duration STEP = Duration.ofMillis(100);

  private final Progress progress;
  private long waitSeconds;
  private int times;

  AniListPace(Progress progress) {
    this.progress = progress;
  }

  /** Waits, if AniList asked for that. */
  void beforeAsking() {
    long end = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
    waitSeconds = 0;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      progress.check();
      progress.report(
          Double.NaN,
          "AniList asks to wait, %d s left".formatted(Duration.ofNanos(left).toSeconds() + 1));
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw (CancelledException) new CancelledException().initCause(e);
      }
    }
    progress.check();
  }

  /**
   * Takes notice of what an answer says of the limit.
   *
   * @return whether it was no answer but the word to come back later
   * @throws IOException if that is too long to wait for; worded for a person
   */
  boolean mustAskAgain(HttpResponse<?> answer) throws IOException {
    HttpHeaders headers = answer.headers();
    if (answer.statusCode() == TOO_MANY) {
      long seconds = Math.max(1, number(headers, "Retry-After").orElse(A_MINUTE));
      if (seconds > LONGEST_SECONDS || ++times > MOST_TIMES) {
        throw AniListTrouble.rest(seconds);
      }
      waitSeconds = seconds;
      return true;
    }
    if (number(headers, "X-RateLimit-Remaining").orElse(1) <= 0) {
      waitSeconds = A_MINUTE;
    }
    return false;
  }

  /** A header's number; none where it is missing or something else. */
  private static OptionalLong number(HttpHeaders headers, String name) {
    try {
      return headers.firstValueAsLong(name);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
