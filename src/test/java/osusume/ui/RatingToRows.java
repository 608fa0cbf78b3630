package osusume.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.ui.recommend.Door;
import osusume.ui.view.TabPage;

/**
 * Measures how long it takes from the key that rates a title until the new recommendations are on
 * the screen: a program, not a test. The title is the first of the list; the key is pressed on the
 * JavaFX thread, and the clock stops when the frame after the one that laid the new rows out
 * begins, for then that one was drawn.
 *
 * <pre>java -Xmx3g --add-modules jdk.incubator.vector -cp … osusume.ui.RatingToRows FOLDER RATINGS
 * </pre>
 *
 * FOLDER holds {@code data} and {@code models}; a list is kept beside them.
 */
final class RatingToRows {
  private static final int WARM = 10;
  private static final KeyCode[] KEYS = {
    KeyCode.DIGIT8, KeyCode.DIGIT9, KeyCode.DIGIT6, KeyCode.DIGIT0, KeyCode.DIGIT7
  };

  private final TestWindow window;
  private final int ratings;
  private volatile double answerMillis;
  private volatile long kept;

  private RatingToRows(Path folder, int ratings) {
    this.window = new TestWindow(folder);
    this.ratings = ratings;
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new RatingToRows(Path.of(args[0]), Integer.parseInt(args[1])).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws Exception {
    window.forMe = true;
    window.doors = opened -> timed(Door.of(opened));
    TestWindow.act(
        () ->
            window.show(
                new Stage(),
                new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.RECOMMENDATIONS.name())));
    window.open();
    window.untilTrained();
    ListView<?> list = window.find("recommendations", ListView.class);
    TestWindow.until(() -> !list.getItems().isEmpty());
    Thread.sleep(2000);
    System.out.printf(
        "%d users, %d on the list before%n",
        window.workspace.opened().data().ratings().rowCount(),
        TestWindow.onFx(() -> window.assembly.list().get().size()));
    double[] shown = new double[ratings];
    double[] answered = new double[ratings];
    double[] written = new double[ratings];
    double[] replaced = new double[ratings];
    double[] worked = new double[ratings];
    TestWindow.act(
        () ->
            window
                .assembly
                .list()
                .listProperty()
                .addListener((_, _, _) -> kept = System.nanoTime()));
    for (int i = 0; i < WARM + ratings; i++) {
      long cpu = windowCpu();
      long[] times = rate(list, KEYS[i % KEYS.length]);
      if (i >= WARM) {
        shown[i - WARM] = (times[2] - times[0]) / 1e6;
        replaced[i - WARM] = (times[1] - times[0]) / 1e6;
        worked[i - WARM] = (windowCpu() - cpu) / 1e6;
        written[i - WARM] = (kept - times[0]) / 1e6;
        answered[i - WARM] = answerMillis;
      }
      Thread.sleep(300);
    }
    print("key to rows on the screen", shown);
    print("key to the rating on the disk", written);
    print("working the answer out", answered);
    print("processor time of the window's two threads", worked);
    print("key to the rows in the list, not yet drawn", replaced);
    window.close();
  }

  /** What the thread of the window and the one that draws have used, whatever else is running. */
  private static long windowCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(
            info ->
                info != null
                    && (info.getThreadName().equals("JavaFX Application Thread")
                        || info.getThreadName().startsWith("QuantumRenderer")))
        .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
        .sum();
  }

  private Door timed(Door door) {
    return new Door() {
      @Override
      public java.util.List<String> strategies() {
        return door.strategies();
      }

      @Override
      public boolean predictsRatings() {
        return door.predictsRatings();
      }

      @Override
      public osusume.recommend.Answer answer(osusume.recommend.Request request) {
        long begin = System.nanoTime();
        try {
          return door.answer(request);
        } finally {
          answerMillis = (System.nanoTime() - begin) / 1e6;
        }
      }

      @Override
      public osusume.recommend.Answer rank(osusume.recommend.Request request) {
        return door.rank(request);
      }
    };
  }

  private long[] rate(ListView<?> list, KeyCode key) throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(1);
    long[] times = new long[3];
    TestWindow.act(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
          ListChangeListener<Object> changed =
              new ListChangeListener<>() {
                @Override
                public void onChanged(Change<?> change) {
                  list.getItems().removeListener(this);
                  times[1] = System.nanoTime();
                  afterFrames(
                      2,
                      list,
                      () -> {
                        times[2] = System.nanoTime();
                        drawn.countDown();
                      });
                }
              };
          list.getItems().addListener(changed);
          times[0] = System.nanoTime();
          list.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    if (!drawn.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("No new rows came.");
    }
    return times;
  }

  private static void afterFrames(int frames, ListView<?> list, Runnable then) {
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          list.getScene().removePostLayoutPulseListener(listener[0]);
          if (frames == 1) {
            then.run();
          } else {
            Platform.requestNextPulse();
            Platform.runLater(() -> afterFrames(frames - 1, list, then));
          }
        };
    list.getScene().addPostLayoutPulseListener(listener[0]);
    Platform.requestNextPulse();
  }

  private static void print(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%s: median %.0f ms, 95 %% within %.0f ms, most %.0f ms (%d ratings)%n",
        what,
        sorted[sorted.length / 2],
        sorted[(int) Math.ceil(0.95 * sorted.length) - 1],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
