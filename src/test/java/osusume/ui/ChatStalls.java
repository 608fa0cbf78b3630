package osusume.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.chat.ChatEvent;
import osusume.chat.Reply;
import osusume.recommend.SmallWorld;
import osusume.ui.view.TabPage;

/**
 * Measures how long the JavaFX thread keeps somebody waiting while answers stream in at 200 tokens
 * a second, and how soon the first of them is laid out: a program, not a test. Every 5 ms something
 * is asked of that thread. On a busy machine a wait says how busy it is; what the thread used of a
 * processor between two answers says what a frame takes.
 *
 * <pre>java -Xmx3g --add-modules jdk.incubator.vector -cp … osusume.ui.ChatStalls FOLDER TOKENS
 * </pre>
 *
 * FOLDER is empty; TOKENS is how long each answer is.
 */
final class ChatStalls {
  private static final int A_SECOND = 200;
  private static final int EVERY_MILLIS = 5;
  private static final String LIST =
      "1. **Title** of a _quiet_ series, which\n2. goes `on` for long and\n\n";
  private static final String PROSE = "and then there was a quiet series about nothing at all ";

  private final TestWindow window;
  private final int tokens;
  private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();

  /** What the JavaFX thread used of a processor from one question to the next, in nanoseconds. */
  private final ConcurrentLinkedQueue<Long> steps = new ConcurrentLinkedQueue<>();

  /** Of the JavaFX thread. */
  private long usedBefore;

  private final AtomicLong firstSaid = new AtomicLong();

  private ChatStalls(Path folder, int tokens) {
    this.window = new TestWindow(folder);
    this.tokens = tokens;
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new ChatStalls(Path.of(args[0]), Integer.parseInt(args[1])).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException, InterruptedException {
    ScriptedAssistant assistant = new ScriptedAssistant("Offline", null);
    window.forMe = true;
    window.assistants = List.of(assistant.choice("offline", true));
    window.keep(SmallWorld.data());
    TestWindow.act(
        () -> window.show(new Stage(), new Settings(Theme.LIGHT, 1000, 800, 0, 0, false, "CHAT")));
    window.open();
    window.untilTrained();
    TestWindow.act(() -> window.assembly.navigation().tabProperty().set(TabPage.CHAT));
    ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
    watcher.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    stream(assistant, "the first answer of all", LIST, 100);
    stream(assistant, "lists", LIST, tokens);
    stream(assistant, "one paragraph", PROSE, tokens);
    stream(assistant, "code", "```\n" + "int quiet = 1;\n".repeat(3), tokens);
    for (int i = 0; i < 3; i++) {
      stream(assistant, "lists, below the answers before", LIST, tokens);
    }
    watcher.shutdownNow();
    window.close();
  }

  private void stream(ScriptedAssistant assistant, String what, String pattern, int count)
      throws InterruptedException {
    List<String> pieces = pieces(pattern, count);
    assistant.does(
        (_, events, _, _) -> {
          long begin = System.nanoTime();
          firstSaid.set(begin);
          for (int i = 0; i < count; i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            events.accept(new ChatEvent.Text(pieces.get(i)));
          }
          return ScriptedAssistant.reply("Offline", String.join("", pieces), Reply.Ending.COMPLETE);
        });
    waits.clear();
    steps.clear();
    String question = what + " " + System.nanoTime();
    TestWindow.act(() -> window.assembly.chatting().ask(question));
    long first = 0;
    while (first == 0) {
      boolean there = TestWindow.onFx(this::isTextThere);
      first = there ? System.nanoTime() - firstSaid.get() : 0;
      Thread.sleep(1);
    }
    TestWindow.until(() -> window.assembly.chatting().answeringProperty().get() == null, 600);
    print(what + ", " + count + " tokens", first);
  }

  /** Whether the answer that runs has text on the screen. */
  private boolean isTextThere() {
    List<Node> views =
        new ArrayList<>(
            window.find("chat-exchanges", javafx.scene.Parent.class).getChildrenUnmodifiable());
    return !views.isEmpty()
        && views.getLast().lookupAll(".markdown").stream()
            .flatMap(node -> node.lookupAll(".text").stream())
            .anyMatch(node -> node instanceof Text text && text.getLayoutBounds().getWidth() > 0);
  }

  private static List<String> pieces(String pattern, int count) {
    List<String> pieces = new ArrayList<>();
    String text = pattern.repeat(count * 4 / pattern.length() + 1);
    for (int i = 0; i < count; i++) {
      pieces.add(text.substring(i * 4, Math.min(text.length(), i * 4 + 4)));
    }
    return pieces;
  }

  private void ask() {
    long asked = System.nanoTime();
    Platform.runLater(
        () -> {
          waits.add(System.nanoTime() - asked);
          long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          steps.add(used - usedBefore);
          usedBefore = used;
        });
  }

  /** In milliseconds, sorted. */
  private static double[] sorted(Collection<Long> nanos) {
    return nanos.stream().mapToDouble(one -> one / 1e6).sorted().toArray();
  }

  private void print(String what, long first) {
    double[] millis = sorted(waits);
    double[] used = sorted(steps);
    System.out.printf(
        "%s: first text after %.0f ms; asked %d times; median wait %.1f ms, 99 %% within %.1f ms,"
            + " longest %.1f ms, %d over 50 ms; of a processor it used at once 99 %% within %.1f ms, at"
            + " most %.1f ms%n",
        what,
        first / 1e6,
        millis.length,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        Arrays.stream(millis).max().orElseThrow(),
        Arrays.stream(millis).filter(wait -> wait > 50).count(),
        used[(int) (used.length * 0.99)],
        used[used.length - 1]);
  }
}
