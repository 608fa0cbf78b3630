package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.Exchange;
import osusume.chat.talk.Conversation;
import osusume.data.Catalogue;
import osusume.ui.control.StatePane;
import osusume.ui.state.Answering;
import osusume.ui.state.Chatting;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Chat tab: the conversation that is open, those before beside it, and where to write. */
public final class ChatController implements Page {
  /** In a narrower tab the past conversations stand back. */
  private static final double WIDE = 1000;

  /** Older ones are shown when the person asks for them. */
  private static final int MOST = 40;

  private final Chatting chatting;
  private final CurrentData data;
  private final CurrentPerson person;
  private final CurrentUser user;
  private final TitleActions actions;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private List<ExchangeView> views = List.of();
  private String shownId = "";
  private boolean all;

  /** Whether the end stays in sight while more comes. */
  private boolean atEnd = true;

  private boolean following;

  @FXML private StatePane state;
  @FXML private BorderPane page;
  @FXML private VBox past;
  @FXML private PastTalksController pastController;
  @FXML private ToggleButton pastToggle;
  @FXML private Label about;
  @FXML private ScrollPane scroll;
  @FXML private VBox exchanges;
  @FXML private VBox empty;
  @FXML private VBox openers;
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
    exchanges.heightProperty().addListener((_, _, _) -> follow());
    scroll.viewportBoundsProperty().addListener((_, _, _) -> follow());
    scroll
        .vvalueProperty()
        .addListener(
            (_, _, _) -> {
              // Only the person's own scrolling says where they want to be.
              if (!following) {
                noteEnd();
              }
            });
    chatting.talkProperty().addListener((_, _, _) -> showTalk());
    chatting.answeringProperty().addListener((_, _, _) -> showTalk());
    chatting.framesProperty().addListener((_, _, _) -> showRunning());
    chatting.questionProperty().addListener((_, _, _) -> showQuestion());
    actions.list().listProperty().addListener((_, _, _) -> listChanged());
    person.meProperty().addListener((_, _, _) -> showWhom());
    user.idProperty().addListener((_, _, _) -> showWhom());
    data.openedProperty().addListener((_, old, now) -> opened(old, now));
    data.troubleProperty().addListener((_, _, _) -> showState());
    chatting.choiceProperty().addListener((_, _, _) -> showState());
    showState();
    showTalk();
    FirstUse.prepare();
  }

  private void fit(double old, double now) {
    if (old < WIDE != now < WIDE || old == 0) {
      pastToggle.setSelected(now >= WIDE);
    }
  }

  /** What was learned changes no card; only other data does. */
  private void opened(Opened old, Opened now) {
    showState();
    if (old == null || now == null || old.data() != now.data()) {
      views = List.of();
    }
    showTalk();
  }

  private void listChanged() {
    views.forEach(view -> view.answer().showMarks());
    showOpeners();
  }

  private void showState() {
    if (data.opened() == null) {
      state.showInstead(
          texts.get("chat.noData"),
          data.troubleProperty().get().isEmpty()
              ? texts.get("chat.noData.hint")
              : data.troubleProperty().get());
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
    Conversation talk = chatting.talkProperty().get();
    if (!talk.id().equals(shownId)) {
      shownId = talk.id();
      all = false;
      atEnd = true;
      views = List.of();
    }
    List<Exchange> said = talk.exchanges();
    int first = all ? 0 : Math.max(0, said.size() - MOST);
    List<ExchangeView> fresh = new ArrayList<>();
    for (int i = first; i < said.size(); i++) {
      fresh.add(view(said.get(i), i));
    }
    if (fresh.size() > views.size()) {
      atEnd = true;
    }
    views = fresh;
    List<Node> nodes = new ArrayList<>(fresh);
    if (first > 0) {
      nodes.addFirst(earlier(first));
    }
    if (!exchanges.getChildren().equals(nodes)) {
      exchanges.getChildren().setAll(nodes);
    }
    empty.setVisible(said.isEmpty());
    scroll.setVisible(!said.isEmpty());
    showWhom();
    showRunning();
    showQuestion();
  }

  private Node earlier(int count) {
    Button button = new Button(texts.format("chat.earlier", count));
    button.getStyleClass().addAll("flat", "small");
    button.setOnAction(
        _ -> {
          all = true;
          atEnd = false;
          showTalk();
        });
    VBox box = new VBox(button);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /** The view there is of an exchange; what runs and what has ended are shown by the same one. */
  private ExchangeView view(Exchange exchange, int index) {
    Optional<ExchangeView> same =
        views.stream().filter(view -> view.exchange().equals(exchange)).findFirst();
    boolean runs = isRunning(exchange);
    if (same.isPresent() && (runs || !isUnanswered(exchange))) {
      return same.get();
    }
    AnswerView answer =
        views.stream()
            .filter(view -> view.exchange().at().equals(exchange.at()))
            .findFirst()
            .map(ExchangeView::answer)
            .orElseGet(() -> new AnswerView(actions, texts, numbers));
    ExchangeView view =
        new ExchangeView(exchange, answer, texts, () -> composerController.edit(index));
    if (!runs) {
      answer.show(exchange, catalogue(), new WaysOf(exchange, index));
    }
    return view;
  }

  private static boolean isUnanswered(Exchange exchange) {
    return exchange.reply().isEmpty() && exchange.trouble().isEmpty();
  }

  private boolean isRunning(Exchange exchange) {
    Answering running = chatting.answeringProperty().get();
    return running != null && running.talkId().equals(shownId) && isUnanswered(exchange);
  }

  private Optional<Catalogue> catalogue() {
    return Optional.ofNullable(data.opened()).map(opened -> opened.data().catalogue());
  }

  private void showRunning() {
    running().ifPresent(view -> view.answer().show(chatting.answeringProperty().get()));
  }

  private void showQuestion() {
    running()
        .ifPresent(
            view ->
                view.answer()
                    .ask(
                        chatting.questionProperty().get(),
                        agreed ->
                            chatting.answerQuestion(chatting.questionProperty().get(), agreed)));
  }

  private Optional<ExchangeView> running() {
    return views.isEmpty() || !isRunning(views.getLast().exchange())
        ? Optional.empty()
        : Optional.of(views.getLast());
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

  private void follow() {
    if (atEnd) {
      following = true;
      scroll.setVvalue(1);
      following = false;
    }
  }

  private void noteEnd() {
    double hidden = exchanges.getHeight() - scroll.getViewportBounds().getHeight();
    atEnd = hidden <= 0 || (1 - scroll.getVvalue()) * hidden < 24;
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

  private final class WaysOf implements AnswerView.Ways {
    private final Exchange exchange;
    private final int index;

    WaysOf(Exchange exchange, int index) {
      this.exchange = exchange;
      this.index = index;
    }

    @Override
    public void retry() {
      chatting.retry(index);
    }

    @Override
    public Optional<Runnable> askOffline() {
      return chatting.troubleOf(exchange).isEmpty() || chatting.assistants().offline().isEmpty()
          ? Optional.empty()
          : Optional.of(() -> chatting.askOffline(index));
    }

    @Override
    public Optional<Runnable> openSettings() {
      boolean helps =
          chatting
              .troubleOf(exchange)
              .filter(
                  kind ->
                      kind == Trouble.NO_KEY
                          || kind == Trouble.WRONG_KEY
                          || kind == Trouble.UNKNOWN_MODEL
                          || kind == Trouble.NOT_THE_PROTOCOL)
              .isPresent();
      return helps
          ? Optional.of(() -> navigation.panelProperty().set(Panel.SETTINGS))
          : Optional.empty();
    }

    @Override
    public Optional<SentTexts> sent() {
      return chatting.sentFor(exchange).isEmpty()
          ? Optional.empty()
          : Optional.of(new SentTexts(chatting.sentFor(exchange)));
    }
  }
}
