package osusume.ui.control;

import osusume.ui.state.CurrentData;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The filter form. */
public final class AnimeFilterForm {
  public AnimeFilterForm(CurrentData data, Texts texts, Numbers numbers) {}
}
