package osusume.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private final Voice first;
  private final Voice second;

  /**
   * How somebody is spoken of.
   *
   * @param heading says whose the lines below it are; empty: nobody else's are there
   * @param pronoun you or they
   */
  private record Voice(String heading, String pronoun, ReasonText reasons) {}

  private AnswerText(Opened opened, Voice first, Voice second) {
    this.catalogue = opened.data().catalogue();
    this.first = first;
    this.second = second;
  }

  /** For one person, whoever it is: who asks for a user asks as that user. */
  static AnswerText forOne(Opened opened) {
    return new AnswerText(opened, new Voice("", "you", new ReasonText(opened)), null);
  }

  /** For two people, each under a heading of their own. */
  static AnswerText forTwo(Opened opened, Somebody first, Somebody second) {
    return new AnswerText(opened, voice(opened, first), voice(opened, second));
  }

  private static Voice voice(Opened opened, Somebody somebody) {
    return new Voice(
        "for %s:".formatted(somebody.name()), somebody.pronoun(), somebody.reasons(opened));
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
    if (recommendation.rankedBy() != recommendation.animeRow()) {
      out.println("      ranked for " + catalogue.anime(recommendation.rankedBy()).name());
    }
    print(first, recommendation.predicted(), recommendation.reasons(), out);
    recommendation
        .companion()
        .ifPresent(other -> print(second, other.predicted(), other.reasons(), out));
    if (!recommendation.story().isEmpty()) {
      out.println("      and of the same story: " + names(recommendation.story()));
    }
  }

  private static void print(
      Voice voice, Optional<PredictedRating> rating, List<Reason> reasons, PrintStream out) {
    if (!voice.heading.isEmpty()) {
      out.println("      " + voice.heading);
    }
    rating.ifPresent(
        predicted ->
            out.printf(
                Locale.ROOT,
                "      %s would rate it %.1f ± %.1f%n",
                voice.pronoun,
                predicted.rating(),
                predicted.plusMinus()));
    reasons.stream()
        .limit(REASONS)
        .forEach(
            reason ->
                out.printf(
                    Locale.ROOT,
                    "      %3.0f %%  %s%n",
                    100 * reason.share(),
                    voice.reasons.of(reason)));
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
