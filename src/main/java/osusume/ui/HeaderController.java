package osusume.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.app.DatasetLibrary;
import osusume.data.Dataset;
import osusume.ui.control.UserPicker;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Datasets;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.text.Texts;

/** The header: the data set in use, who is being recommended for, the theme, the settings. */
public final class HeaderController {
  private final CurrentData data;
  private final CurrentUser user;
  private final CurrentPerson person;
  private final Datasets datasets;
  private final Navigation navigation;
  private final FileChoices files;
  private final Look look;
  private final Texts texts;

  private final ToggleGroup whom = new ToggleGroup();

  @FXML private MenuButton dataMenu;
  @FXML private ToggleButton forMe;
  @FXML private ToggleButton forUser;
  @FXML private UserPicker userPicker;
  @FXML private Button theme;

  HeaderController(
      CurrentData data,
      CurrentUser user,
      CurrentPerson person,
      Datasets datasets,
      Navigation navigation,
      FileChoices files,
      Look look,
      Texts texts) {
    this.data = data;
    this.user = user;
    this.person = person;
    this.datasets = datasets;
    this.navigation = navigation;
    this.files = files;
    this.look = look;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    userPicker.connect(user, data, texts);
    userPicker.visibleProperty().bind(person.meProperty().not());
    userPicker.managedProperty().bind(userPicker.visibleProperty());
    forUser.disableProperty().bind(user.idProperty().isNull());
    whom.getToggles().setAll(forMe, forUser);
    person.meProperty().addListener((_, _, _) -> showPerson());
    whom.selectedToggleProperty().addListener((_, old, now) -> chosen(old, now));
    // Whoever presses one wants titles for that person, be it the one that holds already.
    forMe.setOnAction(_ -> navigation.recommendForPerson());
    forUser.setOnAction(_ -> navigation.recommendForPerson());
    showPerson();
    dataMenu.setText(texts.get("data.opening"));
    data.whenOpened(opened -> showData(opened.data()));
    data.troubleProperty().addListener((_, _, _) -> dataMenu.setText(texts.get("data.none")));
    datasets.names().addListener((ListChangeListener<String>) _ -> fillMenu());
    fillMenu();
    look.darkProperty().addListener((_, _, _) -> showTheme());
    showTheme();
  }

  private void showPerson() {
    whom.selectToggle(person.isMe() ? forMe : forUser);
  }

  private void chosen(Toggle old, Toggle now) {
    if (now == null) {
      // One of the two holds, so pressing the chosen one again leaves it chosen.
      whom.selectToggle(old);
    } else if (now == forMe) {
      person.chooseMe();
    } else {
      person.chooseUser();
    }
  }

  private void showData(Dataset open) {
    String sizes =
        texts.format(
            open.simulated() ? "data.simulated" : "data.real",
            open.catalogue().size(),
            open.ratings().rowCount());
    dataMenu.setText(open.simulated() ? sizes : open.name() + " · " + sizes);
    fillMenu();
  }

  private void fillMenu() {
    List<MenuItem> items = new java.util.ArrayList<>();
    String open = data.opened() == null ? "" : data.opened().data().name();
    for (String name : datasets.names()) {
      RadioMenuItem item =
          new RadioMenuItem(name.equals(DatasetLibrary.DEMO) ? texts.get("data.demo") : name);
      item.setMnemonicParsing(false);
      item.setSelected(name.equals(open));
      item.setOnAction(_ -> choose(name, open));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.add(item("data.import", Feather.FOLDER, this::chooseFiles));
    items.add(item("data.download", Feather.DOWNLOAD, () -> show(Panel.DOWNLOAD)));
    MenuItem report = item("data.report", Feather.FILE_TEXT, () -> show(Panel.IMPORT_REPORT));
    report.setDisable(open.isEmpty());
    items.add(report);
    if (!open.isEmpty() && !open.equals(DatasetLibrary.DEMO)) {
      MenuItem delete = item("data.delete", Feather.TRASH_2, () -> show(Panel.DELETE_DATA_SET));
      delete.setText(texts.format("data.delete", open));
      items.add(delete);
    }
    items.add(new SeparatorMenuItem());
    items.add(item("data.welcome", Feather.COMPASS, () -> show(Panel.WELCOME)));
    dataMenu.getItems().setAll(items);
  }

  private void show(Panel panel) {
    navigation.panelProperty().set(panel);
  }

  private MenuItem item(String key, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void choose(String name, String open) {
    if (name.equals(open)) {
      fillMenu();
    } else {
      datasets.open(name);
    }
  }

  private void chooseFiles() {
    List<Path> chosen = files.toImport();
    if (!chosen.isEmpty()) {
      datasets.importFiles(chosen);
    }
  }

  private void showTheme() {
    boolean dark = look.darkProperty().get();
    String name = texts.get(dark ? "theme.toLight" : "theme.toDark");
    theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
    theme.setAccessibleText(name);
    theme.setTooltip(new Tooltip(name));
  }

  @FXML
  private void toggleTheme() {
    look.toggle();
  }

  @FXML
  private void showSettings() {
    show(Panel.SETTINGS);
  }
}
