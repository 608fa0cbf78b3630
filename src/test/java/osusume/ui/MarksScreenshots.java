package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.mylist.Status;
import osusume.ui.state.Panel;
import osusume.ui.state.PersonalList;
import osusume.ui.view.TabPage;

/**
 * Renders marks and the recommendations for the person at the keyboard to PNG files: a program, not
 * a test. Started like {@link Screenshots}; a second folder may hold the data and models to use.
 */
final class MarksScreenshots {
  private static final Theme[] THEMES = {Theme.LIGHT, Theme.DARK};

  private final Path folder;
  private final TestWindow window;
  private Stage stage;

  private MarksScreenshots(Path folder, Path home) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(home);
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new MarksScreenshots(
              Path.of(args.length > 0 ? args[0] : "target/screenshots/marks"),
              args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("osusume-shots"))
          .run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException {
    window.forMe = true;
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage,
              new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.RECOMMENDATIONS.name()));
          size(1280, 800);
        });
    window.open();
    window.untilTrained();
    settle();
    inBothThemes("empty");
    List<Anime> known = known();
    PersonalList list = window.assembly.list();
    TestWindow.act(
        () -> {
          for (int i = 0; i < 8; i++) {
            list.rate(known.get(i), 10 - i % 4);
          }
          list.mark(known.get(8), Status.DROPPED);
          list.mark(known.get(9), Status.PLANNED);
          list.mark(known.get(10), Status.WATCHING);
          list.mark(known.get(11), Status.ON_HOLD);
          list.notInterested(known.get(12), "Too long");
        });
    TestWindow.until(() -> list.get().size() == 13);
    if (list.undoableProperty().get() != null) {
      TestWindow.act(
          () ->
              List.copyOf(window.assembly.messages().shown())
                  .forEach(window.assembly.messages()::putAway));
    }
    settle();
    chooseFirst();
    inBothThemes("for-me");
    both();
    show(TabPage.ANIME);
    TestWindow.act(
        () -> {
          TableView<?> table = window.find("anime-table", TableView.class);
          table.getSelectionModel().clearAndSelect(1);
          table.requestFocus();
        });
    inBothThemes("anime");
    TestWindow.act(
        () -> window.find("anime-table", TableView.class).getSelectionModel().selectRange(0, 3));
    inBothThemes("several");
    TestWindow.act(
        () ->
            window
                .assembly
                .navigation()
                .recommendLike(List.of(known.get(0).id(), known.get(3).id())));
    inBothThemes("more-like");
    show(TabPage.USERS);
    inBothThemes("users");
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(Panel.KEYS));
    inBothThemes("keys");
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(null));
  }

  private void both() throws IOException {
    ComboBox<?> companion = window.find("companion-kind", ComboBox.class);
    TestWindow.act(() -> companion.getSelectionModel().select(1));
    settle();
    inBothThemes("both");
    TestWindow.act(() -> companion.getSelectionModel().select(0));
    settle();
  }

  private List<Anime> known() {
    Catalogue catalogue = window.workspace.opened().data().catalogue();
    return IntStream.range(0, catalogue.size())
        .mapToObj(catalogue::anime)
        .sorted(Comparator.comparingInt(Anime::members).reversed())
        .limit(20)
        .toList();
  }

  private void chooseFirst() {
    TestWindow.act(
        () -> {
          ListView<?> list = window.find("recommendations", ListView.class);
          list.getSelectionModel().select(0);
          ((Node) list).requestFocus();
        });
  }

  private void show(TabPage page) {
    TestWindow.act(() -> window.assembly.navigation().tabProperty().set(page));
    settle();
  }

  private void inBothThemes(String name) throws IOException {
    for (Theme theme : THEMES) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
      settle();
      shoot(name + ending);
      TestWindow.act(() -> size(900, 600));
      settle();
      shoot(name + "-small" + ending);
      TestWindow.act(() -> size(1280, 800));
    }
    TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(Theme.LIGHT)));
    settle();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void settle() {
    for (int i = 0; i < 15; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    }
  }

  private void shoot(String name) throws IOException {
    Picture.write(stage, folder.resolve(name + ".png"));
  }
}
