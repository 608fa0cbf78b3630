package osusume.mylist.io;

import java.util.regex.Pattern;

/** Text as XML 1.0 can hold it. */
final class XmlText {
  private static final Pattern NAME = Pattern.compile("(?!(?i)xml)[A-Za-z_][A-Za-z0-9_.-]*");

  /** Stands for a letter that XML can't hold. */
  static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /**
   * What a reader of the file gets for a text: line breaks as XML has them, a replacement sign for
   * what XML can't hold, and no spaces around.
   */
  static String asRead(String text) {
    StringBuilder read = new StringBuilder(text.length());
    String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    lines.codePoints().forEach(c -> read.appendCodePoint(allowed(c) ? c : REPLACEMENT));
    return read.toString().strip();
  }

  /** Whether a letter may stand in XML 1.0 (section 2.2). */
  static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  /** Whether an element may have this name. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** A text that {@link #asRead} gave, as the content of an element. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The same as a CDATA section; an end mark in the text is divided among two. */
  static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
