package osusume.ui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import osusume.app.Opened;
import osusume.app.Opened.Trained;
import osusume.recommend.GroupSearch;
import osusume.recommend.TasteGroups.TasteGroup;
import osusume.ui.control.StatePane;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Navigation;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The taste groups of the model in use: a list to search, whose rows fold out. */
public final class GroupsController {
  private final CurrentData data;
  private final Navigation navigation;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<Found> answer;
  private final Set<Integer> unfolded = new HashSet<>();
  private Trained trained;

  @FXML private StatePane groupState;
  @FXML private TextField search;
  @FXML private Label count;
  @FXML private ListView<TasteGroup> list;

  /** The groups of a model that fit. */
  private record Found(Trained in, List<TasteGroup> groups) {}

  public GroupsController(
      CurrentData data,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      TitleActions actions,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.navigation = navigation;
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.answer = new LatestAnswer<>(jobs, this::show, troubles::tell);
  }

  @FXML
  private void initialize() {
    list.setCellFactory(
        _ ->
            new GroupCell(
                new GroupText(data, texts, numbers), actions, texts, unfolded, this::toggle));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    search.textProperty().addListener((_, _, _) -> ask());
    groupState.busyProperty().bind(answer.busyProperty());
    data.whenOpened(this::open);
    navigation.groupProperty().addListener((_, _, group) -> lead(group));
  }

  private void open(Opened opened) {
    Trained fresh = opened.trained().orElse(null);
    if (trained == null || fresh == null || trained.model() != fresh.model()) {
      unfolded.clear();
    }
    trained = fresh;
    search.setDisable(fresh == null);
    ask();
  }

  private void ask() {
    Trained asked = trained;
    if (asked == null) {
      list.getItems().clear();
      count.setText("");
      groupState.showInstead(texts.get("model.none"), "");
      return;
    }
    String text = search.getText();
    Opened opened = data.opened();
    answer.ask(
        () -> {
          var wanted = new GroupSearch(opened.data().catalogue(), asked.model(), asked.groups());
          return new Found(asked, wanted.find(text));
        });
  }

  private void show(Found found) {
    if (found.in != trained) {
      return;
    }
    list.getItems().setAll(found.groups);
    int all = found.in.groups().groups().size();
    count.setText(
        texts.format("groups.count", numbers.count(found.groups.size()), numbers.count(all)));
    if (found.groups.isEmpty()) {
      groupState.showInstead(
          texts.format("groups.none", search.getText()),
          texts.format("groups.none.hint", all),
          texts.get("groups.none.all"),
          search::clear);
    } else {
      groupState.showContent();
    }
    if (navigation.groupProperty().get() != null && search.getText().isEmpty()) {
      reveal(navigation.groupProperty().get());
    }
  }

  /** Leads to a group that was asked for elsewhere. */
  private void lead(Integer group) {
    if (group == null) {
      return;
    }
    if (!search.getText().isEmpty()) {
      // The answer to the cleared search reveals it.
      search.clear();
    } else if (group < list.getItems().size()) {
      reveal(group);
    }
  }

  private void reveal(int group) {
    unfolded.add(group);
    list.refresh();
    list.getSelectionModel().clearAndSelect(group);
    list.scrollTo(group);
    list.requestFocus();
    navigation.groupShown();
  }

  private void toggle(TasteGroup group) {
    if (!unfolded.remove(group.index())) {
      unfolded.add(group.index());
    }
    list.refresh();
  }

  private void pressed(KeyEvent event) {
    TasteGroup selected = list.getSelectionModel().getSelectedItem();
    if (selected == null || event.getTarget() != list) {
      return;
    }
    boolean open = unfolded.contains(selected.index());
    switch (event.getCode()) {
      case ENTER, SPACE -> toggle(selected);
      case RIGHT -> {
        if (!open) {
          toggle(selected);
        }
      }
      case LEFT -> {
        if (open) {
          toggle(selected);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  void focusSearch() {
    search.requestFocus();
  }
}
