package osusume.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.util.HostPort;

/**
 * Keeps pages of the web from asking a listener on somebody's desk. A page whose name was made to
 * lead here (DNS rebinding) is told by the {@code Host} it asks for, and any other page by {@code
 * Origin} and {@code Sec-Fetch-Site}, which its browser sends.
 */
final class OriginGate {
  private static final int LARGEST_BYTE = 255;
  private static final int BYTES = 4;

  private final Set<String> names;
  private final boolean anyAddress;

  /**
   * @param names hosts by which it may be asked beside this machine's own loopback; in lower case,
   *     IPv6 in brackets
   * @param anyAddress whether any address that is a number will do: no page can be made to have one
   */
  OriginGate(Set<String> names, boolean anyAddress) {
    this.names = Set.copyOf(names);
    this.anyAddress = anyAddress;
  }

  /**
   * @param host the header of this name, or what stands for it in the request line; null: neither
   * @throws Problem 421 if another machine is meant
   */
  void checkHost(String host) throws Problem {
    if (host == null || host.isEmpty()) {
      throw new Problem(
          421,
          "The request names no host ('Host'), so nobody knows whether this listener is meant.");
    }
    String name = name(host);
    if (name == null || !isOurs(name)) {
      throw new Problem(
          421,
          "This listener is not '%s'. Ask it by the address it listens at."
              .formatted(Problem.shown(host)));
    }
  }

  /**
   * @param origin the header of this name; null: no page of the web asks
   * @param host as it was found to be ours
   * @throws Problem 403 if a page of another address asks
   */
  void checkOrigin(String origin, String host) throws Problem {
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new Problem(403, "Pages of other addresses may not ask this listener.");
    }
  }

  /**
   * @param site {@code Sec-Fetch-Site}; null: who asks is no browser, or an old one
   * @param followed whether a person followed a link, so that no page sees the answer
   * @param free whether the route costs nothing
   * @throws Problem 403 if a page of another address asks
   */
  void checkSite(String site, boolean followed, boolean free) throws Problem {
    boolean foreign = "cross-site".equalsIgnoreCase(site) || "same-site".equalsIgnoreCase(site);
    if (foreign && !(followed && free)) {
      throw new Problem(403, "Pages of other addresses may not ask this listener.");
    }
  }

  private boolean isOurs(String name) {
    return name.equalsIgnoreCase("localhost")
        || name.equals("[::1]")
        || name.startsWith("127.") && isIpv4(name)
        || anyAddress && (name.startsWith("[") || isIpv4(name))
        || names.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A host without its port, IPv6 in brackets; null where it can't be one. */
  private static String name(String host) {
    try {
      return new HostPort(host).getHost();
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static boolean isIpv4(String name) {
    int parts = 1;
    int value = -1;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + c - '0';
        if (value > LARGEST_BYTE) {
          return false;
        }
      } else if (c == '.' && value >= 0) {
        parts++;
        value = -1;
      } else {
        return false;
      }
    }
    return parts == BYTES && value >= 0;
  }
}
