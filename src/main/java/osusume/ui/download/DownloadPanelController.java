package osusume.ui.download;

import javafx.application.Platform;
import javafx.fxml.FXML;
import osusume.ui.state.Download;
import osusume.ui.state.Navigation;

/** The panel that downloads the real data set. */
public final class DownloadPanelController {
  private final Download download;
  private final Navigation navigation;

  @FXML private DownloadController downloadController;

  public DownloadPanelController(Download download, Navigation navigation) {
    this.download = download;
    this.navigation = navigation;
  }

  @FXML
  private void initialize() {
    // Once it is in the window; a panel whose keys go elsewhere can't be closed by Esc.
    Platform.runLater(downloadController::focus);
  }

  @FXML
  private void close() {
    // What is under way goes on; the status bar shows it.
    download.forgetTrouble();
    navigation.panelProperty().set(null);
  }
}
