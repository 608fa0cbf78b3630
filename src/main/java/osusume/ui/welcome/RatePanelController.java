package osusume.ui.welcome;

import javafx.fxml.FXML;
import osusume.ui.state.Navigation;

/** The page on which a few titles are rated, for those who are past the welcome. */
public final class RatePanelController {
  private final Navigation navigation;

  public RatePanelController(Navigation navigation) {
    this.navigation = navigation;
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }
}
