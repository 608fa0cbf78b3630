package osusume.ui.recommend;

import javafx.util.StringConverter;
import osusume.ui.text.Texts;

/** A strategy in plain words, with the short name commands know it by. */
final class StrategyNames extends StringConverter<String> {
  private final Texts texts;

  StrategyNames(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(String strategy) {
    if (strategy == null) {
      return "";
    }
    String key = "strategy." + strategy;
    return texts.bundle().containsKey(key) ? texts.get(key) : strategy;
  }

  @Override
  public String fromString(String text) {
    throw new UnsupportedOperationException("Strategies are chosen, not typed.");
  }
}
