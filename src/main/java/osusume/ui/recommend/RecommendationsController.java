package osusume.ui.recommend;

import osusume.ui.job.Jobs;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Messages;
import osusume.ui.state.Navigation;
import osusume.ui.state.Training;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Recommendations tab. */
public final class RecommendationsController implements Page {
  public RecommendationsController(
      CurrentData data,
      CurrentUser user,
      Training training,
      Jobs jobs,
      Messages messages,
      Troubles troubles,
      Navigation navigation,
      Texts texts,
      Numbers numbers) {}
}
