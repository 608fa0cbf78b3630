package osusume.ui.view;

/** What the window may ask of the controller of a tab. */
public interface Page {
  /** Puts the cursor where the person filters what this tab shows (Ctrl+F). */
  default void focusFilter() {}

  /** Puts the cursor where the person writes. */
  default void focusEntry() {}
}
