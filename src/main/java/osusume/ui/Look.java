package osusume.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
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
  private static final List<String> OF_TABS =
      List.of(
          "recommend/recommend.css",
          "users/users.css",
          "mylist/mylist.css",
          "model/model.css",
          "evaluate/evaluate.css",
          "welcome/welcome.css",
          "listen/listen.css",
          "settings/settings.css",
          "chat/chat.css");

  private final SettingsModel settings;
  private final BooleanBinding dark;
  private Scene shown;
  private boolean complete;

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
    shown = scene;
    show();
    dark.addListener((_, _, _) -> show());
  }

  /** Adds what the first frame does without: the styles of what is in the tabs. */
  void complete() {
    complete = true;
    shown.getStylesheets().addAll(OF_TABS.stream().map(Look::css).toList());
  }

  private void show() {
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    List<String> sheets = new ArrayList<>();
    sheets.add(dark.get() ? "dark.css" : "light.css");
    sheets.add("osusume.css");
    if (complete) {
      sheets.addAll(OF_TABS);
    }
    shown.getStylesheets().setAll(sheets.stream().map(Look::css).toList());
    shown.getPreferences().setColorScheme(dark.get() ? ColorScheme.DARK : ColorScheme.LIGHT);
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
