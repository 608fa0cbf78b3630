package osusume.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import osusume.app.Settings.Theme;
import osusume.ui.state.SettingsModel;

/** Light or dark: as the person chose, or as the system has it, also when that changes. */
final class Look {

  private final SettingsModel settings;
  private final BooleanBinding dark;

  Look(SettingsModel settings) {
    this.settings = settings;
    var system = Platform.getPreferences().colorSchemeProperty();
    this.dark =
        Bindings.createBooleanBinding(
            () ->
                switch (settings.get().theme()) {
                  case DARK -> true;
                  case LIGHT -> false;
                  case SYSTEM -> system.get() == ColorScheme.DARK;
                },
            settings.settingsProperty(),
            system);
  }

  /** Gives a scene the look and keeps it up to date. */
  void apply(Scene scene) {
    show(scene);
    dark.addListener((_, _, _) -> show(scene));
  }

  private void show(Scene scene) {
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            css(dark.get() ? "dark.css" : "light.css"),
            css("osusume.css"),
            css("recommend/recommend.css"),
            css("users/users.css"),
            css("mylist/mylist.css"),
            css("model/model.css"),
            css("evaluate/evaluate.css"),
            css("welcome/welcome.css"),
            css("listen/listen.css"),
            css("settings/settings.css"),
            css("chat/chat.css"));
    scene.getPreferences().setColorScheme(dark.get() ? ColorScheme.DARK : ColorScheme.LIGHT);
  }

  private static String css(String name) {
    return Look.class.getResource(name).toExternalForm();
  }

  BooleanBinding darkProperty() {
    return dark;
  }

  /** From light to dark and back; from then on the system's choice does not matter. */
  void toggle() {
    settings.change(old -> old.withTheme(dark.get() ? Theme.LIGHT : Theme.DARK));
  }
}
