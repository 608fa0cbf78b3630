package osusume.chat.tool;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names made comparable: small letters and digits, without accents and punctuation. */
final class NameKey {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern WITHIN_WORD =
      Pattern.compile("(?<=[\\p{L}\\p{N}])['’`.\\-](?=[\\p{L}\\p{N}])");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** What is said about a title and not in its name: "(2011)", "(TV)". */
  private static final Pattern ADDED = Pattern.compile("\\s*\\([^)]*\\)\\s*$");

  private NameKey() {}

  /** Its words; none for a name of punctuation alone. */
  static List<String> words(String name) {
    String text = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    text = WITHIN_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    text = OTHER.matcher(text).replaceAll(" ").strip();
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /** Its words without anything between them: "Steins;Gate" and "steins gate" are one. */
  static String compact(String name) {
    return String.join("", words(name));
  }

  /** The name as it is but for case, kinds of spaces and of apostrophes. */
  static String exact(String name) {
    return SPACES
        .matcher(name.replace('’', '\'').replace('‘', '\''))
        .replaceAll(" ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The name without what is added to it in brackets at its end. */
  static String withoutAddition(String name) {
    String bare = ADDED.matcher(name).replaceAll("");
    return bare.isBlank() ? name : bare;
  }
}
