package osusume.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import osusume.app.ChatSettings;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.app.SettingsFile;
import osusume.app.TalkDocument;
import osusume.chat.Asker;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.Exchange;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.mylist.ListStore;
import osusume.mylist.MyTaste;
import osusume.progress.CancelledException;
import osusume.progress.Progress;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume talk}: an assistant answers a message, or a conversation line by line. */
@Command(
    name = "talk",
    description = {
      "Asks an assistant in words what to watch.",
      "With a message it answers that one; without, it answers each line it is given. The offline"
          + " assistant needs nothing; openai needs a key, local the address of a server that speaks"
          + " OpenAI's protocol. Where the assistant can't answer, it says why and ends with status"
          + " 1: none takes another's place."
    },
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class TalkCommand implements Callable<Integer> {
  private static final String BY_GROUP = "group";

  private final AssistantDoor door;

  @Mixin private DatasetOptions options;
  @Mixin private AssistantOptions assistants;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "USER",
      description = "a user of the data set, by id; or: me, by your own list",
      converter = Somebody.Named.class)
  private Somebody user;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "MESSAGE",
      description = "what to say, in quotes; without one each line of standard input is answered")
  private String message;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "simple",
      description =
          "simple: it picks among the ten titles of the taste group, and remembers nothing; agent:"
              + " it looks up what it needs, and knows what was said before (default:"
              + " ${DEFAULT-VALUE})",
      converter = ModeName.class)
  private Mode mode;

  @Option(
      names = "--show-sent",
      description = "print on standard error what is sent to the language model")
  private boolean showSent;

  TalkCommand(AssistantDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws IOException {
    if (message != null) {
      check(message);
    }
    try (EndSignals signals = EndSignals.watch()) {
      Progress progress = BackgroundLearning.cancellable(options.progress(), signals::wished);
      ChatSettings settings = new SettingsFile(options.places().settings()).read().chat();
      door.passedOver(assistants.wish(), settings).ifPresent(options::say);
      // Who can't be asked is told so before anything is learned for it.
      try (Assistant assistant = door.open(assistants.wish(), settings, progress)) {
        return talk(assistant, progress, signals);
      }
    } catch (AssistantException e) {
      throw new IOException(e.getMessage(), e);
    } catch (CancelledException e) {
      options.say("Stopped.");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** What makes no message is said before anything is opened. */
  private void check(String text) {
    try {
      Question.requireText(text);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int talk(Assistant assistant, Progress progress, EndSignals signals)
      throws IOException, AssistantException {
    Opened bare = options.open();
    // A wrong user costs no training.
    asker(bare, Optional.empty());
    Opened opened = ready();
    Optional<ListStore> list =
        user instanceof Somebody.Me ? Optional.of(options.list()) : Optional.empty();
    if (message != null) {
      return whole(answer(assistant, message, List.of(), opened, list, progress))
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    }
    // Whoever waits for a line has nothing to finish, and ends as any other program.
    signals.usual();
    progress.check();
    return converse(assistant, opened, list);
  }

  private static boolean whole(Reply reply) {
    return reply.ending() == Reply.Ending.COMPLETE || reply.ending() == Reply.Ending.LIMIT;
  }

  private Opened ready() {
    if (mode == Mode.SIMPLE) {
      options.ready(List.of(BY_GROUP, "popular"));
    }
    options.ready(Strategies.ALL.stream().map(Strategy::name).toList());
    options.workspace().openIfKept(Part.NMF, options::tell);
    options.workspace().openIfKept(Part.RATING, options::tell);
    return options.workspace().opened();
  }

  private Asker asker(Opened opened, Optional<ListStore> list) throws IOException {
    if (user instanceof Somebody.User(int id)) {
      return Asker.user(id, opened.tasteOf(id));
    }
    ListStore store = list.isPresent() ? list.get() : options.list();
    return Asker.me(MyTaste.of(store.list(), opened.data().catalogue()), store.list());
  }

  private Reply answer(
      Assistant assistant,
      String text,
      List<Exchange> before,
      Opened opened,
      Optional<ListStore> list,
      Progress progress)
      throws IOException, AssistantException {
    Asker asker = asker(opened, list);
    Question question = new Question(text, mode, before, Grounds.of(opened, asker, true));
    ListDoor changes =
        list.isPresent() && options.watched() && !options.json()
            ? new TerminalListDoor(list.get(), opened.data().catalogue(), options)
            : ListDoor.CLOSED;
    TalkText shown = new TalkText(options, showSent);
    Reply reply = assistant.answer(question, shown::tell, changes, progress);
    if (options.json()) {
      options.streamJson(
          json -> TalkDocument.writeWithSteps(reply, opened.data().catalogue(), json));
    } else {
      shown.end(reply);
    }
    return reply;
  }

  private int converse(Assistant assistant, Opened opened, Optional<ListStore> list)
      throws IOException {
    if (options.watched()) {
      options.say(
          "%s answers. Say what you would like to watch; an empty line ends."
              .formatted(assistant.name()));
    }
    List<Exchange> before = new ArrayList<>();
    boolean all = true;
    while (true) {
      if (options.watched()) {
        options.prompt("> ");
      }
      Optional<String> line = options.lines().next(() -> false);
      if (line.filter(text -> !text.isBlank()).isEmpty()) {
        return all ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
      }
      try (EndSignals signals = EndSignals.watch()) {
        Progress progress = BackgroundLearning.cancellable(options.progress(), signals::wished);
        all &= turn(assistant, line.get(), before, opened, list, progress);
        if (signals.wished()) {
          if (!options.watched() || !signals.interrupted()) {
            return CommandLine.ExitCode.SOFTWARE;
          }
          // A person meant the answer; the next time, at the prompt, the program.
          signals.usual();
        }
      }
    }
  }

  /**
   * One line and its answer; what goes wrong ends no conversation.
   *
   * @return false: something did; an answer that the person stopped is as they want it
   */
  private boolean turn(
      Assistant assistant,
      String line,
      List<Exchange> before,
      Opened opened,
      Optional<ListStore> list,
      Progress progress)
      throws IOException {
    Asker asker = asker(opened, list);
    try {
      Reply reply = answer(assistant, line, before, opened, list, progress);
      before.add(
          new Exchange(Instant.now(), asker.userId(), line, Optional.of(reply), Optional.empty()));
      return whole(reply) || reply.ending() == Reply.Ending.STOPPED;
    } catch (CancelledException e) {
      options.say("The answer was stopped before anything came.");
      return true;
    } catch (AssistantException | IllegalArgumentException e) {
      options.say("osusume: " + e.getMessage());
      return false;
    }
  }
}
