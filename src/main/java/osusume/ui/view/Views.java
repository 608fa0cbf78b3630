package osusume.ui.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import osusume.ui.text.Texts;

/** Loads views from their FXML files. */
public final class Views {
  private final Texts texts;
  private final Controllers controllers;

  /**
   * A view that was loaded.
   *
   * @param controller null where the file names none
   */
  public record View(Parent root, Object controller) {}

  public Views(Texts texts, Controllers controllers) {
    this.texts = texts;
    this.controllers = controllers;
  }

  /** Loads a view with a controller of its own; on the JavaFX thread. */
  public View load(FxmlFile file) {
    FXMLLoader loader = new FXMLLoader(file.url(), texts.bundle());
    loader.setControllerFactory(controllers);
    try {
      Parent root = loader.load();
      return new View(root, loader.getController());
    } catch (IOException e) {
      throw new UncheckedIOException("The view " + file.url() + " can't be loaded.", e);
    }
  }
}
