package osusume.mylist.io;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import osusume.data.io.BadInputException;

/** Why AniList gave no list, in sentences for a person. */
final class AniListTrouble {
  private static final String OTHERWISE =
      "Your list stays as it is. Try again later, or import a file.";
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int OWN_FAULT = 500;
  private static final int MINUTE = 60;

  private AniListTrouble() {}

  static IOException slow(Duration patience, Exception cause) {
    return new IOException(
        "AniList did not answer within %d seconds. %s"
            .formatted(Math.max(1, patience.toSeconds()), OTHERWISE),
        cause);
  }

  /** The sentence for a request that was not answered. */
  static IOException unreachable(Throwable cause, Duration patience, int mostBytes) {
    if (cause instanceof HttpTimeoutException timeout) {
      return slow(patience, timeout);
    }
    String said = String.valueOf(cause.getMessage());
    if (said.contains("exceeds capacity")) {
      return new IOException(
          "AniList's answer is longer than %d MB, which no list is. %s"
              .formatted(mostBytes >> 20, OTHERWISE),
          cause);
    }
    boolean noNetwork =
        cause instanceof ConnectException
            || cause instanceof UnknownHostException
            || cause instanceof UnresolvedAddressException;
    return new IOException(
        (noNetwork
                ? "AniList can't be reached. Check the connection to the network. "
                : "The connection to AniList broke off (%s). "
                    .formatted(
                        cause.getMessage() == null
                            ? cause.getClass().getSimpleName()
                            : said.replaceFirst("\\.$", "")))
            + OTHERWISE,
        cause);
  }

  /** The sentence for a wait that is too long to be waited out. */
  static IOException rest(long seconds) {
    return new IOException(
        "AniList is asked too often and wants %s of rest. Your list stays as it is. Try again after that, or import a file."
            .formatted(
                seconds < 2 * MINUTE
                    ? "%d s".formatted(seconds)
                    : (seconds + MINUTE - 1) / MINUTE + " minutes"));
  }

  static IOException noJson(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String what =
        text.isEmpty()
            ? "with nothing"
            : lower.startsWith("<")
                ? "with a web page; perhaps this network asks you to log in first"
                : "with something that is no list";
    return new IOException("AniList answered %s. %s".formatted(what, OTHERWISE));
  }

  static IOException noList() {
    return new IOException("AniList answered, but with no list in it. " + OTHERWISE);
  }

  /**
   * The sentence for an answer that says no.
   *
   * @param said what it says; may be empty
   * @param name of which user the list was asked for
   */
  static IOException refused(int status, String said, String name) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("private")) {
      return new IOException(
          "The list of %s at AniList is private, and only public ones can be fetched. Make it public in AniList's settings for the time of the import, or import a file."
              .formatted(name));
    }
    if (status == NOT_FOUND || lower.contains("not found")) {
      return new IOException(
          "AniList shows no list of a user named %s: there is no such user, or the profile is private. Check the spelling; it is the name on the profile."
              .formatted(name));
    }
    if (status >= OWN_FAULT) {
      return new IOException(
          "AniList has trouble of its own at the moment (status %d). %s"
              .formatted(status, OTHERWISE));
    }
    if (!said.isEmpty()) {
      return new IOException(
          "AniList gave no list. It says %s. %s"
              .formatted(BadInputException.quoted(said), OTHERWISE));
    }
    return new IOException(
        "AniList %s (status %d). %s"
            .formatted(
                status == FORBIDDEN
                    ? "refuses to answer"
                    : "answered with something else than a list",
                status,
                OTHERWISE));
  }
}
