package osusume.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Reply;
import osusume.chat.talk.Conversation;
import osusume.chat.talk.ConversationStore;
import osusume.recommend.SmallWorld;
import osusume.ui.view.TabPage;

/**
 * Measures how long the JavaFX thread keeps somebody waiting while answers stream in at 200 tokens
 * a second, below none, ten and thirty answers as long, and how soon the first of them is laid out:
 * a program, not a test. Every 5 ms something is asked of that thread: on a busy machine a wait
 * says how busy it is. What the thread used of a processor from one frame to the next does not, and
 * says what a frame takes.
 *
 * <pre>java -Xmx3g --add-modules jdk.incubator.vector -cp … osusume.ui.ChatStalls FOLDER TOKENS
 * </pre>
 *
 * FOLDER is empty; TOKENS is how long each answer is.
 */
final class ChatStalls {
  private static final int A_SECOND = 200;
  private static final int EVERY_MILLIS = 5;
  private static final String PROSE = "and then there was a quiet series about nothing at all ";
  private static final String LIST =
      "1. **Title** of a _quiet_ series, which\n2. goes `on` for long and\n\n";
  private static final String TITLES = "1. **quiet** series\n2. known of old\n";
  private static final String TABLE = "| a quiet title | 12 |\n";
  private static final String CODE = "int quiet = 1;\n";
  private static final String MIXED =
      """
      ### What is quiet

      Here is **Mushishi**, a _quiet_ series about a man who walks, and about what he meets on
      his way through a country that is older than he is and does not mind him.

      1. **Barakamon**: twelve episodes on an island
      2. **Usagi Drop**: eleven episodes, and `one` child
         - never loud
         - never long

      > The snow comes down and nobody minds.

      | title     | episodes |
      |-----------|----------|
      | Mushishi  | 26       |
      | Barakamon | 12       |

      ```
      quiet(title) = slow(title) and not loud(title)
      ```

      """;

  private final TestWindow window;
  private final int tokens;
  private final ScriptedAssistant assistant = new ScriptedAssistant("Offline", null);
  private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();

  /** What the JavaFX thread used of a processor from one frame to the next, in nanoseconds. */
  private final ConcurrentLinkedQueue<Long> frames = new ConcurrentLinkedQueue<>();

  /** Of the JavaFX thread. */
  private long usedBefore;

