package osusume.recommend;

import java.util.List;

/**
 * One recommended title.
 *
 * @param rank 1 is the best
 * @param animeRow the title's row in the catalogue
 * @param weight the strategy's score; comparable within one answer
 * @param reasons why, the strongest first
 */
public record Recommendation(int rank, int animeRow, double weight, List<Reason> reasons) {
  public Recommendation {
    reasons = List.copyOf(reasons);
  }
}
