package osusume.data.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a data set is downloaded from: https, or http on this machine.
 *
 * @param uri absolute, with a host
 */
public record DownloadAddress(URI uri) {
  /** Kaggle's public address of the "Anime Recommendations Database"; it needs no log-in. */
  public static final DownloadAddress KAGGLE =
      new DownloadAddress(
          URI.create(
              "https://www.kaggle.com/api/v1/datasets/download/CooperUnion/anime-recommendations-database"));

  /** The page where a person can download the same file by hand. */
  public static final URI PAGE =
      URI.create("https://www.kaggle.com/datasets/CooperUnion/anime-recommendations-database");

  private static final int LONGEST = 2000;

  /**
   * @throws IllegalArgumentException if nothing may be downloaded from there; worded for a person
   */
  public DownloadAddress {
    String why = whyNot(uri);
    if (!why.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" can't be downloaded from: %s".formatted(shortened(uri.toString()), why));
    }
  }

  /**
   * Reads an address a person wrote.
   *
   * @throws IllegalArgumentException if it is none, or nothing may be downloaded from there; worded
   *     for a person
   */
  public static DownloadAddress parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      throw new IllegalArgumentException(
          "An address of %,d characters is too long; it may have %,d."
              .formatted(trimmed.length(), LONGEST));
    }
    try {
      return new DownloadAddress(new URI(trimmed));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no address. One begins with https:// and has no spaces."
              .formatted(shortened(trimmed)),
          e);
    }
  }

  private static String whyNot(URI uri) {
    if (uri.getHost() == null || uri.getScheme() == null) {
      return "it names no place on the network. An address begins with https://.";
    }
    if (uri.getUserInfo() != null) {
      return "it holds a user name or a password, which would be kept where others can read it.";
    }
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> "";
      case "http" ->
          isThisMachine(uri.getHost())
              ? ""
              : "it is not encrypted, so anybody on the way could change the file. Use https://.";
      default -> "it must begin with https://.";
    };
  }

  private static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]");
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  /** Whether a server at {@code from} may send on to {@code to}: never out of an encrypted way. */
  static boolean mayLead(URI from, URI to) {
    return whyNot(to).isEmpty()
        && (to.getScheme().equalsIgnoreCase("https") || from.getScheme().equalsIgnoreCase("http"));
  }

  /** The server, for a person; never the whole address, which may hold a signature. */
  public String host() {
    return uri.getHost();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
