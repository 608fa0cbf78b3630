package osusume.chat.exam;

import java.util.List;

/**
 * Which requests are put. Within a kind the requests are ordered by the SHA-256 of what is said,
 * and by turns one is open and one held.
 */
public enum Half {
  /** Those that may be looked at while an assistant is built. */
  OPEN("open.jsonl"),
  /** Those that may not, so that they tell how good it is with what it was not built for. */
  HELD("held.jsonl"),
  ALL("open.jsonl", "held.jsonl");

  private final List<String> files;

  Half(String... files) {
    this.files = List.of(files);
  }

  List<String> files() {
    return files;
  }
}
