package osusume.cli;

import java.util.List;
import java.util.Optional;
import osusume.recommend.Aim;
import osusume.recommend.Request;
import osusume.recommend.Wish;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which titles are recommended, and how they are ranked. */
final class RecommendOptions {
  private static final Wish.Spelling AS_OPTIONS =
      new Wish.Spelling() {
        @Override
        public String name(String parameter) {
          return (parameter.length() == 1 ? "-" : "--") + parameter.replace('_', '-');
        }

        @Override
        public String with(String parameter, String value) {
          return name(parameter) + " " + value;
        }
      };

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
              + " type: each part of it alone; popular: the most watched (default: blend, or"
              + " else the best the data allow)")
  private String strategy;

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

  /** What was asked, before it is known for whom. */
  Wish wish() {
    return new Wish(
        Optional.ofNullable(strategy),
        k,
        filter.filter(),
        franchises.isOn(),
        aim,
        novelty,
        diversity,
        weights,
        without,
        withoutGroups,
        AS_OPTIONS);
  }
}
