package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.mylist.io.ListExport;
import osusume.mylist.io.ListFormat;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/**
 * Renders the states of the My list tab to PNG files, without a display: a program, not a test.
 * Started like {@link Screenshots}; a second argument is a folder with {@code data} and {@code
 * models} to use, and else the demo is learned from first.
 */
final class MyListScreenshots {
  private final Path folder;
  private final TestWindow window;
  private Stage stage;

  private MyListScreenshots(Path folder, Path home) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(home);
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new MyListScreenshots(
              Path.of(args.length > 0 ? args[0] : "target/screenshots"),
              args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("osusume-shots"))
          .run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException {
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage, new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.MY_LIST.name()));
          size(1280, 800);
        });
    shoot("mylist-opening");
    window.open();
    TestWindow.act(() -> window.assembly.person().chooseMe());
    window.untilTrained();
    themes("mylist-empty");
    keep(60);
    themes("mylist-small");
    small("mylist-small");
    section("statistics");
    themes("mylist-statistics");
    small("mylist-statistics");
    section("next");
    themes("mylist-next");
    act("next-pick");
    themes("mylist-picked");
    small("mylist-picked");
    section("titles");
    merge();
    keep(5000);
    shoot("mylist-5000");
    type("mylist-text", "hero");
    shoot("mylist-filtered");
    type("mylist-text", "zzz");
    shoot("mylist-none-fits");
    type("mylist-text", "");
    window.close();
  }

  private void merge() throws IOException {
    List<ListEntry> theirs = new ArrayList<>(window.assembly.list().get().entries());
    theirs.replaceAll(
        entry ->
            entry.key().id() % 3 == 0 && entry.status() == Status.COMPLETED
                ? entry
                    .but()
                    .score(Math.max(1, entry.score() - 1))
                    .changed(entry.changed().plusSeconds(entry.key().id() % 2 == 0 ? 60 : -60))
                    .build()
                : entry);
    List<ListEntry> more =
        SampleLists.of(window.assembly.data().opened().data().catalogue(), 72).subList(60, 72);
    theirs.addAll(more);
    Path file = folder.resolve("animelist_1763668800_-_7.xml");
    ListExport.write(file, MyList.of(theirs), ListFormat.MYANIMELIST);
    TestWindow.act(() -> window.assembly.listImport().read(file));
    TestWindow.until(() -> window.assembly.listImport().waitingProperty().get() != null);
    settle();
    themes("mylist-merge");
    small("mylist-merge");
    TestWindow.act(() -> window.find("merge-theirs", RadioButton.class).setSelected(true));
    settle();
    shoot("mylist-merge-theirs");
    act("merge-do");
    shoot("mylist-merged");
    Files.writeString(file, Files.readString(file).substring(0, 2000));
    TestWindow.act(() -> window.assembly.listImport().read(file));
    TestWindow.until(() -> !window.assembly.listImport().troubleProperty().get().isEmpty());
    settle();
    themes("mylist-trouble");
    act("mylist-trouble-away");
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(Panel.ANILIST));
    settle();
    shoot("mylist-anilist");
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(Panel.LIST_BACKUPS));
    settle();
    shoot("mylist-backups");
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(null));
  }

  private void act(String button) {
    TestWindow.act(() -> window.find(button, Button.class).fire());
    settle();
  }

  private void keep(int size) throws IOException {
    SampleLists.keep(
        window, SampleLists.of(window.assembly.data().opened().data().catalogue(), size));
    TestWindow.act(() -> window.assembly.list().open());
    TestWindow.until(() -> window.assembly.list().get().size() >= size);
    settle();
  }

  private void small(String name) throws IOException {
    TestWindow.act(() -> size(900, 600));
    settle();
    shoot(name + "-900");
    TestWindow.act(() -> size(1280, 800));
    settle();
  }

  private void section(String name) {
    TestWindow.act(
        () -> window.find("mylist-section-" + name, ToggleButton.class).setSelected(true));
    settle();
  }

  private void themes(String name) throws IOException {
    for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      settle();
      shoot(name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void type(String id, String text) {
    TestWindow.act(() -> window.find(id, TextField.class).setText(text));
    settle();
  }

  private void settle() {
    for (int i = 0; i < 25; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    }
  }

  private void shoot(String name) throws IOException {
    Picture.write(stage, folder.resolve(name + ".png"));
  }
}
