import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/**
 * What the program's first frame is held against: a window of six tabs in the same theme and
 * nothing else. With an argument it closes after so many milliseconds.
 */
public final class BareWindow {
  private BareWindow() {}

  public static void main(String[] args) {
    Platform.startup(() -> show(args));
  }

  private static void show(String[] args) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    TabPane tabs = new TabPane();
    for (int number = 1; number <= 6; number++) {
      Tab tab = new Tab("Tab number " + number, new Label("Tab " + number));
      tab.setClosable(false);
      tabs.getTabs().add(tab);
    }
    Stage stage = new Stage();
    stage.setScene(new Scene(tabs, 1280, 800));
    stage.setTitle("Bare");
    stage.show();
    if (args.length == 1) {
      Thread.ofPlatform().start(() -> closeAfter(Long.parseLong(args[0])));
    }
  }

  private static void closeAfter(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }
}
