package osusume.ui.recommend;

import java.util.List;
import java.util.stream.Collectors;
import osusume.app.Opened;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A {@link Reason} in the words of the window. */
public final class ReasonWords {
  private final Texts texts;
  private final Numbers numbers;

  public ReasonWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** What the reason is: the title, the group, or what speaks for it. */
  public String name(Reason reason, Opened opened) {
    return switch (reason) {
      case Reason.OfTitle title -> opened.data().catalogue().anime(title.animeRow()).name();
      case Reason.Group group ->
          opened
              .trained()
              .map(trained -> trained.groups().groups().get(group.group()).label())
              .orElse("");
      case Reason.Popular popular ->
          texts.format("reason.popular", popular.watchers(), opened.data().ratings().rowCount());
      case Reason.People people ->
          texts.format("reason.people", people.watchers(), people.people());
      case Reason.Rated rated ->
          texts.format("reason.rated", numbers.decimal(rated.mean(), 1), rated.raters());
      case Reason.Choice choice ->
          texts.format("reason.habit." + choice.habit().key(), choice.value());
    };
  }

  /** What the person gave a title; empty for reasons that are no titles. */
  String rating(Reason reason) {
    return switch (reason) {
      case Reason.Watched watched when watched.rating() > 0 -> numbers.count(watched.rating());
      case Reason.Watched _ -> texts.get("reason.unrated");
      case Reason.Disliked disliked -> numbers.count(disliked.rating());
      case Reason.Dropped _ -> texts.get("reason.dropped");
      default -> "";
    };
  }

  String share(Reason reason) {
    return numbers.share(reason.share());
  }

  /**
   * All of it in one sentence.
   *
   * @param own whether it is said to the person at the keyboard, of their list
   */
  public String whole(Reason reason, Opened opened, boolean own) {
    String name = name(reason, opened);
    return switch (reason) {
      case Reason.Watched watched when watched.rating() > 0 ->
          texts.format(
              own ? "reason.whole.youGave" : "reason.whole.gave",
              name,
              watched.rating(),
              share(reason));
      case Reason.Watched _ ->
          texts.format(own ? "reason.whole.youSaw" : "reason.whole.unrated", name, share(reason));
      case Reason.Disliked disliked ->
          texts.format(
              own ? "reason.whole.youDisliked" : "reason.whole.disliked",
              name,
              disliked.rating(),
              share(reason));
      case Reason.Dropped _ ->
          texts.format(
              own ? "reason.whole.youDropped" : "reason.whole.dropped", name, share(reason));
      case Reason.Chosen _ -> texts.format("reason.whole.chosen", name, share(reason));
      default -> texts.format("reason.whole", name, share(reason));
    };
  }

  /** For instance "and 2 more parts: A, B", and first of all which of them ranks the row. */
  String story(Recommendation recommendation, Opened opened) {
    List<Integer> rows = recommendation.story();
    String parts =
        rows.stream()
            .map(row -> opened.data().catalogue().anime(row).name())
            .collect(Collectors.joining(", "));
    if (recommendation.rankedBy() == recommendation.animeRow()) {
      return texts.format("recommend.story", rows.size(), parts);
    }
    String best = opened.data().catalogue().anime(recommendation.rankedBy()).name();
    return texts.format("recommend.story.ranked", best, rows.size(), parts);
  }
}
