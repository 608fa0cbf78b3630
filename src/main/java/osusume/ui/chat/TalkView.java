package osusume.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.control.ScrollPane;
import osusume.app.Opened;
import osusume.chat.Exchange;
import osusume.chat.talk.Conversation;
import osusume.data.Catalogue;
import osusume.ui.state.Answering;
import osusume.ui.state.Chatting;
import osusume.ui.state.CurrentData;
import osusume.ui.state.ListQuestions;
import osusume.ui.state.Navigation;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The conversation that is open, with the answer that is on its way. */
final class TalkView {
  private final Chatting chatting;
  private final CurrentData data;
  private final TitleActions actions;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private final TalkScroll scroll;
  private final IntConsumer edit;
  private List<ExchangeView> views = List.of();
  private String shownId = "";

  /**
   * @param edit is handed which exchange the person would say otherwise
   */
  TalkView(
      ScrollPane scroll,
      Chatting chatting,
      CurrentData data,
      TitleActions actions,
      Navigation navigation,
      Texts texts,
      Numbers numbers,
      IntConsumer edit) {
    this.chatting = chatting;
    this.data = data;
    this.actions = actions;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
    this.scroll = new TalkScroll(scroll);
    this.edit = edit;
    chatting.framesProperty().addListener((_, _, _) -> showRunning());
    chatting.questions().openProperty().addListener((_, _, _) -> showQuestion());
    actions.list().listProperty().addListener((_, _, _) -> showMarks());
    data.openedProperty().addListener((_, old, now) -> opened(old, now));
  }

  /** What was learned changes no card; only other data does. */
  private void opened(Opened old, Opened now) {
    if (old == null || now == null || old.data() != now.data()) {
      views = List.of();
      show();
    }
  }

  private void showMarks() {
    views.forEach(view -> view.answerIfMade().ifPresent(AnswerView::showMarks));
  }

  /** Shows the conversation as it is now. */
  void show() {
    Conversation talk = chatting.talkProperty().get();
    boolean other = !talk.id().equals(shownId);
    if (other) {
      shownId = talk.id();
      views = List.of();
    }
    List<ExchangeView> fresh = new ArrayList<>();
    for (Exchange exchange : talk.exchanges()) {
      fresh.add(view(exchange, fresh.size()));
    }
    boolean more = fresh.size() > views.size();
    views = fresh;
    if (other || more) {
      scroll.toEnd();
    }
    scroll.show(fresh);
    showRunning();
    showQuestion();
  }

  /** The view there is of an exchange; what runs and what has ended are shown by the same one. */
  private ExchangeView view(Exchange exchange, int index) {
    Optional<ExchangeView> same =
        views.stream().filter(view -> view.exchange().equals(exchange)).findFirst();
    boolean runs = isRunning(exchange);
    if (same.isPresent() && (runs || !isUnanswered(exchange))) {
      return same.get();
    }
    Consumer<AnswerView> whole =
        view ->
            view.show(exchange, catalogue(), new AnswerWays(exchange, index, chatting, navigation));
    Optional<ExchangeView> before =
        views.stream()
            .filter(view -> view.exchange().at().equals(exchange.at()))
            .filter(view -> view.answerIfMade().isPresent())
            .findFirst();
    if (before.isPresent() && !runs) {
      // To put the answer into another view, it would have to find all its looks again.
      before.get().become(exchange);
      whole.accept(before.get().answer());
      return before.get();
    }
    Supplier<AnswerView> answer =
        () -> {
          AnswerView view = new AnswerView(actions, texts, numbers);
          if (!runs) {
            whole.accept(view);
          }
          return view;
        };
    return new ExchangeView(exchange, answer, texts, () -> edit.accept(index));
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
    ListQuestions questions = chatting.questions();
    running()
        .ifPresent(
            view ->
                view.answer()
                    .ask(
                        questions.openProperty().get(),
                        agreed -> questions.answer(questions.openProperty().get(), agreed)));
  }

  private Optional<ExchangeView> running() {
    return views.isEmpty() || !isRunning(views.getLast().exchange())
        ? Optional.empty()
        : Optional.of(views.getLast());
  }
}
