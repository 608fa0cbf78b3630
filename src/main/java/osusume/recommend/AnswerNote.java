package osusume.recommend;

import java.util.Optional;
import osusume.data.AnimeFilter;

/** What a person should know about an answer, in sentences. */
final class AnswerNote {
  private AnswerNote() {}

  /**
   * @param lack why the asked strategy had nothing to go by; empty where it had
   */
  static String of(Request request, Optional<Lack> lack, Ranking ranking) {
    StringBuilder note = new StringBuilder(lack.map(Lack::sentence).orElse(""));
    if (ranking.rows().size() < request.k()) {
      note.append(note.isEmpty() ? "" : " ").append(few(request, ranking));
    }
    return note.toString();
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
