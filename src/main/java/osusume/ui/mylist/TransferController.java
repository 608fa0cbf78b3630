package osusume.ui.mylist;

import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import osusume.mylist.io.ListFormat;
import osusume.ui.state.FileChoices;
import osusume.ui.state.ListExports;
import osusume.ui.state.ListImport;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.state.PersonalList;

/** The menus by which lists come in and go out. */
public final class TransferController {
  private final PersonalList list;
  private final ListImport imports;
  private final ListExports exports;
  private final FileChoices files;
  private final Navigation navigation;

  @FXML private MenuButton out;

  public TransferController(
      PersonalList list,
      ListImport imports,
      ListExports exports,
      FileChoices files,
      Navigation navigation) {
    this.list = list;
    this.imports = imports;
    this.exports = exports;
    this.files = files;
    this.navigation = navigation;
  }

  @FXML
  private void initialize() {
    list.listProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    out.setDisable(list.get().isEmpty());
  }

  @FXML
  void importFile() {
    files.listToImport().ifPresent(imports::read);
  }

  @FXML
  void importAniList() {
    navigation.panelProperty().set(Panel.ANILIST);
  }

  @FXML
  private void restore() {
    navigation.panelProperty().set(Panel.LIST_BACKUPS);
  }

  @FXML
  private void exportXml() {
    exports.save(ListFormat.MYANIMELIST);
  }

  @FXML
  private void exportCsv() {
    exports.save(ListFormat.CSV);
  }

  @FXML
  private void exportJson() {
    exports.save(ListFormat.JSON);
  }
}
