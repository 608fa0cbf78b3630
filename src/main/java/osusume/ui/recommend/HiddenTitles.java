package osusume.ui.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.ui.text.Texts;

/** How many titles an answer leaves out, in words. */
final class HiddenTitles {
  private final Texts texts;

  HiddenTitles(Texts texts) {
    this.texts = texts;
  }

  /** For instance "23 hidden: 18 watched, 5 of another type"; empty if nothing is. */
  String of(RecommendationSearch.Found found) {
    Map<String, Integer> counts = leftOut(found.search().whom());
    counts.putAll(found.answer().removed());
    List<String> parts = new ArrayList<>();
    int all = 0;
    for (Map.Entry<String, Integer> part : counts.entrySet()) {
      if (part.getValue() > 0) {
        parts.add(texts.format("hidden." + part.getKey(), part.getValue()));
        all += part.getValue();
      }
    }
    return all == 0 ? "" : texts.format("hidden.heading", all, String.join(", ", parts));
  }

  /** What is left out whatever the filter says. */
  private static Map<String, Integer> leftOut(Whom whom) {
    BitSet watched = whom.taste().rows();
    BitSet all = whom.taste().leaveOut();
    whom.companion()
        .ifPresent(
            companion -> {
              watched.or(companion.taste().rows());
              all.or(companion.taste().leaveOut());
            });
    Map<String, Integer> counts = new LinkedHashMap<>();
    // Of titles to find more like, those were chosen; what else is left out is the person's.
    if (!(whom instanceof Whom.Like)) {
      counts.put("watched", watched.cardinality());
    }
    all.andNot(watched);
    counts.put(whom instanceof Whom.Like ? "mine" : "unwanted", all.cardinality());
    return counts;
  }
}
