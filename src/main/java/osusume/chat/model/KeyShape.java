package osusume.chat.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text looks as keys of language models' servers do. For fields that are kept in plain
 * files or shown, into which a key was pasted by mistake.
 */
public final class KeyShape {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(^|.*[^a-z0-9])sk-.*|(gsk|hf|xai|pplx|csk|nvapi|tgp|ghp)[-_].{12,}|aiza.{20,}");

  /** Of a JSON web token. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\..*");

  /** So many letters of both cases and digits without a break name nothing. */
  private static final Pattern UNBROKEN =
      Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{32,}");

  private static final Pattern BETWEEN = Pattern.compile("[/:@?&=#,;\\s]+");

  private KeyShape() {}

  /** Whether the text holds what looks like a key. */
  public static boolean in(String text) {
    return BETWEEN
        .splitAsStream(text)
        .anyMatch(
            part ->
                BEGINNING.matcher(part.toLowerCase(Locale.ROOT)).matches()
                    || TOKEN.matcher(part).matches()
                    || UNBROKEN.matcher(part).matches());
  }
}
