package osusume.mylist;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments for sentences: by the clock on the person's wall. */
public final class LocalMoment {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private LocalMoment() {}

  /** {@code 23 November 2026, 16:04}, in the system's time zone. */
  public static String text(Instant moment) {
    return TEXT.format(moment.atZone(ZoneId.systemDefault()));
  }
}
