package osusume.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What a person's list says about them, next to what the whole catalogue looks like.
 *
 * @param watched how many titles they watched
 * @param rated how many of those they rated
 * @param mean mean of their ratings; NaN where there is none
 * @param spread standard deviation (n − 1) of their ratings; NaN below two ratings
 * @param histogram how often they gave 1, 2, …, 10 (index 0 is a 1)
 * @param aboveCommunity mean of their rating less MyAnimeList's, over titles that have both; NaN
 *     where there is none
 * @param medianMembers half of what they watched has more members than this; NaN without titles
 * @param catalogueMedianMembers the same for the whole catalogue
 * @param genres genres they watched, the most watched first
 * @param types types they watched, the most watched first
 * @param lengths lengths they watched, from short to long
 */
public record UserProfile(
    int watched,
    int rated,
    double mean,
    double spread,
    int[] histogram,
    double aboveCommunity,
    double medianMembers,
    double catalogueMedianMembers,
    List<Share> genres,
    List<Share> types,
    List<Share> lengths) {

  /**
   * How much of a list falls under one heading.
   *
   * @param name the heading: a genre, a type, a length
   * @param watched how many titles of the list
   * @param share {@code watched} as a part of the list, 0 to 1
   * @param catalogueShare the same part of the whole catalogue, 0 to 1
   * @param mean mean rating this person gave them; NaN where they rated none
   */
  public record Share(String name, int watched, double share, double catalogueShare, double mean) {}

  /** How well known the titles of a list are beside the whole catalogue. */
  public enum Leaning {
    /** The middle title of the list has less than four fifths of the members. */
    LESS_KNOWN,
    ALIKE,
    /** At least five fourths of the members. */
    KNOWN,
    /** At least ten times the members. */
    FAR_BETTER_KNOWN,
    /** There is nothing to compare. */
    UNKNOWN
  }

  /** How well known the titles are that this person watches. */
  public Leaning leaning() {
    double ratio = medianMembers / catalogueMedianMembers;
    if (Double.isNaN(ratio)) {
      return Leaning.UNKNOWN;
    }
    if (ratio >= 10) {
      return Leaning.FAR_BETTER_KNOWN;
    }
    if (ratio >= 1.25) {
      return Leaning.KNOWN;
    }
    return ratio < 0.8 ? Leaning.LESS_KNOWN : Leaning.ALIKE;
  }

  /** Headings for lengths, in episodes, from short to long; unknown last. */
  static final List<String> LENGTHS =
      List.of("1", "2–6", "7–13", "14–26", "27–52", "53–100", "101+", Anime.UNKNOWN);

  /** Reads the profile off a taste. */
  public static UserProfile of(Catalogue catalogue, Taste taste) {
    int[] histogram = new int[10];
    var ratings = new SummaryStatistics();
    var difference = new SummaryStatistics();
    var members = new DescriptiveStatistics();
    for (int entry = 0; entry < taste.size(); entry++) {
      Anime anime = catalogue.anime(taste.row(entry));
      int rating = taste.rating(entry);
      members.addValue(anime.members());
      if (rating > 0) {
        histogram[rating - 1]++;
        ratings.addValue(rating);
        if (!Double.isNaN(anime.rating())) {
          difference.addValue(rating - anime.rating());
        }
      }
    }
    List<Share> lengths = shares(catalogue, taste, a -> List.of(length(a.episodes())));
    lengths.sort(Comparator.comparingInt(share -> LENGTHS.indexOf(share.name())));
    return new UserProfile(
        taste.size(),
        (int) ratings.getN(),
        ratings.getMean(),
        ratings.getN() < 2 ? Double.NaN : ratings.getStandardDeviation(),
        histogram,
        difference.getMean(),
        members.getPercentile(50),
        medianMembers(catalogue),
        shares(catalogue, taste, Anime::genres),
        shares(catalogue, taste, a -> List.of(a.type())),
        lengths);
  }

  private static double medianMembers(Catalogue catalogue) {
    var members = new DescriptiveStatistics();
    for (int row = 0; row < catalogue.size(); row++) {
      members.addValue(catalogue.anime(row).members());
    }
    return members.getPercentile(50);
  }

  private static String length(int episodes) {
    if (episodes < 0) {
      return Anime.UNKNOWN;
    }
    int[] last = {1, 6, 13, 26, 52, 100};
    for (int i = 0; i < last.length; i++) {
      if (episodes <= last[i]) {
        return LENGTHS.get(i);
      }
    }
    return LENGTHS.get(last.length);
  }

  private static List<Share> shares(
      Catalogue catalogue, Taste taste, Function<Anime, List<String>> headings) {
    Map<String, Integer> everywhere = new LinkedHashMap<>();
    for (int row = 0; row < catalogue.size(); row++) {
      for (String heading : headings.apply(catalogue.anime(row))) {
        everywhere.merge(heading, 1, Integer::sum);
      }
    }
    Map<String, Integer> watched = new LinkedHashMap<>();
    Map<String, SummaryStatistics> ratings = new LinkedHashMap<>();
    for (int entry = 0; entry < taste.size(); entry++) {
      for (String heading : headings.apply(catalogue.anime(taste.row(entry)))) {
        watched.merge(heading, 1, Integer::sum);
        if (taste.rating(entry) > 0) {
          ratings
              .computeIfAbsent(heading, h -> new SummaryStatistics())
              .addValue(taste.rating(entry));
        }
      }
    }
    List<Share> shares = new ArrayList<>();
    watched.forEach(
        (heading, count) ->
            shares.add(
                new Share(
                    heading,
                    count,
                    (double) count / taste.size(),
                    (double) everywhere.get(heading) / catalogue.size(),
                    ratings.containsKey(heading) ? ratings.get(heading).getMean() : Double.NaN)));
    shares.sort(Comparator.comparingInt(Share::watched).reversed().thenComparing(Share::name));
    return shares;
  }
}
