package osusume.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import osusume.app.AccessToken;
import osusume.app.ApiKeys;
import osusume.app.AssistantSource;
import osusume.app.AssistantWish;
import osusume.app.Assistants;
import osusume.app.ChatSettings;
import osusume.app.ListenerSettings;
import osusume.http.Listener;
import osusume.http.PortTakenException;
import osusume.http.Reachable;
import osusume.http.RequestLog;
import osusume.progress.CancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume serve}: answers over HTTP until it is told to end. */
@Command(
    name = "serve",
    description = {
      "Answers over HTTP: /anime, /user, /recommend, /talk, and a page for browsers at /. It prints"
          + " its address once it answers, and ends by Ctrl+C, when the requests under way are"
          + " finished.",
      "Whoever asks from other computers (--host) needs an access token: the one in the environment"
          + " variable "
          + ServeCommand.TOKEN
          + ", or one that is made and printed. On this computer alone none is needed, unless that"
          + " variable is set."
    },
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ServeCommand implements Callable<Integer> {
  /** An argument could be read by everybody who may list the processes. */
  static final String TOKEN = "OSUSUME_TOKEN";

  /** Shorter than the ten seconds that those who end programs usually wait before they kill. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * What is learned stops between two steps of its work; files are replaced whole or not at all.
   */
  private static final Duration LEARNING_PATIENCE = Duration.ofSeconds(1);

  private final Assistants assistants = new Assistants(ApiKeys.ofSystem());

  @Mixin private DatasetOptions options;
  @Mixin private AssistantOptions talkers;
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "5000",
      description = "port to listen at; 0: any that is free (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = ListenerSettings.THIS_MACHINE,
      description =
          "address to listen at; 0.0.0.0: every address of this computer, so that others can ask"
              + " (default: ${DEFAULT-VALUE}, which only this computer reaches)")
  private String host;

  @Option(names = "--requests", description = "print a line for each request on standard error")
  private boolean requests;

  @Override
  public Integer call() throws IOException {
    ListenerSettings settings = settings();
    boolean forOthers = !settings.forThisMachine();
    String made = null;
    Optional<AccessToken> token = chosenToken();
    if (forOthers && token.isEmpty()) {
      AccessToken.Fresh fresh = AccessToken.fresh();
      made = fresh.text();
      token = Optional.of(fresh.known());
    }
    try (EndSignals signals = EndSignals.watch();
        LineQueue lines = LineQueue.start(options::say)) {
      // Listening comes first: a port that is taken shall not be found out after a long opening.
      Listener listener = listen(settings.withToken(token), lines);
      try {
        open(signals);
        if (forOthers) {
          sayWhatItMeans(listener, made);
        }
        print(listener);
        TalkWarmUp.start(wish().kind().orElseThrow(), options.workspace().opened());
        BackgroundLearning learning = BackgroundLearning.start(options.workspace(), options);
        signals.await();
        learning.cancel();
        lines.add(() -> "Finishing the requests under way; Ctrl+C again ends at once.");
        listener.stop(PATIENCE);
        learning.await(LEARNING_PATIENCE);
      } catch (CancelledException e) {
        // It was told to end before it had opened, which is no failure either.
      } finally {
        listener.stop(Duration.ZERO);
      }
    }
    return 0;
  }

  private ListenerSettings settings() {
    try {
      return ListenerSettings.DEFAULT.withHost(host).withPort(port);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static Optional<AccessToken> chosenToken() {
    String chosen = System.getenv(TOKEN);
    if (chosen == null || chosen.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(AccessToken.chosen(chosen));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(TOKEN + " can't be used. " + e.getMessage(), e);
    }
  }

  private Listener listen(ListenerSettings settings, LineQueue lines) throws IOException {
    RequestLog log = new RequestLog();
    if (requests) {
      log.listen(served -> lines.add(() -> RequestLines.of(served)));
    }
    try {
      return Listener.start(settings, options.workspace(), log, talker());
    } catch (PortTakenException e) {
      // Not the whole line: how words are quoted is the shell's matter, and what the program is
      // called by is not known here.
      throw new IOException(
          "%s To listen there, give the same command with --port %d."
              .formatted(e.getMessage(), e.freePort()),
          e);
    }
  }

  /** Who answers in /talk; whoever asks there can't choose. */
  private AssistantSource talker() {
    AssistantWish wish = wish();
    assistants.passedOver(talkers.wish(), ChatSettings.DEFAULT).ifPresent(options::say);
    return progress -> assistants.open(wish, ChatSettings.DEFAULT, progress);
  }

  /** Always of a kind. */
  private AssistantWish wish() {
    AssistantWish wish = talkers.wish();
    return wish.as(assistants.kindUnwatched(wish));
  }

  private void open(EndSignals signals) throws IOException {
    options
        .workspace()
        .open(
            options.dataset(),
            BackgroundLearning.cancellable(options.progress(), signals::wished),
            options::tell);
  }

  /**
   * @param made the token that was made for this run; null: it was chosen
   */
  private void sayWhatItMeans(Listener listener, String made) {
    options.say(
        "Whoever reaches this computer over the network can ask, if they have the access token."
            + " Nothing is encrypted on the way: do this only in a network you trust.");
    for (URI address : Reachable.at(host, listener.address()).elsewhere()) {
      options.say("Other computers reach it at " + address);
    }
    options.say(
        made == null
            ? "The access token is the one in " + TOKEN + "."
            : "The access token, shown only now: " + made);
    options.say("It is sent with each request as the header \"Authorization: Bearer TOKEN\".");
  }

  private void print(Listener listener) throws IOException {
    if (options.json()) {
      options.printJson(Map.of("address", listener.address().toString()));
    } else {
      options.out().println(listener.address());
    }
    // Who waits for the address reads it now, not when the program ends.
    options.flushAnswer();
  }
}
