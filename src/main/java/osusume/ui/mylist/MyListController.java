package osusume.ui.mylist;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import osusume.mylist.ListChange;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;
import osusume.ui.view.TabPage;

/** The My list tab: its three sections, and what to do while the list is empty. */
public final class MyListController implements Page {
  private final PersonalList list;
  private final Navigation navigation;
  private final Texts texts;
  private final ChangeWords changes;

  @FXML private ToggleGroup sections;
  @FXML private ToggleButton titlesToggle;
  @FXML private Button undo;
  @FXML private Parent entries;
  @FXML private EntriesController entriesController;
  @FXML private VBox empty;

  public MyListController(PersonalList list, Navigation navigation, Texts texts) {
    this.list = list;
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
    list.undoableProperty().addListener((_, _, change) -> offerUndo(change));
    offerUndo(list.undoableProperty().get());
    show();
  }

  private void show() {
    Node wanted = list.get().isEmpty() ? empty : entries;
    for (Node section : List.of(empty, entries)) {
      section.setVisible(section == wanted);
    }
    sections.getToggles().forEach(t -> ((ToggleButton) t).setDisable(wanted == empty));
  }

  private void offerUndo(ListChange change) {
    undo.setVisible(change != null);
    undo.setText(change == null ? "" : texts.format("mylist.undo.of", changes.of(change)));
    undo.setTooltip(new Tooltip(texts.format("mylist.undo.hint", undo.getText())));
  }

  @FXML
  private void undo() {
    list.undo();
  }

  @FXML
  private void rateAFew() {
    navigation.tabProperty().set(TabPage.ANIME);
  }

  @Override
  public void focusFilter() {
    sections.selectToggle(titlesToggle);
    entriesController.focusFilter();
  }
}
