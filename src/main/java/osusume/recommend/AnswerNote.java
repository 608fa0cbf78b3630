package osusume.recommend;

import java.util.List;
import java.util.Optional;
import osusume.data.AnimeFilter;

/** What a person should know about an answer, in sentences. */
final class AnswerNote {
  private AnswerNote() {}

  /**
   * @param lacks why the asked strategy had nothing to go by, for each person; empty where it had
   */
  static String of(Request request, List<Optional<Lack>> lacks, Ranking ranking) {
    StringBuilder note = new StringBuilder(lacking(lacks));
    if (ranking.rows().size() < request.k()) {
      note.append(note.isEmpty() ? "" : " ").append(few(request, ranking));
    }
    return note.toString();
  }

  private static String lacking(List<Optional<Lack>> lacks) {
    Optional<Lack> first = lacks.getFirst();
    if (lacks.stream().allMatch(Optional::isPresent)) {
      return first.orElseThrow().sentence();
    }
    return first
        .map(lack -> lack.sentenceOfOne("the first"))
        .or(() -> lacks.getLast().map(lack -> lack.sentenceOfOne("the second")))
        .orElse("");
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
