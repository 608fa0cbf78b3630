package osusume.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import osusume.app.Version;
import osusume.ui.text.Texts;

/**
 * Shows a fault of the program: what happened, as a sentence with a code that is the same each
 * time, and the details to copy into a report. One window, whatever goes wrong meanwhile.
 */
final class ErrorWindow {
  private static final Logger LOG = Logger.getLogger(ErrorWindow.class.getName());

  private final Texts texts;
  private Stage stage;

  ErrorWindow(Texts texts) {
    this.texts = texts;
  }

  /** For what nobody caught, from any thread. */
  void uncaught(Thread thread, Throwable fault) {
    LOG.log(Level.SEVERE, "Uncaught in " + thread.getName(), fault);
    Platform.runLater(() -> show(fault));
  }

  /**
   * Shows a fault; on the JavaFX thread. A second one, while the first is shown, is only logged.
   */
  void show(Throwable fault) {
    if (stage != null && stage.isShowing()) {
      return;
    }
    Label what = new Label(texts.get("error.what"));
    what.getStyleClass().add("title-text");
    Label hint = new Label(texts.format("error.hint", code(fault)));
    hint.setWrapText(true);
    TextArea details = new TextArea(details(fault));
    details.setEditable(false);
    details.setAccessibleText(texts.get("error.details"));
    VBox.setVgrow(details, Priority.ALWAYS);
    Button copy = new Button(texts.get("error.copy"));
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard()
                .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, details.getText())));
    Button close = new Button(texts.get("error.close"));
    close.setDefaultButton(true);
    close.setCancelButton(true);
    HBox buttons = new HBox(8, copy, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox box = new VBox(16, what, hint, details, buttons);
    box.getStyleClass().addAll("shell", "error-window");
    Stage fresh = new Stage();
    close.setOnAction(_ -> fresh.hide());
    Scene scene = new Scene(box, 640, 400);
    scene.getStylesheets().add(getClass().getResource("osusume.css").toExternalForm());
    fresh.setScene(scene);
    fresh.setTitle(texts.get("app.name"));
    fresh.show();
    stage = fresh;
  }

  /** Names the kind of fault and the place where it arose, so that two reports can be compared. */
  static String code(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName();
    return "%04X".formatted((fault.getClass().getName() + place).hashCode() & 0xffff);
  }

  private static String details(Throwable fault) {
    StringWriter out = new StringWriter();
    out.write("Osusume " + Version.CURRENT + ", Java " + Runtime.version() + "\n");
    fault.printStackTrace(new PrintWriter(out, true));
    return out.toString();
  }
}
