package osusume.recommend;

import java.util.Locale;

/** What a person's list says about how they choose titles and how they rate. */
public enum Habit {
  /** How high and how differently they rate: their mean and spread. */
  SCALE,
  /** How often they watch, and how they like, each genre. */
  GENRES,
  /** Whether they like long or short series. */
  LENGTH,
  /** Whether they like popular or unknown titles. */
  POPULARITY,
  /** Which types they like: TV, Movie, OVA … */
  TYPE;

  /** As a person types it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
