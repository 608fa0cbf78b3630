package osusume.ui.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import osusume.app.AssistantKind;
import osusume.app.ChatSettings;
import osusume.chat.Mode;
import osusume.chat.model.KeyShape;
import osusume.chat.model.ModelAddress;
import osusume.ui.control.CommittedText;
import osusume.ui.state.ChatSetup;
import osusume.ui.text.Texts;

/** The settings of the chat: who answers, how, with which model, and where it is asked. */
public final class ChatSettingsController {
  private final ChatSetup setup;
  private final Texts texts;

  @FXML private Parent root;
  @FXML private ToggleGroup who;
  @FXML private ToggleButton offline;
  @FXML private ToggleButton openAi;
  @FXML private ToggleButton local;
  @FXML private Label leaves;
  @FXML private Label modeName;
  @FXML private Node modeBox;
  @FXML private ToggleGroup how;
  @FXML private ToggleButton agent;
  @FXML private ToggleButton simple;
  @FXML private Label addressName;
  @FXML private Node addressBox;
  @FXML private Node addressLine;
  @FXML private TextField address;
  @FXML private MenuButton presets;
  @FXML private Label addressTrouble;
  @FXML private Label addressElsewhere;
  @FXML private Label modelName;
  @FXML private Node modelBox;
  @FXML private TextField model;
  @FXML private MenuButton models;
  @FXML private Label modelTrouble;
  @FXML private Label contextName;
  @FXML private Node contextBox;
  @FXML private TextField context;
  @FXML private Label contextTrouble;
  @FXML private Label keyName;
  @FXML private Node key;
  @FXML private Label testName;
  @FXML private Node test;

  private CommittedText addressText;
  private CommittedText modelText;
  private CommittedText contextText;
  private AssistantKind shown;

