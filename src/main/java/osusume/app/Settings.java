package osusume.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
    Theme theme,
    double windowWidth,
    double windowHeight,
    double windowX,
    double windowY,
    boolean maximized,
    String tab) {
  /** What a first start has. */
  public static final Settings DEFAULT = new Settings(Theme.SYSTEM, 0, 0, 0, 0, false, "");

  /** How the window looks. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public Settings {
    theme = theme == null ? Theme.SYSTEM : theme;
    tab = tab == null ? "" : tab;
  }

  public Settings withTheme(Theme wanted) {
    return new Settings(wanted, windowWidth, windowHeight, windowX, windowY, maximized, tab);
  }

  public Settings withTab(String shown) {
    return new Settings(theme, windowWidth, windowHeight, windowX, windowY, maximized, shown);
  }

  public Settings withWindow(double x, double y, double width, double height, boolean max) {
    return new Settings(theme, width, height, x, y, max, tab);
  }
}
