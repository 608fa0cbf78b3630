package osusume.app;

import osusume.data.Recency;
import osusume.data.download.DownloadAddress;
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
 * @param welcomed whether the welcome of a first start was gone through or skipped
 * @param downloadFrom where the real data set is downloaded from
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
    Asked asked,
    boolean welcomed,
    DownloadAddress downloadFrom) {
  /** What a first start has. */
  public static final Settings DEFAULT =
      new Settings(
          Theme.SYSTEM, 0, 0, 0, 0, false, "", false, Asked.DEFAULT, false, DownloadAddress.KAGGLE);

  /**
   * How recommendations were asked for last; see {@link osusume.recommend.Request}. What is out of
   * its bounds is put right: nobody is served by a window that does not open.
   *
   * @param halfLifeYears after how many years a rating of the person counts half; 0: all count
   *     alike
   */
  public record Asked(
      Aim aim,
      double novelty,
      double diversity,
      boolean franchises,
      BlendWeights weights,
      int halfLifeYears) {
    private static final int LONGEST_HALF_LIFE = 100;

    /** What a first start has. */
    public static final Asked DEFAULT = new Asked(Aim.WATCH, 0, 0, true, BlendWeights.LEARNED, 0);

    public Asked {
      aim = aim == null ? Aim.WATCH : aim;
      novelty = Double.isNaN(novelty) ? 0 : Math.clamp(novelty, -1, 1);
      diversity = Double.isNaN(diversity) ? 0 : Math.clamp(diversity, 0, 1);
      weights = weights == null ? BlendWeights.LEARNED : weights;
      halfLifeYears = Math.clamp(halfLifeYears, 0, LONGEST_HALF_LIFE);
    }

    /** How much the person's ratings count by their age. */
    public Recency recency() {
      return halfLifeYears == 0 ? Recency.OFF : Recency.ofYears(halfLifeYears);
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
    downloadFrom = downloadFrom == null ? DownloadAddress.KAGGLE : downloadFrom;
  }

  /** Settings of a person who was welcomed and has not yet asked for anything. */
  public Settings(
      Theme theme,
      double windowWidth,
      double windowHeight,
      double windowX,
      double windowY,
      boolean maximized,
      String tab) {
    this(
        theme,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        tab,
        false,
        Asked.DEFAULT,
        true,
        DownloadAddress.KAGGLE);
  }

  public Settings withTheme(Theme wanted) {
    return new Settings(
        wanted,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        tab,
        forUser,
        asked,
        welcomed,
        downloadFrom);
  }

  public Settings withTab(String shown) {
    return new Settings(
        theme,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        shown,
        forUser,
        asked,
        welcomed,
        downloadFrom);
  }

  public Settings withWindow(double x, double y, double width, double height, boolean max) {
    return new Settings(
        theme, width, height, x, y, max, tab, forUser, asked, welcomed, downloadFrom);
  }

  public Settings withAsked(Asked last) {
    return new Settings(
        theme,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        tab,
        forUser,
        last,
        welcomed,
        downloadFrom);
  }

  /** The same of a person who has been welcomed. */
  public Settings afterWelcome() {
    return new Settings(
        theme,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        tab,
        forUser,
        asked,
        true,
        downloadFrom);
  }

  public Settings withDownloadFrom(DownloadAddress address) {
    return new Settings(
        theme,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        tab,
        forUser,
        asked,
        welcomed,
        address);
  }

  public Settings withForUser(boolean last) {
    return new Settings(
        theme,
        windowWidth,
        windowHeight,
        windowX,
        windowY,
        maximized,
        tab,
        last,
        asked,
        welcomed,
        downloadFrom);
  }
}
