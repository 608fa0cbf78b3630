package osusume.chat.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import osusume.chat.model.ModelRequest;
import osusume.chat.tool.Tool;

/**
 * The tools that a model with little room is told of: describing all of them takes three thousand
 * tokens, which some local models have hardly in all.
 *
 * @param tools in the order they are offered in
 * @param leftOut names of those there is no room for
 */
record FittingTools(List<Tool> tools, List<String> leftOut) {
  /** How much of a request the tools may take. */
  private static final double SHARE = 0.4;

  /** What is needed most comes first; others come after these. */
  private static final List<String> NEEDED =
      List.of(
          "search_anime",
          "recommend",
          "anime_details",
          "user_profile",
          "explain",
          "rate_anime",
          "mark_anime",
          "similar_anime");

  static FittingTools of(List<Tool> all, int contextTokens) {
    List<Tool> byNeed = new ArrayList<>(all);
    byNeed.sort(Comparator.comparingInt(FittingTools::place));
    List<Tool> fitting = new ArrayList<>();
    int left = (int) (contextTokens * SHARE);
    for (Tool tool : byNeed) {
      int takes = TokenEstimate.ofOffers(List.of(offer(tool)));
      if (takes <= left) {
        left -= takes;
        fitting.add(tool);
      }
    }
    return new FittingTools(
        all.stream().filter(fitting::contains).toList(),
        all.stream().filter(tool -> !fitting.contains(tool)).map(Tool::name).toList());
  }

  private static int place(Tool tool) {
    int place = NEEDED.indexOf(tool.name());
    return place < 0 ? NEEDED.size() : place;
  }

  /** A tool as a model is told of it. */
  static ModelRequest.Offer offer(Tool tool) {
    return new ModelRequest.Offer(tool.name(), tool.description(), tool.schema());
  }
}
