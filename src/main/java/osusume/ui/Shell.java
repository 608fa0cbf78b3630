package osusume.ui;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.ui.text.Texts;

/**
 * The frame of the window. The one view that is made without FXML, whose reader takes longer to get
 * going than the first frame may.
 */
final class Shell {
  final StackPane root = new StackPane();
  final StackPane header = new StackPane();
  final VBox messages = new VBox();
  final TabPane tabs = new TabPane();
  final StackPane statusBar = new StackPane();

  /** What lies over the window. */
  ModalPane panels;

  VBox abovePanels;
  VBox dropHint;

  /** What is on the screen first. */
  Shell() {
    root.getStyleClass().add("shell");
    header.getStyleClass().add("header-place");
    messages.setId("messages");
    messages.getStyleClass().add("messages");
    tabs.setId("tabs");
    statusBar.getStyleClass().add("status-place");
    BorderPane frame = new BorderPane(tabs);
    frame.setTop(new VBox(header, messages));
    frame.setBottom(statusBar);
    root.getChildren().add(frame);
  }

  /** Adds what lies over the frame, which nobody sees before there is something to say. */
  void cover(Texts texts) {
    panels = new ModalPane();
    panels.setId("panels");
    abovePanels = new VBox();
    abovePanels.setId("messages-above");
    abovePanels.getStyleClass().add("messages");
    abovePanels.setPickOnBounds(false);
    abovePanels.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(abovePanels, Pos.TOP_CENTER);
    Label title = new Label(texts.get("drop.title"));
    title.getStyleClass().add("title-text");
    dropHint =
        new VBox(16, new FontIcon(Feather.DOWNLOAD), title, new Label(texts.get("drop.hint")));
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setAlignment(Pos.CENTER);
    dropHint.setVisible(false);
    root.getChildren().addAll(panels, abovePanels, dropHint);
  }
}