  public ChatSettingsController(ChatSetup setup, Texts texts) {
    this.setup = setup;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    offline.setUserData(AssistantKind.OFFLINE);
    openAi.setUserData(AssistantKind.OPENAI);
    local.setUserData(AssistantKind.LOCAL);
    agent.setUserData(Mode.AGENT);
    simple.setUserData(Mode.SIMPLE);
    addressText =
        new CommittedText(address, this::useAddress, why -> showIn(addressTrouble, why, true));
    modelText = new CommittedText(model, this::useModel, why -> showIn(modelTrouble, why, true));
    contextText =
        new CommittedText(context, this::useContext, why -> showIn(contextTrouble, why, true));
    showIn(contextTrouble, "", false);
    showIn(addressTrouble, "", false);
    showIn(modelTrouble, "", false);
    who.selectedToggleProperty().addListener((_, old, now) -> chosen(old, now));
    how.selectedToggleProperty().addListener((_, old, now) -> chosenHow(old, now));
    for (ModelAddress.Preset preset : ModelAddress.PRESETS) {
      String name = texts.format("chatset.preset", preset.name(), preset.address().host());
      presets.getItems().add(item(name, () -> useAddress(preset.address().toString())));
    }
    setup.settingsProperty().when(root.sceneProperty().map(Objects::nonNull)).subscribe(this::show);
    setup
        .modelsProperty()
        .when(root.sceneProperty().map(Objects::nonNull))
        .subscribe(this::showModels);
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void show(ChatSettings settings) {
    AssistantKind kind = setup.kind();
    if (shown != null && shown != kind) {
      // What was typed for another assistant is not for this one.
      modelText.forget();
      addressText.forget();
      contextText.forget();
    }
    shown = kind;
    select(who, kind);
    select(how, settings.mode());
    boolean asks = kind != AssistantKind.OFFLINE;
    boolean isLocal = kind == AssistantKind.LOCAL;
    modelText.show(isLocal ? settings.localModel() : settings.openAiModel());
    model.setPromptText(isLocal ? texts.get("chatset.model.first") : ChatSettings.USUAL_MODEL);
    addressText.show(settings.localAddress());
    contextText.show(settings.localContext() == 0 ? "" : "" + settings.localContext());
    Optional<String> elsewhere = setup.addressOfEnvironment();
    String where = kind == AssistantKind.OPENAI && elsewhere.isPresent() ? "local" : kind.option();
    leaves.setText(texts.get("chatset.leaves." + where));
    address.setDisable(elsewhere.isPresent());
    presets.setDisable(elsewhere.isPresent());
    showIn(
        addressElsewhere,
        elsewhere.map(says -> texts.format("chatset.address.elsewhere", says)).orElse(""),
        asks && elsewhere.isPresent());
    row(modeName, modeBox, asks);
    row(addressName, addressBox, isLocal || asks && elsewhere.isPresent());
    row(modelName, modelBox, asks);
    row(contextName, contextBox, isLocal);
    row(keyName, key, kind == AssistantKind.OPENAI);
    row(testName, test, asks);
    addressLine.setVisible(isLocal);
    addressLine.setManaged(isLocal);
  }

  private static void row(Label name, Node what, boolean visible) {
    for (Node node : List.of(name, what)) {
      node.setVisible(visible);
      node.setManaged(visible);
    }
  }

  private static void select(ToggleGroup group, Object wanted) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == wanted)
        .forEach(group::selectToggle);
  }

  private static void showIn(Label label, String sentence, boolean visible) {
    label.setText(sentence);
    label.setVisible(visible && !sentence.isEmpty());
    label.setManaged(label.isVisible());
  }

  private void showModels(List<String> names) {
    models.getItems().setAll(names.stream().map(name -> item(name, () -> pick(name))).toList());
    models.setVisible(!names.isEmpty());
    models.setManaged(!names.isEmpty());
  }

  private void chosen(Toggle old, Toggle now) {
    if (now == null) {
      // One of them always holds; pressing it again changes nothing.
      who.selectToggle(old);
    } else if (now.getUserData() != setup.kind()) {
      setup.sawModels(List.of());
      setup.change(chat -> chat.withAssistant((AssistantKind) now.getUserData()));
    }
  }

  private void chosenHow(Toggle old, Toggle now) {
    if (now == null) {
      how.selectToggle(old);
    } else {
      setup.change(chat -> chat.withMode((Mode) now.getUserData()));
    }
  }

  private void useAddress(String text) {
    String wanted = text.isBlank() ? "" : ModelAddress.parse(text).toString();
    setup.sawModels(List.of());
    setup.change(
        chat ->
            // The local one stays, also where it was meant only because it had an address.
            (setup.kind() == AssistantKind.LOCAL ? chat.withAssistant(AssistantKind.LOCAL) : chat)
                .withLocal(wanted, chat.localModel()));
  }

  private void useContext(String text) {
    String wanted = text.strip().replaceAll("[.,\\s]", "");
    int tokens = wanted.matches("\\d{1,7}") ? Integer.parseInt(wanted) : 0;
    if (!wanted.isEmpty()
        && (tokens < ChatSettings.LEAST_CONTEXT || tokens > ChatSettings.MOST_CONTEXT)) {
      throw new IllegalArgumentException(
          texts.format(
              "chatset.context.wrong", ChatSettings.LEAST_CONTEXT, ChatSettings.MOST_CONTEXT));
    }
    setup.change(chat -> chat.withLocalContext(tokens));
  }

  private void pick(String name) {
    model.setText(name);
    modelText.commit();
  }

  private void useModel(String text) {
    String wanted = text.strip();
    // A key that was pasted into the wrong field must not come into the file of the settings.
    if (KeyShape.in(wanted)) {
      modelText.forget();
      throw new IllegalArgumentException(texts.get("chatset.model.key"));
    }
    setup.change(
        chat ->
            shown == AssistantKind.LOCAL
                ? chat.withLocal(chat.localAddress(), wanted)
                : chat.withOpenAiModel(wanted));
  }
}
