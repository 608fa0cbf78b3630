package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfModel;

/**
 * The taste groups of a model, in words: what is typical of each, and how the users fall into them.
 *
 * @param groups one a component, in the model's order
 * @param meanSize mean number of users in a group
 * @param spread standard deviation (n − 1) of the number of users
 * @param withinTwoSpreads the share of groups whose size lies within {@code meanSize ± 2 spread}
 * @param ungrouped users without a rating above zero, who are in no group
 */
public record TasteGroups(
    List<TasteGroup> groups,
    double meanSize,
    double spread,
    double withinTwoSpreads,
    int ungrouped) {
  private static final int TYPICAL_TITLES = 12;
  private static final int TYPICAL_GENRES = 3;

  /** Titles by whose genres a group is named. */
  private static final int TITLES_THAT_NAME = 40;

  public TasteGroups {
    groups = List.copyOf(groups);
  }

  /**
   * One taste group.
   *
   * @param index 0 is the first
   * @param users how many users belong to it
   * @param share {@code users} as a part of all users who belong to any
   * @param typicalRows catalogue rows, the most typical first
   * @param typicalGenres genres that weigh more in this group than in the catalogue, the strongest
   *     first
   */
  public record TasteGroup(
      int index, int users, double share, List<Integer> typicalRows, List<String> typicalGenres) {
    public TasteGroup {
      typicalRows = List.copyOf(typicalRows);
      typicalGenres = List.copyOf(typicalGenres);
    }

    /** The number people know it by; 1 is the first. */
    public int number() {
      return index + 1;
    }

    /** A short name for people: its number and what it likes. */
    public String label() {
      String genres = String.join(", ", typicalGenres);
      return genres.isEmpty() ? "Group " + number() : "Group " + number() + " · " + genres;
    }
  }

  /**
   * How much of one person lies in a group.
   *
   * @param share 0 to 1; the shares of a person sum to 1
   */
  public record GroupShare(TasteGroup group, double share) {}

  /**
   * The size below which a group counts as unusually small: mean − 2 spreads, but never below 0.
   */
  public double usualLow() {
    return Math.max(0, meanSize - 2 * spread);
  }

  /** The size above which a group counts as unusually large: mean + 2 spreads. */
  public double usualHigh() {
    return meanSize + 2 * spread;
  }

  /**
   * The groups a row of W has a share in, the largest share first; empty for somebody without a
   * rating above zero.
   *
   * @param model the model these are the groups of
   */
  public List<GroupShare> sharesOf(NmfModel model, float[] userRow) {
    double[] shares = model.groupShares(userRow);
    return groups.stream()
        .filter(group -> shares[group.index()] > 0)
        .map(group -> new GroupShare(group, shares[group.index()]))
        .sorted(Comparator.comparingDouble((GroupShare s) -> -s.share()))
        .toList();
  }

  /**
   * The same for any taste: a user's row is the trained one, anybody else is folded in.
   *
   * @param data what the model was trained on
   */
  public List<GroupShare> sharesOf(Dataset data, NmfModel model, Taste taste) {
    return sharesOf(model, new NmfTaste(data, model).factors(taste));
  }

  /** Describes the groups of a model that was trained on {@code data}. */
  public static TasteGroups of(Dataset data, NmfModel model) {
    int[] sizes = model.groupSizes();
    int ungrouped = model.userCount() - Arrays.stream(sizes).sum();
    var statistics = new SummaryStatistics();
    Arrays.stream(sizes).forEach(statistics::addValue);
    double mean = statistics.getMean();
    double spread = statistics.getStandardDeviation();
    long within = Arrays.stream(sizes).filter(s -> Math.abs(s - mean) <= 2 * spread).count();
    int grouped = model.userCount() - ungrouped;
    Map<String, Double> everywhere = genreShares(data.catalogue(), model);
    List<TasteGroup> groups = new ArrayList<>();
    for (int group = 0; group < sizes.length; group++) {
      int[] columns = mostTypicalColumns(model, group);
      double share = grouped == 0 ? 0 : (double) sizes[group] / grouped;
      groups.add(
          new TasteGroup(
              group,
              sizes[group],
              share,
              rows(data.catalogue(), model, columns),
              genres(data.catalogue(), model, group, columns, everywhere)));
    }
    return new TasteGroups(groups, mean, spread, (double) within / sizes.length, ungrouped);
  }

  private static int[] mostTypicalColumns(NmfModel model, int group) {
    float[] weights = model.groupScores(group);
    // A title that has no weight in a group is not typical of it, even where few have any.
    BitSet weighty = new BitSet(weights.length);
    for (int column = 0; column < weights.length; column++) {
      weighty.set(column, weights[column] > 0);
    }
    return TopK.of(weights, new int[weights.length], weighty, TITLES_THAT_NAME);
  }

  private static List<Integer> rows(Catalogue catalogue, NmfModel model, int[] columns) {
    return Arrays.stream(columns)
        .limit(TYPICAL_TITLES)
        .mapToObj(column -> catalogue.rowOfId(model.animeId(column)))
        .toList();
  }

  /** How much of all groups' weight lies on each genre: what "typical" is measured against. */
  private static Map<String, Double> genreShares(Catalogue catalogue, NmfModel model) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int column = 0; column < model.animeCount(); column++) {
      double weight = 0;
      for (int group = 0; group < model.components(); group++) {
        weight += model.h(group, column);
      }
      addGenres(weights, catalogue, model.animeId(column), weight);
    }
    return toShares(weights);
  }

  private static List<String> genres(
      Catalogue catalogue,
      NmfModel model,
      int group,
      int[] columns,
      Map<String, Double> everywhere) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int column : columns) {
      addGenres(weights, catalogue, model.animeId(column), model.h(group, column));
    }
    Map<String, Double> here = toShares(weights);
    // Share times lift: a genre must be both frequent here and more frequent here than elsewhere.
    Comparator<String> byDistinction =
        Comparator.comparingDouble(g -> -here.get(g) * Math.log(here.get(g) / everywhere.get(g)));
    return here.keySet().stream()
        .filter(g -> here.get(g) > everywhere.get(g))
        .sorted(byDistinction)
        .limit(TYPICAL_GENRES)
        .toList();
  }

  private static void addGenres(
      Map<String, Double> weights, Catalogue catalogue, int animeId, double weight) {
    for (String genre : catalogue.anime(catalogue.rowOfId(animeId)).genres()) {
      if (!genre.equals(Anime.UNKNOWN) && weight > 0) {
        weights.merge(genre, weight, Double::sum);
      }
    }
  }

  private static Map<String, Double> toShares(Map<String, Double> weights) {
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    weights.forEach((genre, weight) -> shares.put(genre, weight / total));
    return shares;
  }
}
