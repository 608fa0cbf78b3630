package osusume.ui.state;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import osusume.app.ListenerSettings;
import osusume.app.Settings;
import osusume.http.PortTakenException;
import osusume.http.Reachable;
import osusume.http.RequestLog;
import osusume.ui.text.Texts;

/**
 * Whether other programs can ask over HTTP while the window is open: what the settings say is
 * brought about, off the JavaFX thread, whenever they change. For the JavaFX thread.
 */
public final class Listening {
  private final SettingsModel settings;
  private final RequestLog log;
  private final Messages messages;
  private final Troubles troubles;
  private final Navigation navigation;
  private final Texts texts;
  private final ListenerThread thread;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
  private Optional<Messages.Message> told = Optional.empty();
  private boolean started;
  private boolean closed;

  /** What the window shows of it. */
  public sealed interface State {
    record Off() implements State {}

    record Starting() implements State {}

    /** Whoever knows one of the addresses can ask. */
    record On(Reachable at) implements State {}

    /** Requests under way are being finished. */
    record Stopping() implements State {}

    /**
     * It was switched on and does not listen.
     *
     * @param sentence what happened and what to do
     * @param freePort the port that is free, where the one asked for is taken
     */
    record Failed(String sentence, OptionalInt freePort) implements State {}
  }

  /** Starts what listens; takes a while. */
  @FunctionalInterface
  public interface Starter {
    /**
     * @throws IOException if it can't listen there; worded for a person
     * @throws IllegalArgumentException if it must not; worded for a person
     */
    Started start(ListenerSettings settings) throws IOException;
  }

  /** What listens. */
  public interface Started {
    /** Where it can be asked now, which another network changes; takes a while. */
    Reachable reachable();

    /** Takes no more requests, and cuts off those that are not finished in time. */
    void stop(Duration patience);
  }

  /**
   * @param log is told of every request by what the starter starts
   */
  public Listening(
      SettingsModel settings,
      Starter starter,
      RequestLog log,
      Messages messages,
      Troubles troubles,
      Navigation navigation,
      Texts texts) {
    this.settings = settings;
    this.log = log;
    this.messages = messages;
    this.troubles = troubles;
    this.navigation = navigation;
    this.texts = texts;
    this.thread = new ListenerThread(starter, this::show);
    navigation
        .panelProperty()
        .addListener(
            (_, _, panel) -> {
              if (panel == Panel.SETTINGS) {
                // It says so itself.
                putAway();
              }
            });
    settings
        .settingsProperty()
        .addListener(
            (_, old, now) -> {
              if (!now.listener().equals(old.listener())) {
                bringAbout(now.listener());
              }
            });
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The last requests. */
  public RequestLog log() {
    return log;
  }

  /** Whether it shall listen, where and for whom. */
  public ListenerSettings settings() {
    return settings.get().listener();
  }

  /** The same, to be watched. */
  public ObservableValue<ListenerSettings> settingsValue() {
    return settings.settingsProperty().map(Settings::listener);
  }

  /** Changes that, which is remembered and brought about. */
  public void change(UnaryOperator<ListenerSettings> change) {
    settings.change(now -> now.withListener(change.apply(now.listener())));
  }

  /** Listens from the start of the window on, where it did when the window was last closed. */
  public void start() {
    started = true;
    bringAbout(settings());
  }

  /** Tries again what failed, for instance because another program was in the way. */
  public void tryAgain() {
    bringAbout(settings());
  }

  /** Finds out anew where it can be asked: this computer may be in another network by now. */
  public void lookAgain() {
    if (state.get() instanceof State.On) {
      thread.lookAgain();
    }
  }

  private void bringAbout(ListenerSettings wanted) {
    if (!started || closed || (!wanted.on() && state.get() instanceof State.Off)) {
      return;
    }
    putAway();
    state.set(wanted.on() ? new State.Starting() : new State.Stopping());
    thread.wish(wanted);
  }

  private void putAway() {
    told.ifPresent(messages::putAway);
    told = Optional.empty();
  }

  private void show(ListenerThread.Outcome outcome) {
    state.set(
        switch (outcome) {
          case ListenerThread.Outcome.Stopped() -> new State.Off();
          case ListenerThread.Outcome.Listens(Reachable at) -> new State.On(at);
          case ListenerThread.Outcome.Failed(Throwable why) -> failed(why);
        });
  }

  private State failed(Throwable why) {
    OptionalInt free =
        why instanceof PortTakenException taken
            ? OptionalInt.of(taken.freePort())
            : OptionalInt.empty();
    boolean foreseen = Troubles.foreseen(why);
    if (!foreseen) {
      troubles.tell(why);
    } else if (navigation.panelProperty().get() == Panel.SETTINGS) {
      // The panel says so where it was asked for.
      troubles.note(why);
    } else if (free.isPresent()) {
      troubles.note(why);
      String offer = texts.format("listen.usePort", String.valueOf(free.getAsInt()));
      told =
          Optional.of(
              messages.wrong(
                  why.getMessage(), new Messages.Action(offer, () -> usePort(free.getAsInt()))));
    } else {
      troubles.tell(why);
    }
    return new State.Failed(foreseen ? why.getMessage() : texts.get("trouble.unforeseen"), free);
  }

  /** Listens at another port from now on. */
  public void usePort(int port) {
    change(now -> now.withPort(port));
  }

  /** Stops, because the window is closed, which the settings do not remember; returns at once. */
  public void close() {
    closed = true;
    thread.close();
  }

  /**
   * Waits, not on the JavaFX thread, until nothing listens any more; those who asked before get
   * some seconds for their answers.
   *
   * @return whether it came about in time
   */
  public boolean awaitEnd() throws InterruptedException {
    return thread.awaitEnd();
  }
}
