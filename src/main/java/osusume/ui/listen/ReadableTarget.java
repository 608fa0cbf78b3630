package osusume.ui.listen;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The target of a request as a person reads it: names in their own script. */
final class ReadableTarget {
  private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final String SEPARATORS = "%&=?#+/;";

  private ReadableTarget() {}

  /**
   * @param target percent-encoded; what is no UTF-8 in it, separates its parts or is no sign to be
   *     seen stays as it is
   */
  static String of(String target) {
    return ENCODED.matcher(target).replaceAll(found -> Matcher.quoteReplacement(decoded(found)));
  }

  private static String decoded(MatchResult found) {
    String encoded = found.group();
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length() / 3);
    for (int i = 1; i < encoded.length(); i += 3) {
      bytes.put((byte) Integer.parseInt(encoded, i, i + 2, 16));
    }
    bytes.flip();
    CharBuffer chars = CharBuffer.allocate(bytes.capacity());
    // It stops at what is no UTF-8, for instance where the log cut a long target.
    StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    StringBuilder readable = new StringBuilder();
    chars.flip().codePoints().forEach(sign -> append(readable, sign));
    return readable.append(encoded.substring(bytes.position() * 3)).toString();
  }

  private static void append(StringBuilder readable, int sign) {
    String text = Character.toString(sign);
    if (SEPARATORS.indexOf(sign) >= 0 || !visible(sign)) {
      for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
        readable.append("%%%02X".formatted(part));
      }
    } else {
      readable.append(text);
    }
  }

  /** Without signs that move the cursor or turn the line around. */
  private static boolean visible(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
