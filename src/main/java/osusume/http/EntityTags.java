package osusume.http;

import java.lang.ref.WeakReference;
import java.security.SecureRandom;
import java.util.Optional;
import osusume.app.Opened;
import osusume.app.Version;

/**
 * Names for answers, worked out before the answers are: as long as the same is open, the same
 * request of the same program has the same name. Weak, since an answer may be compressed or not.
 */
final class EntityTags {
  private static final int FACTOR = 31;

  /** Another one for each start, so that a name is never met again with another meaning. */
  private final long start = new SecureRandom().nextLong();

  private volatile Era era = new Era(0, new WeakReference<>(null));

  /** The time in which the same was open; keeps nothing open that was closed. */
  private record Era(long number, WeakReference<Opened> opened) {}

  /**
   * @param opened what the answer follows from
   * @param request all of the request that the answer follows from
   */
  String of(Optional<Opened> opened, String request) {
    long hash = start;
    for (int i = 0; i < request.length(); i++) {
      hash = hash * FACTOR + request.charAt(i);
    }
    return "W/\""
        + Version.CURRENT
        + '-'
        + Long.toHexString(opened.map(this::number).orElse(0L))
        + '-'
        + Long.toHexString(hash)
        + '"';
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
  static boolean isKnown(String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    String opaque = tag.substring(2);
    for (String known : ifNoneMatch.split(",")) {
      String plain = known.strip();
      if (plain.equals("*") || plain.equals(tag) || plain.equals(opaque)) {
        return true;
      }
    }
    return false;
  }
}
