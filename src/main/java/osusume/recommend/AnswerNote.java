package osusume.recommend;

import osusume.data.AnimeFilter;
import osusume.data.Taste;

/** What a person should know about an answer, in sentences. */
final class AnswerNote {
  private AnswerNote() {}

  /**
   * @param taste without what was taken out
   * @param blind whether the asked strategy had nothing to go by
   * @param blinded whether that is so only because of what was taken out
   */
  static String of(Request request, Taste taste, boolean blind, boolean blinded, Ranking ranking) {
    StringBuilder note = new StringBuilder();
    if (blind) {
      note.append(lack(taste, blinded)).append(", so these are the most watched titles that fit.");
    }
    if (ranking.rows().size() < request.k()) {
      note.append(note.isEmpty() ? "" : " ").append(few(request, ranking));
    }
    return note.toString();
  }

  private static String lack(Taste taste, boolean blinded) {
    if (blinded) {
      return "Without the reasons that were taken out there is nothing to go by";
    }
    if (taste.size() == 0) {
      return "The list is empty";
    }
    return taste.hasRatings()
        ? "None of the rated titles is known to this strategy"
        : "There is no rating to learn a taste from";
  }

  private static String few(Request request, Ranking ranking) {
    int rows = ranking.rows().size();
    if (rows == 0) {
      return "No unwatched title fits these filters.";
    }
    String what =
        ranking.merged() > 0
            ? rows == 1 ? "story" : "stories"
            : rows == 1 ? "unwatched title" : "unwatched titles";
    return request.filter().equals(AnimeFilter.ALL)
        ? "There %s only %,d %s.".formatted(rows == 1 ? "is" : "are", rows, what)
        : "Only %,d %s %s these filters.".formatted(rows, what, rows == 1 ? "fits" : "fit");
  }
}
