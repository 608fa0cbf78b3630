package osusume.ui.model;

import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;
import osusume.app.Part;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Learning;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What is learned beside the taste groups: which of it is there, and learning it anew. */
public final class PartsController {
  private final CurrentData data;
  private final Learning learning;
  private final Texts texts;
  private final Numbers numbers;
  private List<PartRow> rows;

  @FXML private VBox parts;

  public PartsController(CurrentData data, Learning learning, Texts texts, Numbers numbers) {
    this.data = data;
    this.learning = learning;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    rows =
        learning.parts().stream().map(part -> new PartRow(part, learning, texts, numbers)).toList();
    parts.getChildren().setAll(rows);
    data.openedProperty().addListener((_, _, _) -> show());
    learning.runningProperty().addListener((_, _, _) -> show());
    learning.currentProperty().addListener((_, _, _) -> show());
    learning.troubles().addListener((MapChangeListener<Part<?>, String>) _ -> show());
    show();
  }

  private void show() {
    rows.forEach(row -> row.show(data.opened()));
  }
}
