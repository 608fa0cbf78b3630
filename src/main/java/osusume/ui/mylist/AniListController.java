package osusume.ui.mylist;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import osusume.ui.state.ListImport;
import osusume.ui.state.Navigation;

/** Says what AniList is asked and what is sent there, before anything is. */
public final class AniListController {
  private final ListImport imports;
  private final Navigation navigation;

  @FXML private TextField user;
  @FXML private Button ask;

  public AniListController(ListImport imports, Navigation navigation) {
    this.imports = imports;
    this.navigation = navigation;
  }

  @FXML
  private void initialize() {
    ask.disableProperty().bind(user.textProperty().map(String::isBlank));
    javafx.application.Platform.runLater(user::requestFocus);
  }

  @FXML
  private void ask() {
    String name = user.getText().strip();
    close();
    imports.askAniList(name);
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }
}
