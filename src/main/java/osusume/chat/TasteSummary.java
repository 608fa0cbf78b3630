package osusume.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.data.UserProfile;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.profile.Habits;
import osusume.recommend.profile.Heading;

/**
 * What is worth telling of a taste without telling the whole list.
 *
 * @param profile counts of the list
 * @param habits how the person chooses and rates
 * @param middleEpisodes the middle number of episodes of the watched titles where it is known; NaN
 *     where there is none
 * @param favourites catalogue rows of the best rated titles, the best first, of equal ones the best
 *     known; at most {@link #FAVOURITES}
 * @param groups the taste groups with a share of at least a tenth, the largest first
 */
public record TasteSummary(
    UserProfile profile,
    Habits habits,
    double middleEpisodes,
    List<Integer> favourites,
    List<GroupShare> groups) {
  /** How many favourites are told. */
  public static final int FAVOURITES = 5;

  /** What the text may have in characters. */
  public static final int LONGEST = 1_200;

  private static final int GROUPS = 3;
  private static final double LEAST_SHARE = 0.1;
  private static final int GENRES = 5;
  private static final int CLEAR = 3;
  private static final int LIKED = 7;

  public TasteSummary {
    favourites = List.copyOf(favourites);
    groups = List.copyOf(groups);
  }

  /** Of a taste on some ground; the asker's, or that of another user of the data set. */
  public static TasteSummary of(Ground ground, Taste taste) {
    Catalogue catalogue = ground.catalogue();
    double[] lengths =
        IntStream.range(0, taste.size())
            .map(entry -> catalogue.anime(taste.row(entry)).episodes())
            .filter(episodes -> episodes > 0)
            .sorted()
            .asDoubleStream()
            .toArray();
    List<Integer> favourites =
        IntStream.range(0, taste.size())
            .filter(entry -> taste.rating(entry) >= LIKED)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer entry) -> -taste.rating(entry))
                    .thenComparing(entry -> -catalogue.anime(taste.row(entry)).members()))
            .limit(FAVOURITES)
            .map(taste::row)
            .toList();
    return new TasteSummary(
        UserProfile.of(catalogue, taste),
        Habits.of(ground.facts().everybody(), taste),
        lengths.length == 0 ? Double.NaN : lengths[lengths.length / 2],
        favourites,
        groups(ground, taste));
  }

  private static List<GroupShare> groups(Ground ground, Taste taste) {
    if (ground.model().isEmpty() || ground.groups().isEmpty() || !taste.hasRatings()) {
      return List.of();
    }
    Dataset data = ground.data();
    return ground.groups().get().sharesOf(data, ground.model().get(), taste).stream()
        .filter(share -> share.share() >= LEAST_SHARE)
        .limit(GROUPS)
        .toList();
  }

  /** The mean of the ratings; NaN where there is none. */
  public double meanRating() {
    return habits.scale().mean();
  }

  /** The genres that most watched titles have, the most watched first. */
  public List<Heading> mostWatchedGenres() {
    return habits.genres().stream().filter(genre -> genre.watched() > 0).limit(GENRES).toList();
  }

  /**
   * In a few lines of plain text, at most {@link #LONGEST} characters; names of the data set are
   * quoted and harmless.
   */
  public String text(Catalogue catalogue) {
    if (profile.watched() == 0) {
      return "Nothing is known of this person's taste yet.";
    }
    StringBuilder text = new StringBuilder();
    text.append("Watched %d titles, rated %d".formatted(profile.watched(), profile.rated()));
    if (profile.rated() > 0) {
      text.append(String.format(Locale.ROOT, ", mean rating %.1f of 10", meanRating()));
    }
    text.append(".\n");
    line(text, "Watches most", mostWatchedGenres(), Heading::name);
    line(text, "Rates higher than other titles", habits.genresLikedMore(CLEAR), Heading::name);
    line(text, "Rates lower than other titles", habits.genresLikedLess(CLEAR), Heading::name);
    line(text, "Chooses less than others do", habits.genresChosenLess(CLEAR), Heading::name);
    if (!Double.isNaN(middleEpisodes)) {
      text.append("Half of the titles have %.0f episodes or fewer.\n".formatted(middleEpisodes));
    }
    line(
        text,
        "Taste groups",
        groups,
        share ->
            String.format(Locale.ROOT, "%s (%.0f %%)", share.group().label(), 100 * share.share()));
    String without = text.toString();
    line(text, "Favourites", favourites, row -> Harmless.quoted(catalogue.anime(row).name()));
    String whole = text.length() <= LONGEST ? text.toString() : without;
    return (whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST)).strip();
  }

  private static <T> void line(
      StringBuilder text, String what, List<T> values, Function<T, String> name) {
    if (!values.isEmpty()) {
      text.append(what)
          .append(": ")
          .append(values.stream().map(name).map(Harmless::line).collect(Collectors.joining(", ")))
          .append(".\n");
    }
  }
}
