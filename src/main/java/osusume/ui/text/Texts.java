package osusume.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text the window shows, from one bundle; numbers in them are formatted for the locale. */
public final class Texts {
  private static final String BUNDLE = "osusume.ui.texts";

  private final ResourceBundle bundle;
  private final Locale locale;

  /**
   * @param locale for numbers and dates; the language of the texts follows it where there is a
   *     bundle for it
   */
  public Texts(Locale locale) {
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    this.locale = locale;
  }

  /** The bundle itself, for the FXML loader. */
  public ResourceBundle bundle() {
    return bundle;
  }

  public Locale locale() {
    return locale;
  }

  /** The text as it stands. */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** The text with its places filled, as {@link MessageFormat} does it. */
  public String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