  private final AtomicLong firstSaid = new AtomicLong();
  private final AtomicLong firstShown = new AtomicLong();

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
    window.forMe = true;
    window.assistants = List.of(assistant.choice("offline", true));
    window.keep(SmallWorld.data());
    List<Conversation> talks = new ArrayList<>();
    for (int earlier : new int[] {0, 10, 30}) {
      talks.add(talk(earlier, tokens));
    }
    talks.add(talk(200, 150));
    try (ConversationStore store = new ConversationStore(window.places.talks(), () -> true)) {
      for (Conversation talk : talks) {
        store.save(talk);
      }
    }
    Stage stage =
        TestWindow.onFx(
            () -> {
              Stage shown = new Stage();
              window.show(shown, new Settings(Theme.LIGHT, 1000, 800, 0, 0, false, "CHAT"));
              return shown;
            });
    window.open();
    window.untilTrained();
    TestWindow.act(() -> window.assembly.navigation().tabProperty().set(TabPage.CHAT));
    ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
    watcher.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    TestWindow.act(
        () -> {
          new EachFrame().start();
          stage.getScene().addPostLayoutPulseListener(this::laidOut);
        });
    stream("the first answer of all", MIXED, 100);
    for (Conversation talk : talks.subList(0, 3)) {
      open(talk);
      stream("of all kinds, below " + talk.exchanges().size(), MIXED, tokens);
    }
    stream("one list, below 31", LIST, tokens);
    stream("one list of titles, below 32", TITLES, tokens);
    stream("one table, below 33", "| title | of |\n|---|---|\n" + TABLE.repeat(4_000), tokens);
    stream("one paragraph, below 34", PROSE, tokens);
    stream("one piece of code, below 35", "```\n" + CODE.repeat(4_000), tokens);
    for (Conversation talk : talks.reversed()) {
      open(talk);
      scroll();
    }
    watcher.shutdownNow();
    window.close();
  }

  /** A conversation with so many answers. */
  private Conversation talk(int earlier, int length) {
    Instant begun = Instant.parse("2026-01-02T03:04:05Z").plusSeconds(earlier);
    Conversation talk = Conversation.begin(begun);
    for (int i = 0; i < earlier; i++) {
      Reply reply =
          ScriptedAssistant.reply(
              "Offline", String.join("", pieces(MIXED, length)), Reply.Ending.COMPLETE);
      talk =
          talk.with(
              new Exchange(
                  begun.plusSeconds(i),
                  OptionalInt.empty(),
                  "earlier " + i,
                  Optional.of(reply),
                  Optional.empty()));
    }
    return talk;
  }

  private void open(Conversation talk) throws InterruptedException {
    frames.clear();
    waits.clear();
    if (talk.exchanges().isEmpty()) {
      TestWindow.act(() -> window.assembly.chatting().begin());
    } else {
      TestWindow.act(() -> window.assembly.chatting().open(talk.head()));
      TestWindow.until(
          () -> window.assembly.chatting().talkProperty().get().id().equals(talk.id()));
    }
    Thread.sleep(1_000);
    print("opening a conversation of " + talk.exchanges().size(), 0);
  }

  /** From the end to the beginning with the wheel, and back in leaps. */
  private void scroll() throws InterruptedException {
    ScrollPane scroll = window.find("chat-scroll", ScrollPane.class);
    waits.clear();
    frames.clear();
    for (int i = 0; i < 300; i++) {
      double to = 1 - i / 300.0;
      TestWindow.act(() -> scroll.setVvalue(to));
      Thread.sleep(10);
    }
    print("scrolling up", 0);
    waits.clear();
    frames.clear();
    for (int i = 0; i < 20; i++) {
      double to = i / 20.0;
      TestWindow.act(() -> scroll.setVvalue(to));
      Thread.sleep(150);
    }
    print("leaping down", 0);
  }

  private void stream(String what, String pattern, int count) throws InterruptedException {
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
          return whole(String.join("", pieces));
        });
    waits.clear();
    frames.clear();
    firstSaid.set(0);
    firstShown.set(0);
    TestWindow.act(() -> window.assembly.chatting().ask(what));
    while (TestWindow.onFx(() -> window.assembly.chatting().answeringProperty().get()) != null) {
      Thread.sleep(100);
    }
    // The whole answer is shown by then, with what stands below it.
    Thread.sleep(200);
    print(what + ", " + count + " tokens", firstShown.get() - firstSaid.get());
  }

  /** An answer that names as many titles as cards are shown of at once. */
  private static Reply whole(String text) {
    Object[] titles =
        IntStream.rangeClosed(101, 106)
            .boxed()
            .flatMap(id -> Stream.<Object>of("quiet", id, text.contains("known of old")))
            .toArray();
    return ScriptedAssistant.whole(
        "Offline", text, List.of(), ScriptedAssistant.titles(text, titles));
  }

  /** Of the JavaFX thread, once a frame is laid out. */
  private void laidOut() {
    if (firstSaid.get() != 0 && firstShown.get() == 0 && isTextThere()) {
      firstShown.set(System.nanoTime());
    }
  }

  /** Whether the answer that runs has text on the screen. */
  private boolean isTextThere() {
    var views = window.find("chat-exchanges", Parent.class).getChildrenUnmodifiable();
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
    Platform.runLater(() -> waits.add(System.nanoTime() - asked));
  }

  private final class EachFrame extends AnimationTimer {
    @Override
    public void handle(long now) {
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      frames.add(used - usedBefore);
      usedBefore = used;
    }
  }

  /** In milliseconds, sorted. */
  private static double[] sorted(Collection<Long> nanos) {
    return nanos.stream().mapToDouble(one -> one / 1e6).sorted().toArray();
  }

  private void print(String what, long first) {
    double[] millis = sorted(waits);
    double[] used = sorted(frames);
    System.out.printf(
        "%s: first text after %.0f ms; %d frames, of a processor each used %.1f ms (median), 99 %%"
            + " within %.1f ms, at most %.1f ms; waits: median %.1f ms, 99 %% within %.1f ms, longest"
            + " %.1f ms, %d of %d over 50 ms%n",
        what,
        first / 1e6,
        used.length,
        used[used.length / 2],
        used[(int) (used.length * 0.99)],
        used[used.length - 1],
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        millis[millis.length - 1],
        Arrays.stream(millis).filter(wait -> wait > 50).count(),
        millis.length);
  }
}
