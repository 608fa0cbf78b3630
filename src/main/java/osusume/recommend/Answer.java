package osusume.recommend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the recommender answers.
 *
 * @param strategy the strategy that ranked the titles; {@code rating} where the aim was {@link
 *     Aim#RATE}, {@code popular} where there was nothing to go by
 * @param recommendations the best first; as many as were asked for wherever there are so many rows
 * @param removed how many titles each part of the filter took out, under the part's name; {@code
 *     franchises}: how many that fit are part of the story of another row
 * @param lack why the asked strategy had nothing to go by, so that the answer is that of {@code
 *     popular}; empty where it had
 * @param note what the person should know about this answer, as a sentence; empty if nothing
 */
public record Answer(
    String strategy,
    List<Recommendation> recommendations,
    Map<String, Integer> removed,
    Optional<Lack> lack,
    String note) {
  public Answer {
    recommendations = List.copyOf(recommendations);
    removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
  }
}
