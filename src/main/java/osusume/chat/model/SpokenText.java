package osusume.chat.model;

import java.util.List;

/**
 * What a model says, without what it thinks. Models that think aloud (DeepSeek-R1, Qwen 3) put that
 * between {@code <think>} and {@code </think>} before their answer; where a server's template holds
 * the first of them already, only the second comes. A thought that never ends is one to the end.
 */
final class SpokenText {
  private static final List<String> OPEN = List.of("<think>", "<thinking>");
  private static final List<String> CLOSE = List.of("</think>", "</thinking>");

  private final StringBuilder said = new StringBuilder();

  /** What came last and is not decided yet: it may be the beginning of a mark. */
  private final StringBuilder waiting = new StringBuilder();

  private boolean thinking;
  private boolean thought;
  private long heard;

  /** A mark that was found in {@link #waiting}. */
  private record Mark(int at, int length, boolean opens) {}

  /** Takes the next piece. */
  void add(String more) {
    heard += more.length();
    waiting.append(more);
    while (true) {
      Mark next = next();
      if (next == null) {
        break;
      }
      int end = next.at() + next.length();
      if (!thinking) {
        say(waiting.substring(0, next.at()));
      }
      if (!next.opens() && !thinking && !thought) {
        // The thought began before the first word.
        said.setLength(0);
      }
      thinking = next.opens();
      thought = true;
      waiting.delete(0, end);
    }
    int keep = halfMark();
    if (!thinking) {
      say(waiting.substring(0, waiting.length() - keep));
    }
    waiting.delete(0, waiting.length() - keep);
  }

  /** Nothing more comes: what was held back is said after all. */
  void end() {
    if (!thinking) {
      say(waiting.toString());
    }
    waiting.setLength(0);
  }

  /** What was said so far. */
  String said() {
    return said.toString();
  }

  /** Whether some of what came was thought. */
  boolean hasThought() {
    return thought;
  }

  /** How much came, thoughts too, in characters. */
  long heard() {
    return heard;
  }

  private void say(String text) {
    // Between a thought and the answer stand empty lines that are part of neither.
    said.append(thought && said.isEmpty() ? text.stripLeading() : text);
  }

  private Mark next() {
    Mark first = null;
    for (String mark : thinking ? List.<String>of() : OPEN) {
      first = earlier(first, mark, true);
    }
    for (String mark : CLOSE) {
      first = earlier(first, mark, false);
    }
    return first;
  }

  private Mark earlier(Mark first, String mark, boolean opens) {
    int at = waiting.indexOf(mark);
    return at >= 0 && (first == null || at < first.at())
        ? new Mark(at, mark.length(), opens)
        : first;
  }

  /** How many of the last characters may begin a mark. */
  private int halfMark() {
    int most = 0;
    for (List<String> marks : List.of(OPEN, CLOSE)) {
      for (String mark : marks) {
        for (int length = Math.min(mark.length() - 1, waiting.length()); length > most; length--) {
          if (waiting.substring(waiting.length() - length).equals(mark.substring(0, length))) {
            most = length;
          }
        }
      }
    }
    return most;
  }
}
