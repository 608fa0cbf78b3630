package osusume.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant by a name that does not exist. */
public final class NearestName {
  private NearestName() {}

  /**
   * The name that takes the fewest changed letters, upper and lower case being the same.
   *
   * @param names at least one
   */
  public static String of(String word, Collection<String> names) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String wanted = word.toLowerCase(Locale.ROOT);
    return names.stream()
        .min(Comparator.comparingInt(name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT))))
        .orElseThrow();
  }
}
