package osusume.http;

/**
 * Reads headers in which a browser says how much it would like something, such as {@code
 * Accept-Encoding: gzip, br;q=0.5} (RFC 9110, 12.4.2). Jetty's {@code QuotedQualityCSV} makes
 * sorted lists of what is asked here by name, in three times the time, with every request; and it
 * takes weights there are not, such as -1 and 0x1p3.
 */
final class Qualities {
  private Qualities() {}

  /**
   * How much somebody would like what has this name.
   *
   * @param header null: there is none
   * @return 0 to 1; −1 where it is not named
   */
  static double of(String header, String name) {
    int from = 0;
    while (header != null && from < header.length()) {
      int comma = header.indexOf(',', from);
      int end = comma < 0 ? header.length() : comma;
      int semicolon = header.indexOf(';', from);
      int nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      if (header.substring(from, nameEnd).strip().equalsIgnoreCase(name)) {
        return quality(header.substring(nameEnd, end));
      }
      from = end + 1;
    }
    return -1;
  }

  /** Of {@code ;q=0.5}, among other parameters; what makes no sense asks for nothing. */
  private static double quality(String parameters) {
    for (String parameter : parameters.split(";")) {
      String plain = parameter.strip();
      if (plain.regionMatches(true, 0, "q=", 0, 2)) {
        return weight(plain.substring(2));
      }
    }
    return 1;
  }

  private static double weight(String text) {
    try {
      return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')
          ? Math.clamp(Double.parseDouble(text), 0, 1)
          : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
