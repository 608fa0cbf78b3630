package osusume.mylist.io;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A file's bytes as text: UTF-8, or UTF-16 where the first bytes look like it. */
final class ListText {
  private static final char MARK = '\uFEFF';
  private static final int HEAD = 4;

  private ListText() {}

  /** UTF-16 where the first bytes look like it; else null: single bytes for the ASCII letters. */
  static Charset wide(byte[] head) {
    if (head.length < 2) {
      return null;
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    boolean big = first == 0xFE && second == 0xFF || first == 0 && second > 0;
    boolean little = first == 0xFF && second == 0xFE || first > 0 && second == 0;
    return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : null;
  }

  /** The first bytes as text, without a byte order mark; a letter cut at their end is replaced. */
  static String start(byte[] head) {
    Charset wide = wide(head);
    String text =
        (wide == null ? StandardCharsets.UTF_8 : wide).decode(ByteBuffer.wrap(head)).toString();
    return text.indexOf(MARK) == 0 ? text.substring(1) : text;
  }

  /**
   * The text of all bytes, without a byte order mark. Reading from it throws a {@link
   * java.nio.charset.CharacterCodingException} at bytes that are no text.
   */
  static Reader of(InputStream bytes) throws IOException {
    return of(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The same, where the bytes may be in another encoding.
   *
   * @param otherwise the encoding, if they do not look like UTF-16
   */
  static Reader of(InputStream bytes, Charset otherwise) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes);
    in.mark(HEAD);
    Charset wide = wide(in.readNBytes(HEAD));
    in.reset();
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                in,
                (wide == null ? otherwise : wide)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }
}
