package osusume.recommend;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.NearestName;
import osusume.data.Taste;

/**
 * What somebody wishes to be recommended, in the words of a command line or an address, before it
 * is known for whom and what has been learned. Commands and routes hold it against the same rules.
 *
 * @param strategy the strategy that was named; empty: the best there is
 * @param weights how much parts of the blend count, each like {@code similar=2}
 * @param without MyAnimeList ids of titles on the person's list that do not count
 * @param withoutGroups taste groups that do not count, numbered from 1
 * @param spelling how the parameters are written where they were given
 * @see Request for the rest
 */
public record Wish(
    Optional<String> strategy,
    int k,
    AnimeFilter filter,
    boolean franchises,
    Aim aim,
    double novelty,
    double diversity,
    List<String> weights,
    List<Integer> without,
    List<Integer> withoutGroups,
    Spelling spelling) {
  private static final String BLEND = "blend";

  /** Java reads more as a number than people write, such as {@code 2f} and {@code 0x1p1}. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");

  /** How a parameter is written where it was given, so that sentences speak the same language. */
  public interface Spelling {
    /**
     * @param parameter its plain name, like {@code without_group}
     */
    String name(String parameter);

    /** The parameter with a value, as somebody would write it. */
    String with(String parameter, String value);
  }

  public Wish {
    weights = List.copyOf(weights);
    without = List.copyOf(without);
    withoutGroups = List.copyOf(withoutGroups);
  }

  public boolean byRating() {
    return aim == Aim.RATE;
  }

  /** The strategy that was named, or else the one that is taken wherever it can be learned. */
  public String wanted() {
    return strategy.orElse(Strategies.ALL.getFirst().name());
  }

  /** Whether everything that was wished has a bearing on a strategy. */
  public boolean appliesTo(String name) {
    return (weights.isEmpty() || name.equals(BLEND))
        && (withoutGroups.isEmpty() || Strategies.BY_GROUPS.contains(name));
  }

  /** The strategy that was named though none is asked, as a sentence; empty: there is none such. */
  public Optional<String> unasked() {
    return strategy
        .filter(_ -> byRating())
        .map(
            named ->
                "%s ranks by predicted ratings, so the strategy %s is not asked."
                    .formatted(spelling.with("aim", "rate"), named));
  }

  /** An answer to this, whose note says as well which part of the wish had no bearing on it. */
  public Answer noted(Answer answer) {
    return unasked()
        .map(
            sentence ->
                new Answer(
                    answer.strategy(),
                    answer.recommendations(),
                    answer.removed(),
                    answer.lack(),
                    (sentence + " " + answer.note()).strip()))
        .orElse(answer);
  }

  /**
   * Holds everything that needs no data against what it can be.
   *
   * @throws WrongWishException naming the parameter at fault
   */
  public void check() {
    List<String> known = Strategies.ALL.stream().map(Strategy::name).toList();
    if (!known.contains(wanted())) {
      throw unknown("strategy", "strategy", wanted(), "strategies", known);
    }
    if (k < 1) {
      throw wrong("k", "%s is %d, but at least 1 title must be asked for.", spelled("k"), k);
    }
    checkReasons();
    request(Taste.of(new int[0], new byte[0]), Optional.empty(), wanted(), TakenOut.NONE);
  }

  private void checkReasons() {
    if (byRating() && !(weights.isEmpty() && withoutGroups.isEmpty())) {
      String parameter = weights.isEmpty() ? "without_group" : "weights";
      throw wrong(
          parameter,
          "%s ranks by predicted ratings, on which %s %s no bearing. Leave out one of the two.",
          spelling.with("aim", "rate"),
          spelled(parameter),
          weights.isEmpty() ? "has" : "have");
    }
    if (!weights.isEmpty() && !wanted().equals(BLEND)) {
      throw wrong(
          "weights",
          "%s are those of the strategy blend, but the strategy is %s. Add %s.",
          spelled("weights"),
          wanted(),
          spelling.with("strategy", BLEND));
    }
    if (!withoutGroups.isEmpty() && !Strategies.BY_GROUPS.contains(wanted())) {
      throw wrong(
          "without_group",
          "%s takes out taste groups, but the strategy %s does not go by them. Those that do are:"
              + " %s.",
          spelled("without_group"),
          wanted(),
          String.join(", ", Strategies.BY_GROUPS));
    }
  }

  /**
   * What does not count.
   *
   * @throws WrongWishException if there is no such title
   */
  public TakenOut takenOut(Catalogue catalogue) {
    Set<Integer> rows = new HashSet<>();
    for (int id : without) {
      int row = catalogue.rowOfId(id);
      if (row < 0) {
        throw wrong(
            "without",
            "%s names %d, but the data set has no title with that id.",
            spelled("without"),
            id);
      }
      rows.add(row);
    }
    return new TakenOut(rows, withoutGroups.stream().map(n -> n - 1).collect(Collectors.toSet()));
  }

  /**
   * What is asked for somebody.
   *
   * @param companion the second of two people
   * @param used the strategy that is asked
   * @throws IllegalArgumentException if a number is out of its range; worded for a person
   */
  public Request request(Taste taste, Optional<Taste> companion, String used, TakenOut takenOut) {
    Request.Builder builder = Request.of(taste, used);
    companion.ifPresent(builder::with);
    return builder
        .k(k)
        .filter(filter)
        .franchises(franchises)
        .aim(aim)
        .novelty(novelty)
        .diversity(diversity)
        .takenOut(takenOut)
        .weights(blendWeights())
        .build();
  }

  private BlendWeights blendWeights() {
    if (weights.isEmpty()) {
      return BlendWeights.LEARNED;
    }
    Map<BlendPart, Double> factors = new EnumMap<>(BlendPart.class);
    for (String weight : weights) {
      String[] sides = weight.split("=", -1);
      if (sides.length != 2) {
        throw wrong(
            "weights",
            "%s has '%s', but a part and a number are expected, like similar=2.",
            spelled("weights"),
            weight);
      }
      BlendPart part = part(sides[0].strip());
      if (factors.put(part, number(sides[1].strip(), weight)) != null) {
        throw wrong(
            "weights",
            "%s has the part '%s' more than once, but a part has one weight.",
            spelled("weights"),
            part.key());
      }
    }
    try {
      return new BlendWeights(factors);
    } catch (IllegalArgumentException e) {
      throw new WrongWishException("weights", e.getMessage());
    }
  }

  private static BlendPart part(String name) {
    return Stream.of(BlendPart.values())
        .filter(part -> part.key().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "weights",
                    "part of the blend",
                    name,
                    "parts",
                    Stream.of(BlendPart.values()).map(BlendPart::key).toList()));
  }

  private double number(String text, String weight) {
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(
          "weights",
          "%s has '%s', but '%s' is not a number like 2 or 0.5.",
          spelled("weights"),
          weight,
          text);
    }
    return Double.parseDouble(text);
  }

  private String spelled(String parameter) {
    return spelling.name(parameter);
  }

  private static WrongWishException wrong(String parameter, String sentence, Object... values) {
    return new WrongWishException(parameter, sentence.formatted(values));
  }

  private static WrongWishException unknown(
      String parameter, String one, String name, String many, Collection<String> known) {
    return wrong(
        parameter,
        "There is no %s '%s'; did you mean '%s'? The %s are: %s.",
        one,
        name,
        NearestName.of(name, known),
        many,
        String.join(", ", known));
  }
}
