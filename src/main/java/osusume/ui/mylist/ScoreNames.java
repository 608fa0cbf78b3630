package osusume.ui.mylist;

import javafx.util.StringConverter;
import osusume.ui.text.Texts;

/** A score as it is chosen: a number, or a word for "none". */
final class ScoreNames extends StringConverter<Integer> {
  private final Texts texts;

  ScoreNames(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(Integer score) {
    return score == null || score == 0 ? texts.get("mylist.score.none") : score.toString();
  }

  @Override
  public Integer fromString(String name) {
    throw new UnsupportedOperationException("A score is chosen and not typed.");
  }
}
