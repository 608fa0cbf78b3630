package osusume.ui.anime;

import osusume.ui.job.Jobs;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Links;
import osusume.ui.state.Messages;
import osusume.ui.state.Navigation;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Anime tab. */
public final class AnimeController implements Page {
  public AnimeController(
      CurrentData data,
      Jobs jobs,
      Messages messages,
      Troubles troubles,
      Navigation navigation,
      Links links,
      Texts texts,
      Numbers numbers) {}
}
