package osusume.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import osusume.app.AccessToken;
import osusume.app.ListenerSettings;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.http.Reachable;
import osusume.http.RequestLog;
import osusume.ui.state.Listening.State;
import osusume.ui.text.Texts;

/** Starting and stopping, with something that listens only when the test lets it. */
class ListeningTest {
  @TempDir Path folder;
  private final Staged staged = new Staged();
  private final List<Throwable> faults = new ArrayList<>();
  private Messages messages;
  private Navigation navigation;
  private SettingsModel settings;
  private Listening listening;

  /** Listens nowhere, and takes as long for it as a test says. */
  private static final class Staged implements Listening.Starter {
    final List<ListenerSettings> started = new CopyOnWriteArrayList<>();
    final AtomicInteger running = new AtomicInteger();
    volatile CountDownLatch mayStart = new CountDownLatch(0);
    volatile CountDownLatch mayStop = new CountDownLatch(0);
    volatile Throwable refusal;
    volatile List<URI> elsewhere = List.of();

    @Override
    public Listening.Started start(ListenerSettings where) throws IOException {
      started.add(where);
      await(mayStart);
      if (refusal instanceof IOException e) {
        throw e;
      } else if (refusal instanceof RuntimeException e) {
        throw e;
      } else if (refusal instanceof Error e) {
        throw e;
      }
      assertThat(running.incrementAndGet()).as("how many listen").isEqualTo(1);
      return new Listening.Started() {
        @Override
        public Reachable reachable() {
          return new Reachable(URI.create("http://127.0.0.1:" + where.port()), elsewhere);
        }

        @Override
        public void stop(Duration patience) {
          await(mayStop);
          running.decrementAndGet();
        }
      };
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void make() {
    onFx(
        () -> {
          messages = new Messages();
          navigation = new Navigation();
          settings =
              new SettingsModel(
                  new SettingsFile(folder.resolve("settings.json")), Settings.DEFAULT);
          listening =
              new Listening(
                  settings,
                  staged,
                  new RequestLog(),
                  messages,
                  new Troubles(messages, faults::add),
                  navigation,
                  new Texts(Locale.US));
          listening.start();
          return null;
        });
  }

  @AfterEach
  void end() throws InterruptedException {
    staged.mayStart.countDown();
    staged.mayStop.countDown();
    onFx(
        () -> {
          listening.close();
          return null;
        });
    assertThat(listening.awaitEnd()).isTrue();
    assertThat(staged.running).hasValue(0);
    settings.close();
  }

  private static <T> T onFx(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void change(UnaryOperator<ListenerSettings> change) {
    onFx(
        () -> {
          listening.change(change);
          return null;
        });
  }

  private State state() {
    return onFx(() -> listening.stateProperty().get());
  }

  private void until(Class<? extends State> wanted) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> wanted.isInstance(state()));
    } catch (TimeoutException e) {
      throw new AssertionError("It is " + state(), e);
    }
  }

  @Test
  void isOffUntilItIsSwitchedOn() {
    assertThat(state()).isInstanceOf(State.Off.class);
    assertThat(staged.started).isEmpty();
  }

  @Test
  void theWindowGoesOnWhileItStartsAndStops() {
    staged.mayStart = new CountDownLatch(1);
    staged.mayStop = new CountDownLatch(1);
    change(now -> now.withOn(true));
    // The JavaFX thread answers these questions while the other still waits.
    assertThat(state()).isInstanceOf(State.Starting.class);
    staged.mayStart.countDown();
    until(State.On.class);
    assertThat(((State.On) state()).at().here()).isEqualTo(URI.create("http://127.0.0.1:5000"));
    assertThat(((State.On) state()).at().elsewhere()).isEmpty();
    change(now -> now.withOn(false));
    assertThat(state()).isInstanceOf(State.Stopping.class);
    assertThat(staged.running).hasValue(1);
    staged.mayStop.countDown();
    until(State.Off.class);
    assertThat(staged.running).hasValue(0);
  }

  @Test
  void ofManyPressesTheLastCounts() {
    staged.mayStart = new CountDownLatch(1);
    change(now -> now.withOn(true));
    for (int i = 0; i < 10; i++) {
      change(now -> now.withOn(!now.on()));
    }
    change(now -> now.withPort(5001));
    staged.mayStart.countDown();
    until(State.On.class);
    assertThat(((State.On) state()).at().here().getPort()).isEqualTo(5001);
    assertThat(staged.started).hasSizeLessThanOrEqualTo(2);
    assertThat(staged.started.getLast()).isEqualTo(onFx(listening::settings));
    assertThat(staged.running).hasValue(1);
  }

