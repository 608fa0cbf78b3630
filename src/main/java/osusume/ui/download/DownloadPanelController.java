package osusume.ui.download;

import javafx.fxml.FXML;
import osusume.ui.state.Download;
import osusume.ui.state.Navigation;

/** The panel that downloads the real data set. */
public final class DownloadPanelController {
  private final Download download;
  private final Navigation navigation;

  public DownloadPanelController(Download download, Navigation navigation) {
    this.download = download;
    this.navigation = navigation;
  }

  @FXML
  private void close() {
    // What is under way goes on; the status bar shows it.
    download.forgetTrouble();
    navigation.panelProperty().set(null);
  }
}
