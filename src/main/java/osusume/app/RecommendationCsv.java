package osusume.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import osusume.data.Anime;
import osusume.file.AtomicFile;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;

/**
 * Writes an {@link Answer} as CSV: rank and weight, the columns of {@code anime.csv}, the reasons
 * in words, what the person would rate the title, the names of the other parts of its story, and
 * the name of the part that weight and reasons are those of.
 */
public final class RecommendationCsv {
  private static final List<String> HEADER =
      List.of(
          "rank",
          "weight",
          "anime_id",
          "name",
          "genre",
          "type",
          "episodes",
          "rating",
          "members",
          "reasons",
          "predicted",
          "plus_minus",
          "story",
          "ranked_by");

  private final Opened opened;

  public RecommendationCsv(Opened opened) {
    this.opened = opened;
  }

  /**
   * Replaces {@code target} by the answer's recommendations, the best first. Unknown numbers are
   * empty fields.
   *
   * @throws IOException if it can't be written, worded for a person; the target is then as it was
   */
  public void write(Path target, Answer answer) throws IOException {
    AtomicFile.replace(
        target,
        channel -> {
          Writer text = Channels.newWriter(channel, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text);
          csv.writeRecord(HEADER);
          for (Recommendation recommendation : answer.recommendations()) {
            csv.writeRecord(columns(recommendation));
          }
          csv.flush();
        });
  }

  private List<String> columns(Recommendation recommendation) {
    Anime anime = opened.data().catalogue().anime(recommendation.animeRow());
    ReasonText reasons = new ReasonText(opened);
    return List.of(
        String.valueOf(recommendation.rank()),
        String.valueOf(recommendation.weight()),
        String.valueOf(anime.id()),
        anime.name(),
        anime.genreText(),
        anime.type(),
        anime.episodes() < 0 ? "" : String.valueOf(anime.episodes()),
        Double.isNaN(anime.rating()) ? "" : String.valueOf(anime.rating()),
        String.valueOf(anime.members()),
        recommendation.reasons().stream().map(reasons::of).collect(Collectors.joining("; ")),
        recommendation.predicted().map(p -> twoDigits(p.rating())).orElse(""),
        recommendation.predicted().map(p -> twoDigits(p.plusMinus())).orElse(""),
        recommendation.story().stream()
            .map(row -> opened.data().catalogue().anime(row).name())
            .collect(Collectors.joining("; ")),
        opened.data().catalogue().anime(recommendation.rankedBy()).name());
  }

  private static String twoDigits(double rating) {
    return String.format(Locale.ROOT, "%.2f", rating);
  }
}
