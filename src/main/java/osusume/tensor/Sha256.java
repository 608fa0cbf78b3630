package osusume.tensor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that files are held against. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
