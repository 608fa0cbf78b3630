package osusume.http;

/** Puts texts into HTML. */
final class Html {
  private Html() {}

  /** A text as the content of an element or of a quoted attribute: it is shown as it is. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
