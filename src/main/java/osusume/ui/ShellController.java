package osusume.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.ui.control.TitleKeys;
import osusume.ui.state.IncomingFiles;
import osusume.ui.state.Messages;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.state.PersonalList;
import osusume.ui.state.SettingsModel;
import osusume.ui.text.Texts;
import osusume.ui.view.FxmlFile;
import osusume.ui.view.Page;
import osusume.ui.view.TabPage;
import osusume.ui.view.Views;

/** The frame of the window: tabs, messages, panels, keys, and files dropped anywhere on it. */
public final class ShellController {
  private final Views views;
  private final Navigation navigation;
  private final Messages messages;
  private final SettingsModel settings;
  private final IncomingFiles files;
  private final PersonalList list;
  private final Texts texts;
  private final Map<TabPage, Tab> tabOf = new EnumMap<>(TabPage.class);
  private final Map<TabPage, Page> pageOf = new EnumMap<>(TabPage.class);

  private final Shell shell = new Shell();
  private boolean filled;

  public ShellController(
      Views views,
      Navigation navigation,
      Messages messages,
      SettingsModel settings,
      IncomingFiles files,
      PersonalList list,
      Texts texts) {
    this.views = views;
    this.navigation = navigation;
    this.messages = messages;
    this.settings = settings;
    this.files = files;
    this.list = list;
    this.texts = texts;
    for (TabPage page : TabPage.values()) {
      tabOf.put(page, tab(page));
      shell.tabs.getTabs().add(tabOf.get(page));
    }
    shell
        .tabs
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, tab) -> navigation.tabProperty().set((TabPage) tab.getUserData()));
    navigation.tabProperty().addListener((_, _, page) -> show(page));
    navigation.tabProperty().set(lastTab());
  }

  /** What the window shows. */
  Parent root() {
    return shell.root;
  }

  private void listen() {
    messages.shown().addListener((ListChangeListener<Messages.Message>) _ -> showMessages());
    shell.panels.setInTransitionFactory(null);
    shell.panels.setOutTransitionFactory(null);
    navigation
        .panelProperty()
        .addListener(
            (_, _, panel) -> {
              show(panel);
              showMessages();
            });
    shell
        .panels
        .displayProperty()
        .addListener(
            (_, _, shown) -> {
              if (!shown) {
                navigation.panelProperty().set(null);
              }
            });
  }

  /** Puts in what the first frame can do without, but for the tab. */
  void fill() {
    shell.header.getChildren().setAll(views.load(FxmlFile.HEADER).root());
    shell.statusBar.getChildren().setAll(views.load(FxmlFile.STATUS_BAR).root());
    tabOf.forEach(this::adorn);
    shell.cover(texts);
    listen();
    // A key may have asked for a panel already.
    show(navigation.panelProperty().get());
    showMessages();
    new FileDrop(shell.dropHint, files::take).listenTo(shell.root.getScene());
  }

  /** Puts in the tab that was open last; from then on each is made when it is first shown. */
  void fillTab() {
    filled = true;
    show(navigation.tabProperty().get());
  }

  private void adorn(TabPage page, Tab tab) {
    tab.setGraphic(new FontIcon(page.icon()));
    tab.setTooltip(new Tooltip(texts.format("tab.key", page.ordinal() + 1)));
  }

  private TabPage lastTab() {
    for (TabPage page : TabPage.values()) {
      if (page.name().equals(settings.get().start().tab())) {
        return page;
      }
    }
    return TabPage.values()[0];
  }

  private Tab tab(TabPage page) {
    Tab tab = new Tab(texts.get(page.title()), null);
    tab.setClosable(false);
    tab.setUserData(page);
    tab.setId("tab-" + page.name().toLowerCase(java.util.Locale.ROOT));
    return tab;
  }

  /** A tab is loaded when it is first shown, so that the first frame need not wait for the rest. */
  private void show(TabPage page) {
    if (page == null) {
      return;
    }
    Tab tab = tabOf.get(page);
    if (filled && tab.getContent() == null) {
      Views.View view = views.load(page.file());
      tab.setContent(view.root());
      pageOf.put(page, (Page) view.controller());
    }
    shell.tabs.getSelectionModel().select(tab);
    settings.change(old -> old.withTab(page.name()));
  }

  private void show(Panel panel) {
    if (panel == null) {
      shell.panels.hide();
      return;
    }
    FxmlFile file =
        switch (panel) {
          case WELCOME -> FxmlFile.WELCOME;
          case DOWNLOAD -> FxmlFile.DOWNLOAD;
          case SETTINGS -> FxmlFile.SETTINGS;
          case IMPORT_REPORT -> FxmlFile.IMPORT_REPORT;
          case DELETE_DATA_SET -> FxmlFile.DELETE_DATA_SET;
          case RATE_TITLES -> FxmlFile.RATE_PANEL;
          case ANILIST -> FxmlFile.ANILIST;
          case LIST_BACKUPS -> FxmlFile.LIST_BACKUPS;
          case KEYS -> FxmlFile.KEYS;
        };
    shell.panels.show(views.load(file).root());
  }

  private void showMessages() {
    shell.messages.getChildren().setAll(messages.shown().stream().map(this::message).toList());
    // A panel lies over the messages; what went wrong is not to wait until it is closed.
    boolean covered = navigation.panelProperty().get() != null;
    shell
        .abovePanels
        .getChildren()
        .setAll(
            messages.shown().stream()
                .filter(message -> covered && message.kind() == Messages.Kind.WRONG)
                .map(this::messageAbove)
                .toList());
  }

  /** The keys stay with the panel, so that Esc goes on closing it. */
  private Node messageAbove(Messages.Message message) {
    HBox box = message(message);
    box.getChildren().forEach(part -> part.setFocusTraversable(false));
    return box;
  }

  private HBox message(Messages.Message message) {
    boolean wrong = message.kind() == Messages.Kind.WRONG;
    FontIcon icon =
        new FontIcon(
            switch (message.kind()) {
              case DONE -> Feather.CHECK;
              case ASKS -> Feather.HELP_CIRCLE;
              case WRONG -> Feather.ALERT_TRIANGLE;
            });
    Label sentence = new Label(message.sentence(), icon);
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button away = new Button(null, new FontIcon(Feather.X));
    away.getStyleClass().addAll("flat", "small", "button-icon");
    away.setAccessibleText(texts.get("message.away"));
    away.setTooltip(new Tooltip(texts.get("message.away")));
    away.setOnAction(_ -> messages.putAway(message));
    HBox box = new HBox(8, sentence);
    message
        .action()
        .ifPresent(
            action -> {
              Button button = new Button(action.name());
              button.getStyleClass().addAll("small", "message-action");
              button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
              button.setOnAction(
                  _ -> {
                    messages.putAway(message);
                    action.run().run();
                  });
              box.getChildren().add(button);
            });
    box.getChildren().add(away);
    box.getStyleClass().addAll("message", wrong ? "message-wrong" : "message-done");
    return box;
  }

  /** Takes keys from the whole scene. */
  void listenTo(Scene scene) {
    for (TabPage page : TabPage.values()) {
      key(scene, KeyCode.getKeyCode(String.valueOf(page.ordinal() + 1)), () -> go(page));
    }
    key(scene, KeyCode.F, this::focusFilter);
    key(scene, KeyCode.L, this::focusChat);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.F1), () -> navigation.panelProperty().set(Panel.KEYS));
    key(scene, KeyCode.Z, () -> undo(scene));
    new KeyRepeats(KeyCode.Z).keepFrom(scene);
  }

  /** What is typed has an undo of its own. */
  private void undo(Scene scene) {
    if (!TitleKeys.types(scene.getFocusOwner())) {
      list.undo();
    }
  }

  private static void key(Scene scene, KeyCode code, Runnable action) {
    scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
  }

  private void go(TabPage page) {
    navigation.panelProperty().set(null);
    navigation.tabProperty().set(page);
  }

  private void focusChat() {
    go(TabPage.CHAT);
    Platform.runLater(pageOf.get(TabPage.CHAT)::focusEntry);
  }

  private void focusFilter() {
    Page page = pageOf.get(navigation.tabProperty().get());
    if (page != null) {
      Platform.runLater(page::focusFilter);
    }
  }
}
