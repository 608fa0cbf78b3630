package osusume.http;

import java.util.stream.Stream;

/** What kind of answer somebody would rather have, as the header {@code Accept} says (RFC 9110). */
final class Accept {
  private Accept() {}

  /**
   * Whether HTML is wanted rather than plain text; where both are as welcome it is not, so that
   * programs which accept everything get what is documented.
   *
   * @param header what every header of that name says, with commas between; empty: there is none
   */
  static boolean prefersHtml(String header) {
    return quality(header, "text/html") > quality(header, "text/plain");
  }

  /** Of the ranges that hold a type the narrowest counts. */
  private static double quality(String header, String type) {
    return Stream.of(type, "text/*", "*/*")
        .mapToDouble(range -> Qualities.of(header, range))
        .filter(quality -> quality >= 0)
        .findFirst()
        .orElse(0);
  }
}
