package osusume.ui.mylist;

import java.util.List;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import osusume.mylist.ListChange;
import osusume.ui.state.ChangeWords;
import osusume.ui.state.FileChoices;
import osusume.ui.state.ListImport;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.state.PersonalList;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The My list tab: its three sections, and what to do while the list is empty. */
public final class MyListController implements Page {
  private final PersonalList list;
  private final ListImport imports;
  private final FileChoices files;
  private final Navigation navigation;
  private final Texts texts;
  private final ChangeWords changes;

  /** What the button named when it was pressed; a press may bring another change by itself. */
  private ListChange named;

  @FXML private ToggleGroup sections;
  @FXML private ToggleButton titlesToggle;
  @FXML private ToggleButton statisticsToggle;
  @FXML private ToggleButton nextToggle;
  @FXML private Button undo;
  @FXML private Parent entries;
  @FXML private EntriesController entriesController;
  @FXML private Parent statistics;
  @FXML private Parent next;
  @FXML private WhatNextController nextController;
  @FXML private Parent merge;
  @FXML private VBox empty;
  @FXML private VBox unread;
  @FXML private Label unreadWhat;
  @FXML private Label unreadWhy;
  @FXML private Button readAgain;

  public MyListController(
      PersonalList list,
      ListImport imports,
      FileChoices files,
      Navigation navigation,
      Texts texts) {
    this.list = list;
    this.imports = imports;
    this.files = files;
    this.navigation = navigation;
    this.texts = texts;
    this.changes = new ChangeWords(texts);
  }

  @FXML
  private void initialize() {
    sections
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                // One of them is always chosen.
                sections.selectToggle(before);
              } else {
                show();
              }
            });
    list.listProperty().addListener((_, _, _) -> show());
    readAgain.managedProperty().bind(readAgain.visibleProperty());
    list.readyProperty().addListener((_, _, _) -> show());
    list.troubleProperty().addListener((_, _, _) -> show());
    list.undoableProperty().addListener((_, _, change) -> offerUndo(change));
    undo.armedProperty().addListener((_, _, armed) -> pressed(armed));
    offerUndo(list.undoableProperty().get());
    imports.waitingProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    Node wanted = wanted();
    for (Node section : List.of(unread, empty, entries, statistics, next, merge)) {
      section.setVisible(section == wanted);
    }
    boolean choice = wanted == entries || wanted == statistics || wanted == next;
    sections.getToggles().forEach(toggle -> ((ToggleButton) toggle).setDisable(!choice));
  }

  private Node wanted() {
    if (imports.waitingProperty().get() != null) {
      return merge;
    }
    if (!list.readyProperty().get()) {
      sayUnread(list.troubleProperty().get());
      return unread;
    }
    if (list.get().isEmpty()) {
      return empty;
    }
    if (statisticsToggle.isSelected()) {
      return statistics;
    }
    return nextToggle.isSelected() ? next : entries;
  }

  private void sayUnread(String why) {
    unreadWhat.setText(texts.get(why.isEmpty() ? "data.opening" : "mylist.unread"));
    unreadWhy.setText(why);
    readAgain.setVisible(!why.isEmpty());
  }

  @FXML
  private void readAgain() {
    list.open();
  }

  private void pressed(boolean armed) {
    if (armed) {
      named = list.undoableProperty().get();
    } else {
      // Whether it acts before it is let go or after, that is over by then.
      Platform.runLater(() -> named = null);
    }
  }

  private void offerUndo(ListChange change) {
    undo.setVisible(change != null);
    undo.setText(change == null ? "" : texts.format("mylist.undo.of", changes.of(change)));
    undo.setTooltip(new Tooltip(texts.format("mylist.undo.hint", undo.getText())));
  }

  @FXML
  private void undo() {
    list.undo(named == null ? list.undoableProperty().get() : named);
  }

  @FXML
  private void importFile() {
    files.listToImport().ifPresent(imports::read);
  }

  @FXML
  private void importAniList() {
    navigation.panelProperty().set(Panel.ANILIST);
  }

  @FXML
  private void rateAFew() {
    navigation.panelProperty().set(Panel.RATE_TITLES);
  }

  @Override
  public void focusFilter() {
    if (next.isVisible()) {
      nextController.focusFilter();
    } else if (entries.isVisible() || statistics.isVisible()) {
      sections.selectToggle(titlesToggle);
      entriesController.focusFilter();
    }
  }
}
