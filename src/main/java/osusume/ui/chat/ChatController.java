package osusume.ui.chat;

import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.data.Catalogue;
import osusume.ui.control.StatePane;
import osusume.ui.state.Chatting;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Navigation;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Chat tab: the conversation that is open, those before beside it, and where to write. */
public final class ChatController implements Page {
  /** In a narrower tab the past conversations stand back. */
  private static final double WIDE = 1000;

  private static final KeyCombination NEW =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

  private final Chatting chatting;
  private final CurrentData data;
  private final CurrentPerson person;
  private final CurrentUser user;
  private final TitleActions actions;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private TalkView talk;
  private Catalogue ready;

  @FXML private StatePane state;
  @FXML private BorderPane page;
  @FXML private VBox past;
  @FXML private PastTalksController pastController;
  @FXML private ToggleButton pastToggle;
  @FXML private Label about;
  @FXML private ScrollPane scroll;
  @FXML private VBox empty;
  @FXML private VBox openers;
  @FXML private Node composer;
  @FXML private ComposerController composerController;

  public ChatController(
      Chatting chatting,
      CurrentData data,
      CurrentPerson person,
      CurrentUser user,
      TitleActions actions,
      Navigation navigation,
      Texts texts,
      Numbers numbers) {
    this.chatting = chatting;
    this.data = data;
    this.person = person;
    this.user = user;
    this.actions = actions;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    past.visibleProperty().bind(pastToggle.selectedProperty());
    past.managedProperty().bind(past.visibleProperty());
    page.widthProperty().addListener((_, old, now) -> fit(old.doubleValue(), now.doubleValue()));
    pastController.whenChosen(
        () -> {
          if (page.getWidth() < WIDE) {
            pastToggle.setSelected(false);
          }
          composerController.focus();
        });
    talk =
        new TalkView(
            scroll, chatting, data, actions, navigation, texts, numbers, composerController::edit);
    chatting.talkProperty().addListener((_, _, _) -> showTalk());
    chatting.answeringProperty().addListener((_, _, _) -> showTalk());
    actions.list().listProperty().addListener((_, _, _) -> showOpeners());
    person.meProperty().addListener((_, _, _) -> showWhom());
    user.idProperty().addListener((_, _, _) -> showWhom());
    data.openedProperty().addListener((_, _, _) -> opened());
    data.troubleProperty().addListener((_, _, _) -> showState());
    chatting.choiceProperty().addListener((_, _, _) -> showState());
    page.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (NEW.match(key)) {
            chatting.begin();
            composerController.focus();
            key.consume();
          }
        });
    // One left edge: a scroll bar moves what is said, and so what is written below it.
    scroll
        .viewportBoundsProperty()
        .subscribe(
            view -> {
              double bar = Math.max(0, scroll.getWidth() - view.getWidth());
              VBox.setMargin(composer, new Insets(0, bar, 0, 0));
            });
    showState();
    showTalk();
    FirstUse.prepare(texts);
    makeReady();
  }

  /** A data set is opened anew for each part that is learned; its titles stay the same. */
  private void makeReady() {
    chatting
        .ground()
        .filter(ground -> ground.catalogue() != ready)
        .ifPresent(
            ground -> {
              ready = ground.catalogue();
              FirstUse.prepare(ground);
            });
  }

  private void fit(double old, double now) {
    if (old < WIDE != now < WIDE || old == 0) {
      pastToggle.setSelected(now >= WIDE);
    }
  }

  private void opened() {
    showState();
    showWhom();
    makeReady();
  }

  private void showState() {
    if (data.opened() == null) {
      String trouble = data.troubleProperty().get();
      state.showInstead(texts.get(trouble.isEmpty() ? "data.opening" : "chat.noData"), trouble);
    } else if (chatting.choiceProperty().get() == null) {
      state.showInstead(texts.get("chat.nobody"), texts.get("chat.nobody.hint"));
    } else {
      state.showContent();
    }
  }

  private void showWhom() {
    OptionalInt of = chatting.askedFor();
    about.setText(
        of.isPresent()
            ? texts.format("chat.about.user", String.valueOf(of.getAsInt()))
            : texts.get("chat.about.me"));
    showOpeners();
  }

  private void showTalk() {
    talk.show();
    boolean nothing = chatting.talkProperty().get().exchanges().isEmpty();
    empty.setVisible(nothing);
    scroll.setVisible(!nothing);
    showWhom();
  }

  private void showOpeners() {
    Opened opened = data.opened();
    if (opened == null || !person.isThere() || !empty.isVisible()) {
      return;
    }
    openers
        .getChildren()
        .setAll(
            Openers.of(opened.data().catalogue(), person.taste(opened), chatting.askedFor(), texts)
                .stream()
                .map(this::opener)
                .toList());
  }

  private Button opener(String text) {
    Button button = new Button(text);
    button.getStyleClass().add("opener");
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setOnAction(
        _ -> {
          chatting.ask(text);
          composerController.focus();
        });
    return button;
  }

  @Override
  public void focusFilter() {
    pastToggle.setSelected(true);
    pastController.focusSearch();
  }

  @Override
  public void focusEntry() {
    composerController.focus();
  }
}
