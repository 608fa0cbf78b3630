package osusume.http;

import java.util.List;
import java.util.Locale;

/** What kind of answer somebody would rather have, as the header {@code Accept} says (RFC 9110). */
final class Accept {
  private static final String EVERYTHING = "*/*";

  private Accept() {}

  /**
   * Whether HTML is wanted rather than plain text; where both are as welcome it is not, so that
   * programs which accept everything get what is documented.
   *
   * @param headers the values of every header of that name, none where there is none
   */
  static boolean prefersHtml(List<String> headers) {
    String accepted = String.join(",", headers).toLowerCase(Locale.ROOT);
    return quality("text/html", accepted) > quality("text/plain", accepted);
  }

  /** From 0, which is not at all, to 1; of the ranges that hold the type the narrowest counts. */
  private static double quality(String type, String accepted) {
    double quality = 0;
    int narrowest = -1;
    for (String range : accepted.split(",")) {
      String[] parts = range.split(";");
      int width = width(parts[0].strip(), type);
      if (width > narrowest) {
        narrowest = width;
        quality = quality(parts);
      }
    }
    return quality;
  }

  /** 2: the type itself; 1: every type of its kind; 0: everything; -1: not this type. */
  private static int width(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
      return 1;
    }
    return range.equals(EVERYTHING) ? 0 : -1;
  }

  /** A weight that is none counts as not at all: who sends it gets the plain text. */
  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        String weight = parameter.substring(2).strip();
        return weight.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(weight) : 0;
      }
    }
    return 1;
  }
}
