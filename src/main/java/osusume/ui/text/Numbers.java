package osusume.ui.text;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import osusume.data.Anime;

/**
 * How numbers look: as the person's locale has them, and a dash where they are unknown. For the
 * JavaFX thread only.
 */
public final class Numbers {
  /** What stands for an unknown number. */
  public static final String UNKNOWN = "–";

  private final Texts texts;
  private final NumberFormat whole;
  private final NumberFormat percent;
  private final NumberFormat[] decimals = new NumberFormat[5];
  private final NumberFormat upToOneDecimal;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;
  private final DateTimeFormatter clock;

  public Numbers(Texts texts) {
    this.texts = texts;
    this.whole = NumberFormat.getIntegerInstance(texts.locale());
    this.percent = NumberFormat.getPercentInstance(texts.locale());
    for (int digits = 0; digits < decimals.length; digits++) {
      decimals[digits] = NumberFormat.getNumberInstance(texts.locale());
      decimals[digits].setMinimumFractionDigits(digits);
      decimals[digits].setMaximumFractionDigits(digits);
    }
    this.upToOneDecimal = NumberFormat.getNumberInstance(texts.locale());
    this.upToOneDecimal.setMaximumFractionDigits(1);
    this.time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale());
    this.clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(texts.locale());
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
  }

  /** For instance 12,294; a dash below zero. */
  public String count(long number) {
    return number < 0 ? UNKNOWN : whole.format(number);
  }

  /** For instance 8.78; a dash for NaN. */
  public String decimal(double number, int digits) {
    return Double.isNaN(number) ? UNKNOWN : decimals[digits].format(number);
  }

  /** With its sign, for instance +0.8 or −1.2; a dash for NaN. */
  public String signed(double number, int digits) {
    String size = decimal(Math.abs(number), digits);
    if (Double.isNaN(number) || size.equals(decimal(0, digits))) {
      return size;
    }
    return (number < 0 ? "\u2212" : "+") + size;
  }

  /** A part of one as a percentage, for instance 41%; a dash for NaN. */
  public String share(double part) {
    if (Double.isNaN(part)) {
      return UNKNOWN;
    }
    return part > 0 && part < 0.005 ? "<" + percent.format(0.01) : percent.format(part);
  }

  /** A part of one as a percentage with decimals, for instance 6.8%; a dash for NaN. */
  public String share(double part, int digits) {
    if (Double.isNaN(part)) {
      return UNKNOWN;
    }
    NumberFormat format = NumberFormat.getPercentInstance(texts.locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(part);
  }

  /** A large count in few signs, for instance 312 k. */
  public String roughCount(long number) {
    if (number >= 999_500) {
      return texts.format("number.millions", upToOneDecimal.format(number / 1e6));
    }
    return number < 1000
        ? count(number)
        : texts.format("number.thousands", whole.format(Math.round(number / 1e3)));
  }

  /** A length of time, rounded up to seconds below two minutes and to minutes above. */
  public String duration(double seconds) {
    return seconds < 120
        ? texts.format("number.seconds", whole.format(Math.ceil(seconds)))
        : texts.format("number.minutes", whole.format(Math.ceil(seconds / 60)));
  }

  /** The day in the person's own time zone. */
  public String day(Instant instant) {
    return day.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** The day and the time in the person's own time zone. */
  public String time(Instant instant) {
    return time.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** The time of the day, to the second, in the person's own time zone. */
  public String clock(Instant instant) {
    return clock.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** For instance "TV · 26 ep · 8.8 · 312 k members"; what is not known is left out. */
  public String facts(Anime anime) {
    StringBuilder facts = new StringBuilder(type(anime));
    if (anime.episodes() >= 0) {
      facts.append(" · ").append(texts.format("facts.episodes", anime.episodes()));
    }
    if (!Double.isNaN(anime.rating())) {
      facts.append(" · ").append(decimal(anime.rating(), 1));
    }
    return facts
        .append(" · ")
        .append(texts.format("facts.members", roughCount(anime.members()), anime.members()))
        .toString();
  }

  /** The title's type, in words where it is unknown. */
  public String type(Anime anime) {
    return anime.type().equals(Anime.UNKNOWN) ? texts.get("facts.unknownType") : anime.type();
  }
}
