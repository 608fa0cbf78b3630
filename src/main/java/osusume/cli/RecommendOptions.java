package osusume.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import osusume.data.Catalogue;
import osusume.data.NearestName;
import osusume.data.Taste;
import osusume.recommend.Aim;
import osusume.recommend.BlendPart;
import osusume.recommend.BlendWeights;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.TakenOut;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which titles are recommended, and how they are ranked. */
final class RecommendOptions {
  private static final String BLEND = "blend";

  @Mixin private AnimeFilterOptions filter;

  @Option(
      names = "-k",
      paramLabel = "N",
      defaultValue = "" + Request.DEFAULT_K,
      description = "how many titles (default: ${DEFAULT-VALUE})")
  private int k;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description =
          "blend: several scores and facts weighed; mix: all taste groups a person has a part in;"
              + " group: the largest of them; bagged: taste groups of samples of the users;"
              + " similar: what titles say for each other; people: what people with a like list"
              + " watched; profile: what the person chooses, and scale, genres, length, popularity,"
              + " type: each part of it alone; popular: the most watched (default:"
              + " ${DEFAULT-VALUE})")
  private String strategy = Strategies.ALL.getFirst().name();

  @Option(
      names = "--aim",
      paramLabel = "watch|rate",
      defaultValue = "watch",
      description =
          "what to rank by: what the person would watch next, or what they would rate highest"
              + " (default: ${DEFAULT-VALUE})")
  private Aim aim;

  @Option(
      names = "--novelty",
      paramLabel = "X",
      defaultValue = "0",
      description = "-1: rather what everybody knows, to 1: rather what few know (default: 0)",
      converter = FiniteNumber.class)
  private double novelty;

  @Option(
      names = "--diversity",
      paramLabel = "X",
      defaultValue = "0",
      description = "0: as ranked, to 1: as varied in genres and types as can be (default: 0)",
      converter = FiniteNumber.class)
  private double diversity;

  @Option(
      names = "--franchises",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "whether the parts of one story are one row, entered at the first part not yet watched"
              + " (default: ${DEFAULT-VALUE})")
  private OnOff franchises;

  @Option(
      names = "--weights",
      paramLabel = "PART=X",
      split = ",",
      description =
          "how much parts of the blend count, 0 to 5; 1: as learned. The parts are similar,"
              + " companions, people, groups, profile, popular, rated, franchise")
  private List<String> weights = List.of();

  @Option(
      names = "--without",
      paramLabel = "ANIME_ID",
      split = ",",
      description = "titles on the person's list that do not count, with commas between them")
  private List<Integer> without = List.of();

  @Option(
      names = "--without-group",
      paramLabel = "N",
      split = ",",
      description =
          "taste groups that do not count, by number, with commas between them; where the strategy"
              + " is blend, mix or group")
  private List<Integer> withoutGroups = List.of();

  /** The strategy that was asked for. */
  String strategy() {
    return strategy;
  }

  boolean byRating() {
    return aim == Aim.RATE;
  }

  /** Whether every option that was given has a bearing on a strategy. */
  boolean appliesTo(String name) {
    return (weights.isEmpty() || name.equals(BLEND))
        && (withoutGroups.isEmpty() || Strategies.BY_GROUPS.contains(name));
  }

  /** MyAnimeList ids of the titles that do not count. */
  List<Integer> without() {
    return without;
  }

  /**
   * Holds everything that needs no data against what it can be.
   *
   * @throws IllegalArgumentException with a sentence
   */
  void check() {
    List<String> known = Strategies.ALL.stream().map(Strategy::name).toList();
    if (!known.contains(strategy)) {
      throw unknown("strategy", strategy, "strategies", known);
    }
    if (k < 1) {
      throw new IllegalArgumentException(
          "-k is " + k + ", but at least 1 title must be asked for.");
    }
    if (byRating() && !(weights.isEmpty() && withoutGroups.isEmpty())) {
      throw new IllegalArgumentException(
          "--aim rate ranks by predicted ratings, on which %s no bearing. Leave out one of the two."
              .formatted(weights.isEmpty() ? "--without-group has" : "--weights have"));
    }
    if (!weights.isEmpty() && !strategy.equals(BLEND)) {
      throw new IllegalArgumentException(
          "--weights are those of the strategy blend, but the strategy is %s. Add --strategy blend."
              .formatted(strategy));
    }
    if (!withoutGroups.isEmpty() && !Strategies.BY_GROUPS.contains(strategy)) {
      throw new IllegalArgumentException(
          ("--without-group takes out taste groups, but the strategy %s does not go by them. Those"
                  + " that do are: %s.")
              .formatted(strategy, String.join(", ", Strategies.BY_GROUPS)));
    }
    request(Taste.of(new int[0], new byte[0]), Optional.empty(), strategy, TakenOut.NONE);
  }

  private static IllegalArgumentException unknown(
      String one, String name, String many, Collection<String> known) {
    return new IllegalArgumentException(
        "There is no %s '%s'; did you mean '%s'? The %s are: %s."
            .formatted(one, name, NearestName.of(name, known), many, String.join(", ", known)));
  }

  /**
   * What does not count.
   *
   * @throws IllegalArgumentException if there is no such title
   */
  TakenOut takenOut(Catalogue catalogue) {
    List<Integer> rows = new ArrayList<>();
    for (int id : without) {
      int row = catalogue.rowOfId(id);
      if (row < 0) {
        throw new IllegalArgumentException(
            "--without names %d, but the data set has no title with that id.".formatted(id));
      }
      rows.add(row);
    }
    Set<Integer> groups = withoutGroups.stream().map(n -> n - 1).collect(Collectors.toSet());
    return new TakenOut(new HashSet<>(rows), groups);
  }

  /**
   * What is asked for somebody.
   *
   * @param companion the second of two people
   * @param used the strategy that is asked
   * @throws IllegalArgumentException if a number is out of its range
   */
  Request request(Taste taste, Optional<Taste> companion, String used, TakenOut takenOut) {
    Request.Builder builder = Request.of(taste, used);
    companion.ifPresent(builder::with);
    return builder
        .k(k)
        .filter(filter.filter())
        .franchises(franchises.isOn())
        .aim(aim)
        .novelty(novelty)
        .diversity(diversity)
        .takenOut(takenOut)
        .weights(blendWeights())
        .build();
  }

  private BlendWeights blendWeights() {
    Map<BlendPart, Double> factors = new EnumMap<>(BlendPart.class);
    for (String weight : weights) {
      String[] sides = weight.split("=", -1);
      if (sides.length != 2) {
        throw new IllegalArgumentException(
            "--weights has '%s', but a part and a number are expected, like similar=2."
                .formatted(weight));
      }
      factors.put(part(sides[0].strip()), number(sides[1].strip(), weight));
    }
    return new BlendWeights(factors);
  }

  private static BlendPart part(String name) {
    return Stream.of(BlendPart.values())
        .filter(part -> part.key().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "part of the blend",
                    name,
                    "parts",
                    Stream.of(BlendPart.values()).map(BlendPart::key).toList()));
  }

  private static double number(String text, String weight) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--weights has '%s', but '%s' is not a number like 2 or 0.5.".formatted(weight, text), e);
    }
  }
}
