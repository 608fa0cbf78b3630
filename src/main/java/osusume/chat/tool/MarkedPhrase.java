package osusume.chat.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase of a Markdown text that is set off from the rest.
 *
 * @param from where it begins in the text, without its marks
 * @param to where it ends, exclusive
 * @param text what it says
 * @param strong whether it is bold or in quotation marks, and not in italics or a link only
 * @param bold whether it is bold
 * @param item whether a line or an item of a list begins with it
 * @param after what follows it on its line
 */
record MarkedPhrase(
    int from, int to, String text, boolean strong, boolean bold, boolean item, String after) {
  private static final int LONGEST = 120;

  private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)(?=\\S)([^\\n]+?)(?<=\\S)\\1");
  private static final Pattern QUOTED =
      Pattern.compile("“([^”\\n]+)”|「([^」\\n]+)」|『([^』\\n]+)』|«([^»\\n]+)»");
  private static final Pattern STRAIGHT =
      Pattern.compile("(?<![\\p{L}\\p{N}\"])\"(?=\\S)([^\"\\n]+)\"(?![\\p{L}\\p{N}\"])");
  private static final Pattern ITALIC =
      Pattern.compile("(?<![*_\\p{L}\\p{N}])([*_])(?=[^\\s*_])([^*_\\n]+)\\1(?![*_\\p{L}\\p{N}])");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)\\]\\(");

  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+•]|\\d{1,3}[.)]|#{1,6})?\\s*");
  private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.):]\\s+");
  private static final Pattern TAIL = Pattern.compile("[\\s:.,;!?]+$");
  private static final Pattern ADDED =
      Pattern.compile("\\s+[–—-]\\s+.*$|\\s*\\([^)]*\\)\\s*$|\\s*\\[[^\\]]*\\]\\s*$");

  /** All of a text, the strongest marks first. */
  static List<MarkedPhrase> in(String text) {
    List<MarkedPhrase> phrases = new ArrayList<>();
    add(phrases, text, BOLD, true, true);
    add(phrases, text, QUOTED, true, false);
    add(phrases, text, STRAIGHT, true, false);
    add(phrases, text, ITALIC, false, false);
    add(phrases, text, LINK, false, false);
    phrases.sort(Comparator.comparing(phrase -> !phrase.bold));
    return phrases;
  }

  private static void add(
      List<MarkedPhrase> phrases, String text, Pattern pattern, boolean strong, boolean bold) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int group = matcher.groupCount();
      if (pattern == QUOTED) {
        while (matcher.group(group) == null) {
          group--;
        }
      }
      int from = matcher.start(group);
      int to = matcher.end(group);
      // Marks within marks: **"Title"**, **[Title](…)**.
      while (to - from > 2 && "\"“「『*_[".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      while (to - from > 1 && "\"”」』*_]".indexOf(text.charAt(to - 1)) >= 0) {
        to--;
      }
      String said = text.substring(from, to);
      Matcher number = NUMBER.matcher(said);
      if (number.find() && number.end() < said.length()) {
        from += number.end();
        said = text.substring(from, to);
      }
      if (to - from <= LONGEST && !said.isBlank()) {
        int line = text.indexOf('\n', matcher.end());
        phrases.add(
            new MarkedPhrase(
                from,
                to,
                said,
                strong,
                bold,
                beginsItem(text, matcher.start()),
                text.substring(matcher.end(), line < 0 ? text.length() : line)));
      }
    }
  }

  /** Whether only the mark of a list or nothing stands before a place on its line. */
  static boolean beginsItem(String text, int at) {
    int line = text.lastIndexOf('\n', at - 1) + 1;
    return ITEM.matcher(text.substring(line, at)).matches();
  }

  /** Whether a colon follows, as it follows a label as well as a title. */
  boolean labels() {
    return after.stripLeading().startsWith(":");
  }

  /** What stands before it on its line, in the same way for every item of one list. */
  String place(String whole) {
    String before = whole.substring(whole.lastIndexOf('\n', from - 1) + 1, from);
    return item ? before.replaceAll("\\d+", "0") : "";
  }

  /** Whether it stands there as something to watch: bold, or first in an item of a list. */
  boolean presented() {
    return bold || item;
  }

  /** The phrase, and what it is without what is often added to a name; each once. */
  List<String> readings() {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(text);
    String bare = TAIL.matcher(text).replaceAll("");
    readings.add(bare);
    String name = bare;
    for (String shorter = ADDED.matcher(name).replaceFirst("");
        !shorter.equals(name) && !shorter.isBlank();
        shorter = ADDED.matcher(name).replaceFirst("")) {
      name = shorter;
      readings.add(name);
    }
    readings.removeIf(String::isBlank);
    return List.copyOf(readings);
  }
}
