package osusume.app;

import osusume.recommend.Aim;
import osusume.recommend.BlendWeights;

/**
 * What the window remembers between two starts. Immutable; holds no secret.
 *
 * @param theme light, dark, or as the system has it
 * @param windowWidth in pixels; 0 until the window was first closed
 * @param windowHeight in pixels; 0 until the window was first closed
 * @param windowX left edge, in pixels
 * @param windowY upper edge, in pixels
 * @param maximized whether the window filled the screen
 * @param tab name of the tab that was shown last
 * @param forUser whether titles were last recommended for a user of the data set, and not for the
 *     person at the keyboard
 * @param asked how recommendations were asked for last
 */
public record Settings(
    Theme theme,
    double windowWidth,
    double windowHeight,
    double windowX,
    double windowY,
    boolean maximized,
    String tab,
    boolean forUser,
    Asked asked) {
  /** What a first start has. */
  public static final Settings DEFAULT = new Settings(Theme.SYSTEM, 0, 0, 0, 0, false, "");

  /**
   * How recommendations were asked for last; see {@link osusume.recommend.Request}. What is out of
   * its bounds is put right: nobody is served by a window that does not open.
   */
  public record Asked(
      Aim aim, double novelty, double diversity, boolean franchises, BlendWeights weights) {
    /** What a first start has. */
    public static final Asked DEFAULT = new Asked(Aim.WATCH, 0, 0, true, BlendWeights.LEARNED);

    public Asked {
      aim = aim == null ? Aim.WATCH : aim;
      novelty = Double.isNaN(novelty) ? 0 : Math.clamp(novelty, -1, 1);
      diversity = Double.isNaN(diversity) ? 0 : Math.clamp(diversity, 0, 1);
      weights = weights == null ? BlendWeights.LEARNED : weights;
    }
  }

  /** How the window looks. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public Settings {
    theme = theme == null ? Theme.SYSTEM : theme;
    tab = tab == null ? "" : tab;
    asked = asked == null ? Asked.DEFAULT : asked;
  }

  /** Settings of a person who has not yet asked for anything. */
  public Settings(
      Theme theme,
      double windowWidth,
      double windowHeight,
      double windowX,
      double windowY,
      boolean maximized,
      String tab) {
    this(theme, windowWidth, windowHeight, windowX, windowY, maximized, tab, false, Asked.DEFAULT);
  }

  public Settings withTheme(Theme wanted) {
    return new Settings(
        wanted, windowWidth, windowHeight, windowX, windowY, maximized, tab, forUser, asked);
  }

  public Settings withTab(String shown) {
    return new Settings(
        theme, windowWidth, windowHeight, windowX, windowY, maximized, shown, forUser, asked);
  }

  public Settings withWindow(double x, double y, double width, double height, boolean max) {
    return new Settings(theme, width, height, x, y, max, tab, forUser, asked);
  }

  public Settings withAsked(Asked last) {
    return new Settings(
        theme, windowWidth, windowHeight, windowX, windowY, maximized, tab, forUser, last);
  }

  public Settings withForUser(boolean last) {
    return new Settings(
        theme, windowWidth, windowHeight, windowX, windowY, maximized, tab, last, asked);
  }
}
