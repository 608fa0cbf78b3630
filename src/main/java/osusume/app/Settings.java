package osusume.app;

import osusume.data.Recency;
import osusume.data.download.DownloadAddress;
import osusume.recommend.Aim;
import osusume.recommend.BlendWeights;

/**
 * What the window remembers between two starts. Immutable; holds no secret.
 *
 * @param theme light, dark, or as the system has it
 * @param window where the window was
 * @param start what a start begins with
 * @param asked how recommendations were asked for last
 * @param downloadFrom where the real data set is downloaded from
 * @param listener whether and where programs can ask over HTTP
 * @param chat how the chat is set up
 */
public record Settings(
    Theme theme,
    WindowBounds window,
    Start start,
    Asked asked,
    DownloadAddress downloadFrom,
    ListenerSettings listener,
    ChatSettings chat) {
  /** What a first start has. */
  public static final Settings DEFAULT =
      new Settings(
          Theme.SYSTEM,
          new WindowBounds(0, 0, 0, 0, false),
          new Start("", false, false),
          Asked.DEFAULT,
          DownloadAddress.KAGGLE,
          ListenerSettings.DEFAULT,
          ChatSettings.DEFAULT);

  /**
   * Where the window was, in pixels.
   *
   * @param width 0 until the window was first closed
   * @param height 0 until the window was first closed
   * @param x left edge
   * @param y upper edge
   * @param maximized whether it filled the screen
   */
  public record WindowBounds(double width, double height, double x, double y, boolean maximized) {
    /** The same of a window that fills the screen, and knows where it goes back to. */
    public WindowBounds filling() {
      return new WindowBounds(width, height, x, y, true);
    }
  }

  /**
   * What a start begins with.
   *
   * @param tab name of the tab that was shown last
   * @param forUser whether titles were last recommended for a user of the data set, and not for the
   *     person at the keyboard
   * @param welcomed whether the welcome of a first start was gone through or skipped
   */
  public record Start(String tab, boolean forUser, boolean welcomed) {
    public Start {
      tab = tab == null ? "" : tab;
    }
  }

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
        new WindowBounds(windowWidth, windowHeight, windowX, windowY, maximized),
        new Start(tab, false, true),
        Asked.DEFAULT,
        DownloadAddress.KAGGLE,
        ListenerSettings.DEFAULT,
        ChatSettings.DEFAULT);
  }

  public Settings withTheme(Theme wanted) {
    return new Settings(wanted, window, start, asked, downloadFrom, listener, chat);
  }

  public Settings withWindow(WindowBounds last) {
    return new Settings(theme, last, start, asked, downloadFrom, listener, chat);
  }

  public Settings withTab(String shown) {
    return withStart(new Start(shown, start.forUser, start.welcomed));
  }

  public Settings withForUser(boolean last) {
    return withStart(new Start(start.tab, last, start.welcomed));
  }

  /** The same of a person who has been welcomed. */
  public Settings afterWelcome() {
    return withStart(new Start(start.tab, start.forUser, true));
  }

  private Settings withStart(Start next) {
    return new Settings(theme, window, next, asked, downloadFrom, listener, chat);
  }

  public Settings withAsked(Asked last) {
    return new Settings(theme, window, start, last, downloadFrom, listener, chat);
  }

  public Settings withDownloadFrom(DownloadAddress address) {
    return new Settings(theme, window, start, asked, address, listener, chat);
  }

  public Settings withListener(ListenerSettings wanted) {
    return new Settings(theme, window, start, asked, downloadFrom, wanted, chat);
  }

  public Settings withChat(ChatSettings wanted) {
    return new Settings(theme, window, start, asked, downloadFrom, listener, wanted);
  }
}
