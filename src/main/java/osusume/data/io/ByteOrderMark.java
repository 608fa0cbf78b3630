package osusume.data.io;

/** The bytes that some programs put before a text to say how it is encoded. */
final class ByteOrderMark {
  /** So many bytes tell whether there is one. */
  static final int LONGEST = 3;

  private ByteOrderMark() {}

  /** How many bytes UTF-8's mark takes at the start of a file: 3, or 0 if there is none. */
  static int length(byte[] start) {
    boolean marked =
        start.length >= 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  /** Whether a file starts with one of UTF-16's marks. */
  static boolean utf16(byte[] start) {
    return start.length >= 2
        && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
            || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
  }
}
