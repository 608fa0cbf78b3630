package osusume.ui.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.chat.Exchange;
import osusume.chat.Mention;
import osusume.chat.NamedTitle;
import osusume.chat.Reply;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.ui.state.Answering;
import osusume.ui.state.ListQuestion;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** An answer: while it comes, and once it has. */
final class AnswerView extends SteadyBox {
  /** More cards than these are shown when the person asks for them. */
  private static final int CARDS = 6;

  private static final int CARDS_AT_ONCE = 2;

  private static final Duration FRAME = Duration.millis(17);

  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final Label by = new Label();
  private final StepsFold steps;
  private final MarkdownView text;
  private final TypingDots dots;
  private final VBox question = new VBox();
  private final VBox cards = new VBox(8);
  private final VBox notes = new VBox(4);
  private final AnswerFoot foot;

  /** How often cards were shown: who adds more of them looks whether they are still wanted. */
  private int cardsShown;

  private String copied = "";

  /** What can be done about an answer. */
  interface Ways {
    void retry();

    /** Empty where there is no such assistant, or it was it that answered. */
    Optional<Runnable> askOffline();

    /** Empty where the settings are of no help. */
    Optional<Runnable> openSettings();

    /** Shows what was sent beside a node; empty where nothing was. */
    Optional<SentTexts> sent();
  }

