package osusume.chat.exam;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import osusume.chat.exam.TitleReader.Found;

/**
 * Which of the titles that an answer names it offers. Answers name others too: those the person
 * spoke of, and those a reason rests on ("because you gave Steins;Gate a 10"). In a list or table
 * the first title of each row is offered; in an answer without one, every title. Never one that
 * stands behind the words of a reason in its sentence, and never one that the person named.
 */
final class Offered {
  private static final Pattern ROW = Pattern.compile("\\s*(?:[-*+|•]|\\d+[.)]|#+ ).*");

  private static final Pattern REASON =
      Pattern.compile(
          "\\b(?:because|since you|as you|you (?:gave|rated|watched|liked|loved|enjoyed|dropped|have"
              + " seen)|they (?:gave|rated|watched|liked|dropped)|similar to|unlike"
              + "|(?<!\\b(?:might|would|d|may|will|ll|should|also|could|probably) )like|reminds of"
              + "|reminds you of|fans of|than|sequel to|sequel of)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Words behind which the reason has been said and the offer comes. */
  private static final Pattern OFFER =
      Pattern.compile(
          "\\b(?:try|recommend|suggest|watch|how about|check out|consider|go with|go for|pick"
              + "|you might|you may|you will|you should|would be)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+|\\n");

  private Offered() {}

  /**
   * @param named the titles in the text
   * @param said catalogue rows of the titles that the person named
   * @return catalogue rows, in the order of the text
   */
  static List<Integer> in(String text, List<Found> named, BitSet said) {
    Set<Integer> ofRows = new LinkedHashSet<>();
    Set<Integer> all = new LinkedHashSet<>();
    int lastLine = -1;
    for (Found title : named) {
      boolean aside = said.get(title.row()) || isReason(before(text, title));
      int line = text.lastIndexOf('\n', title.from()) + 1;
      int end = text.indexOf('\n', line);
      boolean row = ROW.matcher(text.substring(line, end < 0 ? text.length() : end)).matches();
      if (!aside) {
        all.add(title.row());
        if (row && line != lastLine) {
          ofRows.add(title.row());
        }
      }
      lastLine = line;
    }
    return List.copyOf(ofRows.isEmpty() ? all : ofRows);
  }

  private static boolean isReason(String before) {
    var reasons = REASON.matcher(before);
    int last = -1;
    while (reasons.find()) {
      last = reasons.end();
    }
    return last >= 0 && !OFFER.matcher(before.substring(last)).find();
  }

  /** The sentence so far. */
  private static String before(String text, Found title) {
    String before = text.substring(0, title.from());
    var ends = SENTENCE_END.matcher(before);
    int from = 0;
    while (ends.find()) {
      from = ends.end();
    }
    return before.substring(from);
  }
}
