package osusume.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is known of a token that lets somebody ask the listener: its SHA-256, by which a token that
 * is presented is told, and from which the token can't be worked out. The token itself is shown
 * once, when it is made, and kept nowhere.
 *
 * @param sha256 64 hexadecimal digits, in lower case
 */
public record AccessToken(String sha256) {
  /** So long that nobody finds one by trying: 256 bits. */
  private static final int BYTES = 32;

  /** Of a token somebody chose. */
  private static final int SHORTEST = 16;

  private static final int DIGITS = 64;

  public AccessToken {
    if (sha256.length() != DIGITS || !sha256.chars().allMatch(AccessToken::isLowerHex)) {
      throw new IllegalArgumentException("What is known of the access token is no SHA-256.");
    }
  }

  private static boolean isLowerHex(int c) {
    return HexFormat.isHexDigit(c) && !Character.isUpperCase(c);
  }

  /**
   * A token just made.
   *
   * @param text to be shown once; a secret
   * @param known what may be kept of it
   */
  public record Fresh(String text, AccessToken known) {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "Fresh[known=" + known + "]";
    }
  }

  /** Makes a token. */
  public static Fresh fresh() {
    byte[] bits = new byte[BYTES];
    new SecureRandom().nextBytes(bits);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    return new Fresh(text, of(text));
  }

  /**
   * What is known of a token that somebody chose.
   *
   * @throws IllegalArgumentException if it could be guessed, or sent in no header; the sentence
   *     does not repeat it
   */
  public static AccessToken chosen(String token) {
    if (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The access token must be at least %d letters, digits and signs of ASCII, without spaces."
              .formatted(SHORTEST));
    }
    return of(token);
  }

  private static AccessToken of(String token) {
    return new AccessToken(HexFormat.of().formatHex(digest(token)));
  }

  /** Whether this is the token; takes as long whatever it differs in. */
  public boolean matches(String presented) {
    return MessageDigest.isEqual(digest(presented), HexFormat.of().parseHex(sha256));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