  @Test
  void switchedOffWhileItStartsItIsOff() {
    staged.mayStart = new CountDownLatch(1);
    change(now -> now.withOn(true));
    change(now -> now.withOn(false));
    staged.mayStart.countDown();
    until(State.Off.class);
    assertThat(staged.running).hasValue(0);
  }

  @Test
  void startsAnewForAnotherPortHostOrTokenAndForNothingElse() {
    change(now -> now.withOn(true));
    until(State.On.class);
    onFx(
        () -> {
          settings.change(now -> now.withTab("ANIME"));
          return null;
        });
    assertThat(state()).isInstanceOf(State.On.class);
    AccessToken token = AccessToken.fresh().known();
    List<UnaryOperator<ListenerSettings>> changes =
        List.of(
            now -> now.withPort(5005),
            now -> now.withHost("::1"),
            now -> now.withToken(Optional.of(token)));
    for (int i = 0; i < changes.size(); i++) {
      change(changes.get(i));
      until(State.On.class);
      assertThat(staged.started).hasSize(i + 2);
      assertThat(staged.started.getLast()).isEqualTo(onFx(listening::settings));
    }
  }

  @Test
  void whatFailsIsToldWithItsSentenceAndCanBeTriedAgain() {
    staged.refusal = new IOException("Nobody can listen at 127.0.0.1:5000.");
    change(now -> now.withOn(true));
    until(State.Failed.class);
    assertThat(((State.Failed) state()).sentence()).isEqualTo(staged.refusal.getMessage());
    assertThat(((State.Failed) state()).freePort()).isEmpty();
    assertThat(onFx(() -> messages.shown().getLast().sentence()))
        .isEqualTo(staged.refusal.getMessage());
    staged.refusal = null;
    onFx(
        () -> {
          listening.tryAgain();
          return null;
        });
    until(State.On.class);
    assertThat(onFx(listening::settings).on()).isTrue();
  }

  @Test
  void whatFailsWhereThePanelShowsItIsNoMessageToo() {
    onFx(
        () -> {
          navigation.panelProperty().set(Panel.SETTINGS);
          return null;
        });
    staged.refusal = new IllegalArgumentException("Others need a token.");
    change(now -> now.withOn(true));
    until(State.Failed.class);
    assertThat(onFx(() -> messages.shown().size())).isZero();
    change(now -> now.withOn(false));
    until(State.Off.class);
  }

  @Test
  void aFaultOfTheProgramIsNoSentence() {
    staged.refusal = new IllegalStateException("a fault");
    change(now -> now.withOn(true));
    until(State.Failed.class);
    assertThat(onFx(() -> List.copyOf(faults))).containsExactly(staged.refusal);
    assertThat(((State.Failed) state()).sentence()).startsWith("Something went wrong");
  }

  @Test
  void anErrorOfTheMachineEndsTheWaitingToo() {
    staged.refusal = new OutOfMemoryError("staged");
    change(now -> now.withOn(true));
    until(State.Failed.class);
    assertThat(onFx(() -> List.copyOf(faults))).containsExactly(staged.refusal);
    assertThat(((State.Failed) state()).sentence()).startsWith("Something went wrong");
    staged.refusal = null;
    onFx(
        () -> {
          listening.tryAgain();
          return null;
        });
    until(State.On.class);
  }

  @Test
  void inAnotherNetworkItIsToldWhereItCanBeAskedNow() throws TimeoutException {
    List<URI> home = List.of(URI.create("http://192.168.1.20:5000"));
    List<URI> office = List.of(URI.create("http://10.1.2.3:5000"));
    staged.elsewhere = home;
    change(now -> now.withOn(true));
    until(State.On.class);
    assertThat(((State.On) state()).at().elsewhere()).isEqualTo(home);
    staged.elsewhere = office;
    onFx(
        () -> {
          listening.lookAgain();
          return null;
        });
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> state() instanceof State.On(var at) && at.elsewhere().equals(office));
    assertThat(staged.started).hasSize(1);
  }

  @Test
  void onceClosedItTakesNoMoreWishes() throws InterruptedException {
    change(now -> now.withOn(true));
    until(State.On.class);
    onFx(
        () -> {
          listening.close();
          listening.change(now -> now.withPort(5001));
          return null;
        });
    assertThat(listening.awaitEnd()).isTrue();
    assertThat(staged.started).hasSize(1);
    assertThat(staged.running).hasValue(0);
    assertThat(onFx(listening::settings).on()).as("what is remembered").isTrue();
  }
}
