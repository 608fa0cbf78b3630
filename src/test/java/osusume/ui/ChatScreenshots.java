package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.NamedTitle;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.chat.Tokens;
import osusume.chat.offline.OfflineAssistant;
import osusume.chat.tool.Proposal;
import osusume.ui.state.Assistants;
import osusume.ui.view.TabPage;

/**
 * Renders the Chat tab with a scripted assistant to PNG files: a program, not a test. Started like
 * {@link Screenshots}, with the folder for the pictures and one that holds {@code data} and {@code
 * models} of the real data set.
 */
final class ChatScreenshots {
  private static final String MODEL = "OpenAI (gpt-4o)";
  private static final String TEXT =
      """
      Here are a few that are **short** and *quiet*, like what you rated best:

      1. **Mushishi**: each episode is a story of its own, which makes it easy to stop and go on.
      2. **Kino no Tabi**: thirteen episodes of travelling.
      3. Cowboy Bebop, if you would rather have jazz.

      > The snow comes down and nobody minds.

      ### What I left out
      - Dream of Nobody, which everybody speaks of
      - anything with more than `26` episodes

      | title | episodes |
      |-------|----------|
      | Mushishi | 26 |

      More at [a page](https://example.org/anime).
      """;

  private final Path folder;
  private final TestWindow window;
  private final ScriptedAssistant model =
      new ScriptedAssistant(MODEL, ScriptedAssistant.saying(MODEL, "Of course."));
  private final Assistants.Choice offline =
      new Assistants.Choice("offline", "Offline", true, OfflineAssistant::new);
  private Stage stage;

  private ChatScreenshots(Path folder, Path real) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(real);
    window.forMe = true;
    window.assistants = List.of(model.choice("openai", false), offline);
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new ChatScreenshots(Path.of(args[0]), Path.of(args[1])).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws Exception {
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage, new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.CHAT.name()));
          size(1280, 800);
        });
    inBothThemes("no-data");
    window.open();
    window.untilTrained();
    TestWindow.act(() -> window.assembly.chatting().begin());
    inBothThemes("empty");
    model.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Sending("api.openai.com", "{\n  \"messages\": []\n}"));
          events.accept(new ChatEvent.Text(TEXT));
          return whole(titles());
        });
    ask("something short and quiet like Mushishi, nothing I have seen");
    inBothThemes("answer");
    TestWindow.act(() -> ((ToggleButton) stage.getScene().lookup(".steps-head")).fire());
    TestWindow.act(() -> scroll(0));
    inBothThemes("answer-top");
    TestWindow.act(() -> ((Button) stage.getScene().lookup(".chat-edit")).fire());
    inBothThemes("editing");
    TestWindow.act(() -> window.assembly.chatting().begin());
    model.does(
        (_, _, _, _) -> {
          throw new AssistantException(
              Trouble.WRONG_KEY,
              "OpenAI does not accept the key (401). Look in Settings whether it is whole.");
        });
    ask("and a film for tonight?");
    inBothThemes("wrong");
    model.does(
        (_, _, list, progress) -> {
          list.propose(new Proposal.Rate(457, 9), progress);
          return ScriptedAssistant.reply(MODEL, "Then it stays as it was.", Reply.Ending.COMPLETE);
        });
    say("rate Mushishi 9");
    TestWindow.until(() -> stage.getScene().lookup("#chat-question-no") != null);
    inBothThemes("question");
    TestWindow.act(() -> ((Button) stage.getScene().lookup("#chat-question-no")).fire());
    untilQuiet();
    model.does(
        (_, events, _, progress) -> {
          events.accept(new ChatEvent.StepBegan("search_anime", "searching: Comedy, ≤ 13 ep"));
          while (!progress.cancelled()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
          }
          return ScriptedAssistant.reply(MODEL, "Comedies are", Reply.Ending.STOPPED);
        });
    say("a comedy");
    inBothThemes("waiting");
    TestWindow.act(() -> window.assembly.chatting().stop());
    untilQuiet();
    TestWindow.act(() -> window.assembly.person().chooseUser());
    inBothThemes("stopped-user");
    TestWindow.act(() -> window.assembly.person().chooseMe());
    byRules();
    window.close();
  }

  /** A conversation as it is, with the assistant that is always there. */
  private void byRules() throws IOException {
    TestWindow.act(
        () -> {
          var catalogue = window.workspace.opened().data().catalogue();
          int[] idsAndRatings = {457, 9, 1887, 8, 10165, 9, 15417, 8, 1, 10, 7785, 9};
          for (int i = 0; i < idsAndRatings.length; i += 2) {
            window
                .assembly
                .list()
                .rate(catalogue.anime(catalogue.rowOfId(idsAndRatings[i])), idsAndRatings[i + 1]);
          }
          window.assembly.chatting().begin();
          window.assembly.chatting().choiceProperty().set(offline);
        });
    TestWindow.until(() -> window.assembly.list().get().ofAnime(7785).isPresent());
    TestWindow.act(
        () -> {
          var messages = window.assembly.messages();
          List.copyOf(messages.shown()).forEach(messages::putAway);
        });
    ask("something short and funny like Barakamon, nothing I have seen");
    settle();
    TestWindow.act(() -> scroll(0));
    inBothThemes("by-rules");
    ask("why the first one?");
    inBothThemes("by-rules-why");
    ask("Which genre has the best mean rating among TV series over 50 episodes?");
    inBothThemes("by-rules-table");
  }

  private Reply whole(List<NamedTitle> titles) {
    return new Reply(
        MODEL,
        TEXT,
        Reply.Ending.COMPLETE,
        List.of(
            new Step(
                "search_anime",
                "{\"genres\":[\"Slice of Life\"],\"max_episodes\":26,\"unwatched\":true}",
                "searched: Slice of Life, ≤ 26 ep, unwatched (14 found)",
                List.of(457),
                false),
            new Step(
                "anime_details",
                "{\"anime\":\"Mushi\"}",
                "details: no such title",
                List.of(),
                true)),
        titles,
        List.of("“Dream of Nobody” is no title of this data set, so it was not taken over."),
        Optional.of(new Tokens(2300, 410, true)));
  }

  private static List<NamedTitle> titles() {
    return ScriptedAssistant.titles(
        TEXT,
        "Mushishi",
        457,
        false,
        "Kino no Tabi",
        486,
        false,
        "Cowboy Bebop",
        1,
        true,
        "Dream of Nobody",
        -1,
        false);
  }

  private void say(String text) {
    TestWindow.act(() -> ((TextArea) stage.getScene().lookup("#chat-field")).clear());
    TestWindow.act(() -> window.assembly.chatting().ask(text));
  }

  private void ask(String text) {
    say(text);
    untilQuiet();
  }

  private void untilQuiet() {
    TestWindow.until(() -> window.assembly.chatting().answeringProperty().get() == null);
  }

  private void scroll(double to) {
    ((javafx.scene.control.ScrollPane) stage.getScene().lookup("#chat-scroll")).setVvalue(to);
  }

  private void inBothThemes(String name) throws IOException {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
      settle();
      Picture.write(stage, folder.resolve(name + ending + ".png"));
      TestWindow.act(() -> size(900, 600));
      settle();
      Picture.write(stage, folder.resolve(name + "-small" + ending + ".png"));
      TestWindow.act(() -> size(1280, 800));
    }
    TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(Theme.LIGHT)));
    settle();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private static void settle() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    TestWindow.act(() -> {});
  }
}
