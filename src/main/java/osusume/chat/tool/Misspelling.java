package osusume.chat.tool;

/** How far a word is from what it should be. */
final class Misspelling {
  private Misspelling() {}

  /**
   * How many letters were left out, added, changed, or changed places with the next (optimal string
   * alignment); more than {@code most} where there are more.
   */
  static int mistakes(String word, String said, int most) {
    if (Math.abs(word.length() - said.length()) > most) {
      return most + 1;
    }
    int[] before = new int[said.length() + 1];
    int[] last = new int[said.length() + 1];
    int[] now = new int[said.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= word.length(); i++) {
      now[0] = i;
      int least = i;
      for (int j = 1; j <= said.length(); j++) {
        int changed = word.charAt(i - 1) == said.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(last[j - 1] + changed, 1 + Math.min(last[j], now[j - 1]));
        if (i > 1
            && j > 1
            && word.charAt(i - 1) == said.charAt(j - 2)
            && word.charAt(i - 2) == said.charAt(j - 1)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
        least = Math.min(least, now[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return last[said.length()];
  }
}
