package osusume.ui.welcome;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import osusume.app.DatasetLibrary;
import osusume.app.Opened;
import osusume.ui.download.DownloadController;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.Datasets;
import osusume.ui.state.FileChoices;
import osusume.ui.state.ListImport;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.text.Texts;
import osusume.ui.view.FxmlFile;
import osusume.ui.view.TabPage;
import osusume.ui.view.Views;

/**
 * The welcome of a first start, in short steps that can all be skipped: which ratings to learn
 * from, how the program comes to know the person, and a page on which they rate a few titles.
 */
public final class WelcomeController {
  private static final double NARROW = 640;
  private static final double WIDE = 1040;
  private static final double HIGH = 640;

  private final CurrentData data;
  private final CurrentPerson person;
  private final Datasets datasets;
  private final Navigation navigation;
  private final ListImport listImport;
  private final FileChoices files;
  private final Views views;
  private final Texts texts;

  // Held here, for what is watched outlives this view and must not keep it.
  private final ChangeListener<Opened> opened = (_, old, fresh) -> goOnWithOther(old, fresh);
  private Step step;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label lead;
  @FXML private VBox dataPage;
  @FXML private VBox tastePage;
  @FXML private StackPane ratePage;
  @FXML private DownloadController downloadController;
  @FXML private Button chooseFiles;
  @FXML private Label number;
  @FXML private Button rate;
  @FXML private Button skip;
  @FXML private Label again;
  @FXML private Button back;
  @FXML private Button on;

  private enum Step {
    DATA,
    TASTE,
    RATE
  }

  public WelcomeController(
      CurrentData data,
      CurrentPerson person,
      Datasets datasets,
      Navigation navigation,
      ListImport listImport,
      FileChoices files,
      Views views,
      Texts texts) {
    this.data = data;
    this.person = person;
    this.datasets = datasets;
    this.navigation = navigation;
    this.listImport = listImport;
    this.files = files;
    this.views = views;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    downloadController.whenOpened(this::goOnWithData);
    chooseFiles.disableProperty().bind(downloadController.busyProperty());
    data.openedProperty().addListener(new WeakChangeListener<>(opened));
    show(Step.DATA);
  }

  /** However another data set was opened, by files dropped on the window perhaps. */
  private void goOnWithOther(Opened old, Opened fresh) {
    if (old != null && !old.data().fingerprint().equals(fresh.data().fingerprint())) {
      goOnWithData();
    }
  }

  private void goOnWithData() {
    if (step == Step.DATA) {
      show(Step.TASTE);
    }
  }

  private void show(Step wanted) {
    step = wanted;
    downloadController.setFollowed(wanted == Step.DATA);
    boolean rating = wanted == Step.RATE;
    if (rating && ratePage.getChildren().isEmpty()) {
      ratePage.getChildren().setAll(views.load(FxmlFile.RATE_TITLES).root());
    }
    root.setMaxSize(rating ? WIDE : NARROW, rating ? HIGH : Region.USE_PREF_SIZE);
    set(dataPage, wanted == Step.DATA);
    set(tastePage, wanted == Step.TASTE);
    set(ratePage, rating);
    set(back, wanted != Step.DATA);
    set(on, wanted != Step.TASTE);
    set(skip, !rating);
    set(again, !rating);
    set(lead, !rating);
    number.setText(texts.format("welcome.step", wanted == Step.DATA ? 1 : 2));
    title.setText(
        texts.get(
            switch (wanted) {
              case DATA -> "welcome.title";
              case TASTE -> "welcome.taste";
              case RATE -> "welcome.rating";
            }));
    lead.setText(texts.get(wanted == Step.DATA ? "welcome.lead" : "welcome.taste.lead"));
    on.setText(texts.get(rating ? "welcome.done" : "welcome.continue"));
    // Once it is in the window; a panel whose keys go elsewhere can't be closed by Esc.
    Platform.runLater(this::focus);
    on.getStyleClass().remove("accent");
    if (rating) {
      on.getStyleClass().add("accent");
    }
  }

  private void focus() {
    switch (step) {
      case DATA -> downloadController.focus();
      case TASTE -> rate.requestFocus();
      case RATE -> {
        // The cards take it as soon as they are there.
      }
    }
  }

  private static void set(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @FXML
  private void chooseFiles() {
    downloadController.chooseFiles();
  }

  @FXML
  private void useDemo() {
    if (data.opened() != null && !data.opened().data().name().equals(DatasetLibrary.DEMO)) {
      datasets.open(DatasetLibrary.DEMO);
    }
    show(Step.TASTE);
  }

  /** The My list tab shows what came of it before anything is merged. */
  @FXML
  private void importList() {
    files.listToImport().ifPresent(listImport::read);
  }

  @FXML
  private void askAniList() {
    end();
    navigation.panelProperty().set(Panel.ANILIST);
  }

  private void end() {
    person.chooseMe();
    navigation.panelProperty().set(null);
  }

  @FXML
  private void rateTitles() {
    show(Step.RATE);
  }

  @FXML
  private void back() {
    show(step == Step.RATE ? Step.TASTE : Step.DATA);
  }

  @FXML
  private void goOn() {
    if (step == Step.DATA) {
      show(Step.TASTE);
      return;
    }
    end();
    navigation.tabProperty().set(TabPage.RECOMMENDATIONS);
  }

  @FXML
  private void skip() {
    navigation.panelProperty().set(null);
  }
}
