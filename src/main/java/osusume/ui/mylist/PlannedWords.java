package osusume.ui.mylist;

import java.util.stream.Collectors;
import osusume.recommend.Reason;
import osusume.ui.recommend.ReasonWords;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What speaks for a planned title, in a line. */
final class PlannedWords {
  private static final int MOST_REASONS = 3;

  private final Texts texts;
  private final Numbers numbers;
  private final ReasonWords reasons;

  PlannedWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.reasons = new ReasonWords(texts, numbers);
  }

  /** The strongest reasons; empty where there are none. */
  String why(PlannedRow row) {
    return row.recommendation().reasons().stream()
        .filter(reason -> reason.share() > 0)
        .limit(MOST_REASONS)
        .map(reason -> name(reason, row))
        .collect(Collectors.joining(" · "));
  }

  private String name(Reason reason, PlannedRow row) {
    String name = reasons.name(reason, row.opened());
    return switch (reason) {
      case Reason.Watched watched when watched.rating() > 0 ->
          texts.format("mylist.next.why.gave", name, watched.rating());
      case Reason.Watched _ -> texts.format("mylist.next.why.watched", name);
      case Reason.Disliked _, Reason.Dropped _ -> texts.format("mylist.next.why.unlike", name);
      default -> name;
    };
  }

  /** What the person would give it; empty while that can't be predicted. */
  String predicted(PlannedRow row) {
    return row.recommendation()
        .predicted()
        .map(
            rating ->
                texts.format(
                    "recommend.predicted.number",
                    numbers.decimal(rating.rating(), 1),
                    numbers.decimal(rating.plusMinus(), 1)))
        .orElse("");
  }
}
