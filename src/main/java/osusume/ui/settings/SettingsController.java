package osusume.ui.settings;

import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import osusume.app.Places;
import osusume.app.Settings.Theme;
import osusume.data.download.DownloadAddress;
import osusume.ui.state.Links;
import osusume.ui.state.Navigation;
import osusume.ui.state.SettingsModel;

/** The settings panel: how the window looks, who else can ask, and where the files lie. */
public final class SettingsController {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  /** What of the window's height is left to the frame of the panel, and around it. */
  private static final double AROUND = 176;

  private final SettingsModel settings;
  private final Places places;
  private final Links links;
  private final Navigation navigation;

  @FXML private ScrollPane scroll;
  @FXML private ToggleGroup theme;
  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private Label dataFolder;
  @FXML private Label modelFolder;
  @FXML private Label logFolder;
  @FXML private TextField address;
  @FXML private Label addressTrouble;

  public SettingsController(
      SettingsModel settings, Places places, Links links, Navigation navigation) {
    this.settings = settings;
    this.places = places;
    this.links = links;
    this.navigation = navigation;
  }

  @FXML
  private void initialize() {
    // As high as what it holds, or as the window lets it be.
    scroll
        .maxHeightProperty()
        .bind(
            scroll
                .sceneProperty()
                .flatMap(Scene::heightProperty)
                .map(height -> height.doubleValue() - AROUND)
                .orElse(Double.MAX_VALUE));
    system.setUserData(Theme.SYSTEM);
    light.setUserData(Theme.LIGHT);
    dark.setUserData(Theme.DARK);
    theme.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == settings.get().theme())
        .forEach(theme::selectToggle);
    theme
        .selectedToggleProperty()
        .addListener(
            (_, old, chosen) -> {
              if (chosen == null) {
                // One of the three always holds; pressing it again changes nothing.
                theme.selectToggle(old);
              } else {
                settings.change(now -> now.withTheme((Theme) chosen.getUserData()));
              }
            });
    show(dataFolder, places.data());
    show(modelFolder, places.models());
    show(logFolder, places.logs());
    address.setText(settings.get().downloadFrom().toString());
    address.textProperty().addListener((_, _, text) -> useAddress(text));
    showTrouble("");
  }

  /** What is typed counts as soon as something may be downloaded from there. */
  private void useAddress(String text) {
    try {
      DownloadAddress wanted = DownloadAddress.parse(text);
      settings.change(now -> now.withDownloadFrom(wanted));
      showTrouble("");
    } catch (IllegalArgumentException e) {
      showTrouble(e.getMessage());
    }
  }

  private void showTrouble(String sentence) {
    address.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    addressTrouble.setText(sentence);
    addressTrouble.setVisible(!sentence.isEmpty());
    addressTrouble.setManaged(!sentence.isEmpty());
  }

  @FXML
  private void useUsualAddress() {
    address.setText(DownloadAddress.KAGGLE.toString());
  }

  private static void show(Label label, Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    label.setText(path);
    label.setTooltip(new Tooltip(path));
  }

  @FXML
  private void openData() {
    links.folder(places.data());
  }

  @FXML
  private void openModels() {
    links.folder(places.models());
  }

  @FXML
  private void openLogs() {
    links.folder(places.logs());
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }
}
