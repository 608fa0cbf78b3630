package osusume.mylist;

import java.util.Map;

/**
 * About how long an episode is. The data set knows no lengths, so these are round figures for each
 * type: a half-hour broadcast slot without its advertisements is 24 minutes, a feature film an hour
 * and a half and a little more, a music video one song. Single titles may be far from them.
 */
public final class WatchTime {
  private static final int USUAL_MINUTES = 24;
  private static final Map<String, Integer> MINUTES =
      Map.of("TV", USUAL_MINUTES, "Movie", 95, "OVA", 28, "Special", 20, "ONA", 15, "Music", 4);

  private WatchTime() {}

  /** About how many minutes an episode of this type takes; of an unknown type, as long as TV. */
  public static int minutesAnEpisode(String type) {
    return MINUTES.getOrDefault(type, USUAL_MINUTES);
  }
}
