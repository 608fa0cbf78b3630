package osusume.app;

import java.util.List;
import osusume.chat.Asker;
import osusume.chat.Ground;

/** What the chat may look at, of what is open. */
public final class Grounds {
  private Grounds() {}

  /**
   * @param asker for whom; the taste is one of {@code opened}'s data set
   * @param hideAdult whether adult titles are kept back unless they are asked for
   */
  public static Ground of(Opened opened, Asker asker, boolean hideAdult) {
    ReasonText words =
        asker.userId().isPresent() ? ReasonText.ofSomebodyElse(opened) : new ReasonText(opened);
    // What stands first is the best there is; what is popular can always be asked.
    List<String> strategies = opened.recommendations().strategies();
    return new Ground(
        opened.data(),
        opened.facts(),
        opened.recommendations(),
        strategies.getFirst(),
        opened.trained().map(Opened.Trained::model),
        opened.trained().map(Opened.Trained::groups),
        words::of,
        asker,
        hideAdult);
  }
}
