package osusume.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Datasets;
import osusume.ui.state.Navigation;
import osusume.ui.text.Texts;

/** Asks before the open data set is deleted. */
public final class DeleteDatasetController {
  private final CurrentData data;
  private final Datasets datasets;
  private final Navigation navigation;
  private final Texts texts;

  @FXML private Label question;

  DeleteDatasetController(CurrentData data, Datasets datasets, Navigation navigation, Texts texts) {
    this.data = data;
    this.datasets = datasets;
    this.navigation = navigation;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    question.setText(texts.format("delete.question", data.opened().data().name()));
  }

  @FXML
  private void delete() {
    datasets.delete(data.opened().data().name());
    close();
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }
}
