package osusume.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dropped anywhere on a window and says so while they hover. */
final class FileDrop {
  private final Node hint;
  private final Consumer<List<Path>> dropped;

  /**
   * @param hint is visible while files hover over the window
   * @param dropped is handed the files
   */
  FileDrop(Node hint, Consumer<List<Path>> dropped) {
    this.hint = hint;
    this.dropped = dropped;
    hint.setVisible(false);
    hint.setMouseTransparent(true);
  }

  void listenTo(Scene scene) {
    scene.setOnDragOver(this::over);
    scene.setOnDragExited(_ -> hint.setVisible(false));
    scene.setOnDragDropped(this::drop);
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      hint.setVisible(true);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    hint.setVisible(false);
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    if (!files.isEmpty()) {
      dropped.accept(files);
    }
  }
}
