package osusume.ui.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.ui.text.Texts;

/** How many titles an answer leaves out, in words. */
final class HiddenTitles {
  private static final String WATCHED = "watched";

  private final Texts texts;

  HiddenTitles(Texts texts) {
    this.texts = texts;
  }

  /** For instance "23 hidden: 18 watched, 5 of another type"; empty if nothing is. */
  String of(RecommendationSearch.Found found) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put(WATCHED, found.search().whom().taste().size());
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
}
