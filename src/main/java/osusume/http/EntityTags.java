package osusume.http;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import osusume.app.Opened;
import osusume.app.Version;

/**
 * Names for answers, worked out before the answers are: as long as the same is open, the same
 * request of the same program has the same name. Weak, since an answer may be compressed or not.
 */
final class EntityTags {
  private static final String WEAK = "W/";
  private static final int SECRET_BYTES = 32;
  private static final int NAME_BYTES = 16;

  /**
   * Another one for each start, so that a name is never met again with another meaning; and a
   * secret, so that nobody works out the name of an answer they were not given.
   */
  private final byte[] secret = new byte[SECRET_BYTES];

  private volatile Era era = new Era(0, new WeakReference<>(null));

  EntityTags() {
    new SecureRandom().nextBytes(secret);
  }

  /** The time in which the same was open; keeps nothing open that was closed. */
  private record Era(long number, WeakReference<Opened> opened) {}

  /**
   * @param opened what the answer follows from
   * @param request all of the request that the answer follows from
   */
  String of(Optional<Opened> opened, String request) {
    MessageDigest sha = sha256();
    sha.update(secret);
    byte[] digest = sha.digest(request.getBytes(StandardCharsets.UTF_8));
    return WEAK
        + '"'
        + Version.CURRENT
        + '-'
        + Long.toHexString(opened.map(this::number).orElse(0L))
        + '-'
        + HexFormat.of().formatHex(digest, 0, NAME_BYTES)
        + '"';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private long number(Opened opened) {
    Era now = era;
    return now.opened().refersTo(opened) ? now.number() : next(opened);
  }

  private synchronized long next(Opened opened) {
    if (!era.opened().refersTo(opened)) {
      era = new Era(era.number() + 1, new WeakReference<>(opened));
    }
    return era.number();
  }

  /**
   * Whether who asks has the answer of this name already.
   *
   * @param ifNoneMatch the header of this name; null: there is none
   */
  static boolean isNamed(String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && (names(ifNoneMatch, tag) || names(ifNoneMatch, tag.substring(WEAK.length())));
  }

  private static boolean names(String ifNoneMatch, String tag) {
    for (String known : ifNoneMatch.split(",")) {
      if (known.strip().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether who asks wants no answer where there is any ({@code *}).
   *
   * @param ifNoneMatch the header of this name; null: there is none
   */
  static boolean isAny(String ifNoneMatch) {
    return ifNoneMatch != null && names(ifNoneMatch, "*");
  }
}
