package osusume.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import osusume.app.ListenerSettings;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.http.MutatedVisits;
import osusume.ui.state.Listening;
import osusume.ui.view.TabPage;

/**
 * Measures how long the JavaFX thread keeps somebody waiting while mutated requests come in and the
 * last ones are shown: a program, not a test. Every 10 ms something is asked of that thread, first
 * while nobody sends anything, then while they do, then after the last ones are closed.
 *
 * <pre>java -Xmx3g --add-modules jdk.incubator.vector -cp … osusume.ui.ListenerStalls FOLDER VISITS
 * </pre>
 *
 * FOLDER holds {@code data} and {@code models}.
 */
final class ListenerStalls {
  private static final int EVERY_MILLIS = 10;
  private static final int AT_ONCE = 32;
  private static final int READ_MILLIS = 200;
  private static final int QUIET_SECONDS = 10;

  /** Told apart, for the first signs of each script are slow to draw. */
  private static final int FIRST = 300;

  private final TestWindow window;
  private final int visits;
  private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();

  private double usedBefore;

  private ListenerStalls(Path folder, int visits) {
    this.window = new TestWindow(folder);
    this.visits = visits;
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new ListenerStalls(Path.of(args[0]), Integer.parseInt(args[1])).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws Exception {
    TestWindow.act(
        () ->
            window.show(
                new Stage(),
                new Settings(Theme.LIGHT, 1000, 800, 0, 0, false, TabPage.ANIME.name())
                    .withListener(ListenerSettings.DEFAULT.withPort(0).withOn(true))));
    window.open();
    window.untilTrained();
    Listening listening = window.assembly.listening();
    TestWindow.until(() -> listening.stateProperty().get() instanceof Listening.State.On);
    URI address =
        TestWindow.onFx(() -> ((Listening.State.On) listening.stateProperty().get()).at().here());
    TestWindow.act(window.find("listening", Button.class)::fire);
    Thread.sleep(2000);
    ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
    watcher.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    usedBefore = usedMillis();
    Thread.sleep(TimeUnit.SECONDS.toMillis(QUIET_SECONDS));
    print("nobody sends anything");
    visit(address, Math.min(visits, FIRST));
    visit(address, visits);
    TestWindow.act(window.find("listening", Button.class)::fire);
    visit(address, visits);
    watcher.shutdownNow();
    window.close();
  }

  private void visit(URI address, int times) throws Exception {
    long begin = System.nanoTime();
    MutatedVisits.Outcome outcome =
        new MutatedVisits(address, AT_ONCE, READ_MILLIS).make(begin, times);
    print(
        "%d mutated visits (seed %d) in %.0f s, answers %s, wrong %s"
            .formatted(
                times,
                begin,
                (System.nanoTime() - begin) / 1e9,
                outcome.answers(),
                outcome.wrong()));
  }

  /** What the JavaFX thread has used, whatever else is running. */
  private static double usedMillis() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return TestWindow.onFx(() -> threads.getCurrentThreadCpuTime()) / 1e6;
  }

  private void ask() {
    long asked = System.nanoTime();
    Platform.runLater(() -> waits.add(System.nanoTime() - asked));
  }

  private void print(String what) {
    double used = usedMillis();
    double[] millis = waits.stream().mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
    waits.clear();
    System.out.printf(
        "%s: the JavaFX thread was asked %d times; median wait %.1f ms, 99 %% within %.1f ms, longest"
            + " %.1f ms; it used %.0f ms of a processor%n",
        what,
        millis.length,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        Arrays.stream(millis).max().orElseThrow(),
        used - usedBefore);
    usedBefore = used;
  }
}
