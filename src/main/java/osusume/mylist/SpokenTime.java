package osusume.mylist;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A time in a sentence for a person: theirs, to the minute. */
public final class SpokenTime {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private SpokenTime() {}

  /** For instance {@code 2026-11-23 16:45}, by the clock on the person's wall. */
  public static String of(Instant time) {
    return MINUTE.withZone(ZoneId.systemDefault()).format(time);
  }
}
