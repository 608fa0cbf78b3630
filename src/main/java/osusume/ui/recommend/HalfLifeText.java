package osusume.ui.recommend;

import javafx.util.StringConverter;
import osusume.ui.text.Texts;

/** After how many years a rating counts half, in words. */
final class HalfLifeText extends StringConverter<Integer> {
  private final Texts texts;

  HalfLifeText(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(Integer years) {
    return years == null || years == 0
        ? texts.get("options.halfLife.off")
        : texts.format("options.halfLife.years", years);
  }

  /** Never asked for, for nothing can be typed. */
  @Override
  public Integer fromString(String text) {
    throw new UnsupportedOperationException("A half-life is chosen and not typed.");
  }
}
