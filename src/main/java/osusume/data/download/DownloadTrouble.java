package osusume.data.download;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * What can go wrong with a download, each as a sentence: what happened, and what to do. Servers are
 * named by their host alone, for an address may hold a signature.
 */
final class DownloadTrouble {
  private static final String BY_HAND =
      " Or download the file in a browser from " + DownloadAddress.PAGE + ", then import it.";

  private DownloadTrouble() {}

  /** No answer came; {@code cause} says why. */
  static DroppedException unreachable(String host, Throwable cause, Duration silence) {
    for (Throwable why = cause; why != null; why = why.getCause()) {
      switch (why) {
        case UnresolvedAddressException _, UnknownHostException _ -> {
          return unheard(
              "%s can't be found. Is this machine connected to the network? Connect it and try"
                  + " again.",
              cause, host);
        }
        case SSLException _ -> {
          return unheard(
              "No secure connection to %s could be made, so nothing was downloaded (%s). A clock"
                  + " that is wrong or a network that reads along are the usual causes."
                  + BY_HAND,
              cause,
              host,
              said(why));
        }
        case HttpConnectTimeoutException _ -> {
          return silent(host, silence);
        }
        default -> {}
      }
    }
    return unheard(
        "No connection to %s could be made (%s). Check the network and try again.",
        cause, host, said(cause));
  }

  static DroppedException silent(String host, Duration silence) {
    return unheard(
        "%s has sent nothing for %d seconds. Try again later.",
        null, host, Math.max(1, silence.toSeconds()));
  }

  /**
   * It was tried again and again.
   *
   * @param last what went wrong the last time
   * @param far how far the download is
   * @param resumable whether another one can go on from there
   */
  static IOException givenUp(String host, DroppedException last, String far, boolean resumable) {
    String sentence =
        last.worded()
            ? last.getMessage()
            : "The connection to %s broke off again and again, last at %s (%s). Try again later."
                .formatted(host, far, said(last));
    return new IOException(
        resumable
            ? sentence
                + " What has arrived (%s) is kept; the download goes on there.".formatted(far)
            : sentence,
        last);
  }

  /** An answer that carries no file. */
  static IOException refused(HttpResponse<?> answer) {
    String host = answer.uri().getHost();
    int status = answer.statusCode();
    return switch (status) {
      case 401, 403 ->
          trouble(
              "%s refused the download (%d). Download the file in a browser from %s, then import"
                  + " it.",
              null, named(host), status, DownloadAddress.PAGE);
      case 404, 410 ->
          trouble(
              "%s has no such file any more (%d). Check the address in the settings." + BY_HAND,
              null,
              named(host),
              status);
      case 429 ->
          trouble(
              "%s has had too many requests (429). %s",
              null, named(host), later(answer.headers().firstValue("retry-after").orElse("")));
      default ->
          status >= 500
              ? trouble(
                  "%s has trouble of its own (%d). Try again later." + BY_HAND,
                  null,
                  named(host),
                  status)
              : trouble(
                  "%s gave an answer that is no download (%d). Check the address in the settings."
                      + BY_HAND,
                  null,
                  named(host),
                  status);
    };
  }

  /** Kaggle by its name, anybody else by the host. */
  private static String named(String host) {
    return host.equals(DownloadAddress.KAGGLE.host()) ? "Kaggle" : host;
  }

  private static String later(String retryAfter) {
    try {
      long seconds =
          retryAfter.matches("\\d{1,9}")
              ? Long.parseLong(retryAfter)
              : Duration.between(
                      Instant.now(),
                      ZonedDateTime.parse(
                          retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)))
                  .toSeconds();
      return seconds < 120
          ? "Try again in %d seconds.".formatted(Math.max(1, seconds))
          : "Try again in %d minutes.".formatted((seconds + 59) / 60);
    } catch (DateTimeException e) {
      return "Try again in a few minutes.";
    }
  }

  static IOException webPage(String host) {
    return trouble(
        "%s answered with a web page, not with the data set: the log-in page of this network,"
            + " perhaps. Open a browser, log in to the network if it asks, and try again."
            + BY_HAND,
        null,
        host);
  }

  static IOException noArchive(String host) {
    return trouble(
        "What %s sent is no zip archive, so it was thrown away. Check the address in the settings."
            + BY_HAND,
        null,
        host);
  }

  static IOException cutArchive(Throwable cause) {
    return trouble(
        "What was downloaded is cut or damaged: it can't be opened as a zip archive. It was thrown"
            + " away; download it again.",
        cause);
  }

  static IOException wrongChecksum(String name, String expected, String found) {
    return trouble(
        "What was downloaded is not what the server has: its %s is %s, but should be %s. It was"
            + " thrown away; download it again.",
        null, name, found, expected);
  }

  static IOException tooLarge(String host, long most) {
    return trouble(
        "%s would send more than %d GB, which no data set of ratings has. Check the address in the"
            + " settings.",
        null, host, most >> 30);
  }

  static IOException tooMuch(String host, long total) {
    return trouble(
        "%s sent more than the %,d bytes the file has, so it was thrown away. Download it again.",
        null, host, total);
  }

  static IOException noRoom(Object folder, long needed, long free) {
    return trouble(
        "The download needs %.0f MB, but only %.0f MB are free in %s. Free some space and try"
            + " again.",
        null, needed / 1e6, free / 1e6, folder);
  }

  static IOException astray(String host, String target) {
    return trouble(
        "%s sends on to %s, which is not an encrypted address (https), so nothing was downloaded."
            + BY_HAND,
        null,
        host,
        target);
  }

  static IOException roundAndRound(String host, int times) {
    return trouble(
        "%s sent on %d times without giving the file. Check the address in the settings." + BY_HAND,
        null,
        host,
        times);
  }

  private static String said(Throwable cause) {
    for (Throwable why = cause; why != null; why = why.getCause()) {
      if (why.getMessage() != null && !why.getMessage().isBlank()) {
        return why.getMessage().strip();
      }
    }
    return cause.getClass().getSimpleName();
  }

  private static DroppedException unheard(String sentence, Throwable cause, Object... values) {
    return DroppedException.unheard(sentence.formatted(values), cause);
  }

  private static IOException trouble(String sentence, Throwable cause, Object... values) {
    return new IOException(sentence.formatted(values), cause);
  }
}
