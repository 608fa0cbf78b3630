package osusume.chat.offline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a message.
 *
 * @param text in small letters, without accents and apostrophes; numbers without commas
 * @param raw as it was written
 * @param before what stands between it and the word before
 * @param quoted whether it stands in quotation marks
 */
record Word(String text, String raw, String before, boolean quoted) {
  /** Longer messages are read so far. */
  private static final int MOST = 120;

  private static final Pattern WORD =
      Pattern.compile(
          "\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d+\\.\\d+|[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}]+)*");
  private static final Pattern QUOTES = Pattern.compile("[\"“”«»「」]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BREAK = Pattern.compile("[.!?;:]\\s|[.!?;]$|\\n|,| [-–—]+ ");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?k?");

  private static final Pattern SINGLE_QUOTES =
      Pattern.compile("(^|[\\s(])['‘]([^'’\\s][^'’]{0,80}[^'’\\s])['’](?=[\\s.,!?;:)]|$)");

  /** The words of a message, in order. */
  static List<Word> of(String said) {
    String message =
        SINGLE_QUOTES
            .matcher(said)
            .replaceAll("$1\"$2\"")
            .replaceAll("(?<=\\d)\\+", " plus ")
            .replaceAll("(?<=\\d)['’]s\\b", "")
            .replaceAll("(?i)\\bvs\\.", "vs");
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(message);
    int end = 0;
    boolean quoted = false;
    while (matcher.find() && words.size() < MOST) {
      String before = message.substring(end, matcher.start());
      quoted ^= QUOTES.matcher(before).results().count() % 2 == 1;
      words.add(new Word(plain(matcher.group()), matcher.group(), before, quoted));
      end = matcher.end();
    }
    return words;
  }

  private static String plain(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKD).replaceAll("['’,]", "");
    return ACCENTS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Whether a clause ends before it. */
  boolean breaksBefore() {
    return BREAK.matcher(before).find();
  }

  /** Whether a comma alone stands before it. */
  boolean comma() {
    return before.strip().equals(",");
  }

  /** Whether it begins with a capital letter. */
  boolean capital() {
    return Character.isUpperCase(raw.codePointAt(0));
  }

  /** Whether it is a number in digits. */
  boolean number() {
    return NUMBER.matcher(text).matches();
  }

  /** Its number; NaN where it is none. */
  double value() {
    if (!number()) {
      return Double.NaN;
    }
    return text.endsWith("k")
        ? 1000 * Double.parseDouble(text.substring(0, text.length() - 1))
        : Double.parseDouble(text);
  }
}