  AnswerView(TitleActions actions, Texts texts, Numbers numbers) {
    super(8);
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.steps = new StepsFold(texts);
    this.text = new MarkdownView(texts);
    this.dots = new TypingDots(texts);
    this.foot = new AnswerFoot(texts, numbers);
    getStyleClass().add("answer");
    by.getStyleClass().addAll("caption", "answer-by");
    by.setGraphic(new FontIcon(Feather.MESSAGE_CIRCLE));
    setOnContextMenuRequested(
        event -> {
          if (!copied.isEmpty()) {
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
    getChildren().setAll(by, steps, text, dots, question, cards, notes, foot);
    for (Node part : List.of(question, cards, notes, foot)) {
      part.managedProperty().bind(part.visibleProperty());
      part.setVisible(false);
    }
    text.setFocusTraversable(true);
    text.setAccessibleRole(AccessibleRole.TEXT);
    text.managedProperty().bind(text.visibleProperty());
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    String part = text.chosenText();
    if (!part.isEmpty()) {
      menu.getItems().add(copy("chat.copy.chosen", part));
    }
    menu.getItems().add(copy("chat.copy", copied));
    return menu;
  }

  /** Out of sight. */
  void rest() {
    text.rest();
  }

  /** In sight again. */
  void wake() {
    text.wake();
  }

  private MenuItem copy(String key, String what) {
    MenuItem item = new MenuItem(texts.get(key), new FontIcon(Feather.COPY));
    item.setOnAction(
        _ ->
            javafx.scene.input.Clipboard.getSystemClipboard()
                .setContent(java.util.Map.of(javafx.scene.input.DataFormat.PLAIN_TEXT, what)));
    return item;
  }

  /** Shows what came so far. */
  void show(Answering running) {
    by.setText(texts.format("chat.by", running.assistant()));
    steps.show(running.steps(), running.doing());
    String now = running.text();
    copied = now;
    text.setVisible(!now.isEmpty());
    text.grow(now);
    dots.setRunning(now.isEmpty() && !question.isVisible());
  }

  /** Shows what is asked of the person meanwhile; null: nothing. */
  void ask(ListQuestion asked, java.util.function.Consumer<Boolean> answer) {
    question.getChildren().clear();
    if (asked != null) {
      QuestionCard card = new QuestionCard(asked, texts, answer);
      question.getChildren().add(card);
      // Once it is laid out, and not from under what the person is writing.
      Platform.runLater(card::focusUnlessWriting);
    }
    question.setVisible(asked != null);
    if (asked != null) {
      // It is the person's turn now.
      dots.setRunning(false);
    }
  }

  /** Shows what has come. */
  void show(Exchange exchange, Optional<Catalogue> catalogue, Ways ways) {
    dots.setRunning(false);
    ask(null, _ -> {});
    notes.getChildren().clear();
    Reply reply = exchange.reply().orElse(null);
    by.setVisible(reply != null);
    by.setManaged(reply != null);
    text.setVisible(reply != null && !reply.text().isEmpty());
    if (reply != null) {
      by.setText(texts.format("chat.by", reply.assistant()));
      steps.show(reply.steps(), "");
      copied = reply.text();
      text.show(reply.text(), reply.titles());
      text.setAccessibleText(by.getText() + "\n" + reply.text());
      catalogue.ifPresent(of -> showCards(titles(exchange, reply, of), CARDS));
      ending(reply.ending()).ifPresent(sentence -> note(sentence, Feather.INFO));
      reply.notes().forEach(sentence -> note(sentence, Feather.INFO));
    } else {
      steps.show(List.of(), "");
    }
    exchange
        .trouble()
        .or(() -> reply == null ? Optional.of(texts.get("chat.unanswered")) : Optional.empty())
        .ifPresent(sentence -> note(sentence, Feather.ALERT_TRIANGLE));
    notes.setVisible(!notes.getChildren().isEmpty());
    foot.show(exchange, copied, ways);
  }

  private Optional<String> ending(Reply.Ending ending) {
    return ending == Reply.Ending.COMPLETE
        ? Optional.empty()
        : Optional.of(texts.get("chat.ending." + ending.name().toLowerCase(Locale.ROOT)));
  }

  private void note(String sentence, Feather sign) {
    Label label = new Label(sentence, new FontIcon(sign));
    label.getStyleClass().add(sign == Feather.ALERT_TRIANGLE ? "answer-trouble" : "answer-note");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    notes.getChildren().add(label);
  }

  /** What the answer names; titles the person named themselves only where there is no other. */
  private static List<Anime> titles(Exchange exchange, Reply reply, Catalogue catalogue) {
    List<Anime> all = titles(reply.titles().stream(), catalogue);
    List<Anime> others =
        titles(
            reply.titles().stream().filter(title -> !Mention.names(exchange.said(), title.said())),
            catalogue);
    return others.isEmpty() ? all : others;
  }

  private static List<Anime> titles(Stream<NamedTitle> named, Catalogue catalogue) {
    return named
        .map(NamedTitle::animeId)
        .filter(OptionalInt::isPresent)
        .map(OptionalInt::getAsInt)
        .distinct()
        .map(catalogue::rowOfId)
        .filter(row -> row >= 0)
        .map(catalogue::anime)
        .toList();
  }

  private void showCards(List<Anime> titles, int most) {
    List<Anime> first = titles.subList(0, Math.min(most, titles.size()));
    cards.getChildren().clear();
    cards.setVisible(!titles.isEmpty());
    addCards(first, titles, ++cardsShown);
  }

  /** A few a time, for a card has many parts, and all at once would keep a frame waiting. */
  private void addCards(List<Anime> rest, List<Anime> all, int number) {
    if (number != cardsShown) {
      return;
    }
    int now = Math.min(CARDS_AT_ONCE, rest.size());
    rest.subList(0, now)
        .forEach(anime -> cards.getChildren().add(new TitleLine(anime, actions, texts, numbers)));
    if (now < rest.size()) {
      PauseTransition nextFrame = new PauseTransition(FRAME);
      nextFrame.setOnFinished(_ -> addCards(rest.subList(now, rest.size()), all, number));
      nextFrame.play();
      return;
    }
    int hidden = all.size() - cards.getChildren().size();
    if (hidden > 0) {
      Button more = new Button(texts.format("chat.cards.more", hidden));
      more.getStyleClass().addAll("flat", "small");
      more.setOnAction(_ -> showCards(all, Integer.MAX_VALUE));
      cards.getChildren().add(more);
    }
  }

  /** Shows what the person's list says of the titles now. */
  void showMarks() {
    cards.getChildren().stream()
        .filter(TitleLine.class::isInstance)
        .forEach(line -> ((TitleLine) line).showMark());
  }
}
