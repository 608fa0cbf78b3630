package osusume.data.download;

import java.nio.ByteBuffer;

/** What the first bytes of a file say of it. */
enum FileStart {
  ZIP,
  WEB_PAGE,
  OTHER;

  /** So many bytes tell, white space before a web page included as a rule. */
  static final int ENOUGH = 64;

  static FileStart of(ByteBuffer start) {
    int at = start.position();
    if (start.remaining() >= 2 && start.get(at) == 'P' && start.get(at + 1) == 'K') {
      return ZIP;
    }
    for (int i = at; i < start.limit(); i++) {
      int b = start.get(i) & 0xFF;
      boolean markOrSpace = b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF;
      if (!markOrSpace) {
        return b == '<' ? WEB_PAGE : OTHER;
      }
    }
    return OTHER;
  }
}
