package osusume.ui.evaluate;

import javafx.util.StringConverter;
import osusume.ui.text.Texts;

/** What strategies are held against: one of them by name, or whichever is the best. */
final class ReferenceText extends StringConverter<String> {
  /** Stands for whichever is the best. */
  static final String BEST = "";

  private final Texts texts;

  ReferenceText(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(String strategy) {
    return BEST.equals(strategy) ? texts.get("evaluate.reference.best") : strategy;
  }

  @Override
  public String fromString(String text) {
    throw new UnsupportedOperationException("A reference is chosen, not typed.");
  }
}
