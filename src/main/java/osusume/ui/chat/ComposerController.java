package osusume.ui.chat;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import osusume.chat.Exchange;
import osusume.chat.Mode;
import osusume.chat.Reply;
import osusume.chat.Tokens;
import osusume.ui.state.Assistants;
import osusume.ui.state.Chatting;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** Where the person writes, and says whom they ask. */
public final class ComposerController {
  private final Chatting chatting;
  private final CurrentData data;
  private final CurrentPerson person;
  private final CurrentUser user;
  private final Texts texts;
  private final Numbers numbers;
  private final BooleanProperty answering = new SimpleBooleanProperty();

  /** Of the exchange that is said otherwise; empty: something new is said. */
  private OptionalInt editing = OptionalInt.empty();

  /** What stood in the field before something was said otherwise. */
  private String draft = "";

  @FXML private HBox editBox;
  @FXML private Label editSentence;
  @FXML private TextArea field;
  @FXML private Button send;
  @FXML private Button stop;
  @FXML private ComboBox<Assistants.Choice> assistant;
  @FXML private ComboBox<Mode> mode;
  @FXML private Label tokens;

  public ComposerController(
      Chatting chatting,
      CurrentData data,
      CurrentPerson person,
      CurrentUser user,
      Texts texts,
      Numbers numbers) {
    this.chatting = chatting;
    this.data = data;
    this.person = person;
    this.user = user;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.textProperty().addListener((_, _, _) -> fit());
    editBox.managedProperty().bind(editBox.visibleProperty());
    editBox.setVisible(false);
    answering.bind(chatting.answeringProperty().isNotNull());
    stop.visibleProperty().bind(answering);
    stop.managedProperty().bind(answering);
    send.visibleProperty().bind(answering.not());
    send.managedProperty().bind(answering.not());
    answering.addListener((_, _, _) -> fit());
    chatting.choiceProperty().addListener((_, _, _) -> showChoice());
    chatting.assistants().choices().addListener((_, _, _) -> showChoice());
    assistant.setConverter(named(Assistants.Choice::name));
    assistant
        .valueProperty()
        .addListener(
            (_, _, chosen) -> {
              if (chosen != null) {
                chatting.choiceProperty().set(chosen);
              }
            });
    showChoice();
    mode.setConverter(
        named(one -> texts.get("chat.mode." + one.name().toLowerCase(java.util.Locale.ROOT))));
    mode.getItems().setAll(Mode.AGENT, Mode.SIMPLE);
    mode.valueProperty().bindBidirectional(chatting.modeProperty());
    chatting
        .talkProperty()
        .addListener(
            (_, old, now) -> {
              if (!old.id().equals(now.id())) {
                leaveEdit();
              }
              showTokens();
            });
    person.meProperty().addListener((_, _, _) -> fit());
    user.idProperty().addListener((_, _, _) -> fit());
    data.openedProperty().addListener((_, _, _) -> fit());
    showTokens();
    fit();
  }

  private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T one) {
        return one == null ? "" : name.apply(one);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("What is chosen is not typed.");
      }
    };
  }

  private void showChoice() {
    // The chosen one is read first, for a fresh list of them takes the value away.
    Assistants.Choice chosen = chatting.choiceProperty().get();
    assistant.getItems().setAll(chatting.assistants().choices().getValue());
    assistant.setValue(chosen);
    fit();
  }

  private void fit() {
    send.setDisable(!chatting.canAsk() || field.getText().isBlank());
    OptionalInt of = chatting.askedFor();
    field.setPromptText(
        of.isPresent()
            ? texts.format("chat.prompt.user", String.valueOf(of.getAsInt()))
            : texts.get("chat.prompt"));
  }

  private void showTokens() {
    Optional<Tokens> all =
        chatting.talkProperty().get().exchanges().stream()
            .map(Exchange::reply)
            .flatMap(Optional::stream)
            .map(Reply::tokens)
            .flatMap(Optional::stream)
            .reduce(Tokens::plus);
    tokens
        .textProperty()
        .set(
            all.map(sum -> texts.format("chat.tokens.talk", TokensText.of(sum, texts, numbers)))
                .orElse(""));
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> {
        if (key.isShiftDown()) {
          field.replaceSelection("\n");
        } else if (!key.isAltDown()) {
          send();
        }
      }
      case UP -> {
        int last = chatting.talkProperty().get().exchanges().size() - 1;
        if (!field.getText().isEmpty() || last < 0 || answering.get()) {
          return;
        }
        edit(last);
      }
      case ESCAPE -> {
        if (answering.get()) {
          chatting.stop();
        } else if (editing.isPresent()) {
          leaveEdit();
        } else {
          return;
        }
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Lets the person say something otherwise that they said before. */
  void edit(int index) {
    var exchanges = chatting.talkProperty().get().exchanges();
    if (editing.isEmpty()) {
      draft = field.getText();
    }
    editing = OptionalInt.of(index);
    field.setText(exchanges.get(index).said());
    int after = exchanges.size() - index - 1;
    editSentence.setText(
        after == 0 ? texts.get("chat.editing.last") : texts.format("chat.editing", after));
    editBox.setVisible(true);
    focus();
    field.end();
  }

  /** What was being written before comes back. */
  @FXML
  private void leaveEdit() {
    if (editing.isPresent()) {
      editing = OptionalInt.empty();
      editBox.setVisible(false);
      field.setText(draft);
      field.end();
    }
  }

  @FXML
  private void send() {
    if (field.getText().isBlank() || !chatting.canAsk()) {
      return;
    }
    String text = field.getText().strip();
    boolean taken =
        editing.isPresent() && editing.getAsInt() < chatting.talkProperty().get().exchanges().size()
            ? chatting.askInstead(editing.getAsInt(), text)
            : chatting.ask(text);
    if (taken && editing.isPresent()) {
      leaveEdit();
    } else if (taken) {
      field.clear();
    }
  }

  @FXML
  private void stop() {
    chatting.stop();
    focus();
  }

  void focus() {
    field.requestFocus();
  }
}
