package osusume.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import osusume.app.Opened;
import osusume.app.ReasonText;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.recommend.Answer;
import osusume.recommend.PredictedRating;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;

/** An answer in words, for a person at a terminal. */
final class AnswerText {
  /** Reasons of all kinds together. */
  private static final int REASONS = 4;

  /** Other parts of a story that are named. */
  private static final int PARTS = 3;

  private final Catalogue catalogue;
  private final ReasonText reasons;

  private final ReasonText companionsReasons;

  /** What the second of two people is called. */
  private final String companion;

  /**
   * @param companion what the second of two people is called; empty for an answer for one
   */
  AnswerText(Opened opened, String companion) {
    this.catalogue = opened.data().catalogue();
    this.reasons = new ReasonText(opened);
    this.companionsReasons = ReasonText.ofCompanion(opened);
    this.companion = companion;
  }

  void print(Answer answer, PrintStream out) {
    answer.recommendations().forEach(recommendation -> print(recommendation, out));
  }

  private void print(Recommendation recommendation, PrintStream out) {
    Anime anime = catalogue.anime(recommendation.animeRow());
    out.printf(
        Locale.ROOT,
        "%2d  %s  (%s, %s, weight %s)%n",
        recommendation.rank(),
        anime.name(),
        facts(anime),
        anime.genreText(),
        weight(recommendation.weight()));
    recommendation.predicted().ifPresent(predicted -> print("you", predicted, out));
    if (recommendation.rankedBy() != recommendation.animeRow()) {
      out.println("      ranked for " + catalogue.anime(recommendation.rankedBy()).name());
    }
    print(recommendation.reasons(), reasons, out);
    recommendation
        .companion()
        .ifPresent(
            other -> {
              out.println("      for " + companion + ":");
              other.predicted().ifPresent(predicted -> print("they", predicted, out));
              print(other.reasons(), companionsReasons, out);
            });
    if (!recommendation.story().isEmpty()) {
      out.println("      and of the same story: " + names(recommendation.story()));
    }
  }

  private static void print(String who, PredictedRating predicted, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "      %s would rate it %.1f ± %.1f%n",
        who,
        predicted.rating(),
        predicted.plusMinus());
  }

  private static void print(List<Reason> reasons, ReasonText text, PrintStream out) {
    reasons.stream()
        .limit(REASONS)
        .forEach(
            reason ->
                out.printf(
                    Locale.ROOT, "      %3.0f %%  %s%n", 100 * reason.share(), text.of(reason)));
  }

  private String names(List<Integer> story) {
    List<String> first =
        story.stream().limit(PARTS).map(row -> catalogue.anime(row).name()).toList();
    int more = story.size() - first.size();
    return String.join(", ", first) + (more == 0 ? "" : " and %,d more".formatted(more));
  }

  /** Scores of factors are small and continuous, numbers of watchers large and whole. */
  private static String weight(double weight) {
    return String.format(Locale.ROOT, weight == Math.rint(weight) ? "%,.0f" : "%.3f", weight);
  }

  private static String facts(Anime anime) {
    String episodes = anime.episodes() < 0 ? "" : ", " + anime.episodes() + " ep";
    String rating =
        Double.isNaN(anime.rating()) ? "" : String.format(Locale.ROOT, ", %.2f", anime.rating());
    return anime.type() + episodes + rating;
  }
}
