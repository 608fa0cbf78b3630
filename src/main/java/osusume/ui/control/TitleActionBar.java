package osusume.ui.control;

import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.ui.state.Marking;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Texts;

/** What can be done about one title, as small buttons: rate, plan, not interested, and so on. */
public final class TitleActionBar extends HBox {
  private final TitleActions actions;
  private final Texts texts;
  private final Marking marking;
  private final Button rate;
  private Anime shown;

  /**
   * @param reachable whether the buttons may be reached by Tab
   */
  public TitleActionBar(TitleActions actions, Texts texts, ObservableValue<Boolean> reachable) {
    this.actions = actions;
    this.texts = texts;
    this.marking = actions.marking(() -> List.of(shown));
    getStyleClass().add("title-actions");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    rate = button("mark.rate.hint", new FontIcon(Feather.STAR), this::askForScore);
    Label like = new Label("≈");
    like.getStyleClass().add("sign");
    getChildren()
        .setAll(
            rate,
            button(
                "mark.plan.hint", new FontIcon(Feather.PLUS), () -> marking.mark(Status.PLANNED)),
            button(
                "mark.notInterested.hint",
                new FontIcon(Feather.SLASH),
                () -> marking.notInterested("")),
            button("mark.moreLike", like, () -> actions.moreLike(List.of(shown))),
            button(
                "mark.page", new FontIcon(Feather.EXTERNAL_LINK), () -> actions.openPage(shown)));
    getChildren().forEach(child -> child.focusTraversableProperty().bind(reachable));
  }

  private Button button(String key, Node sign, Runnable action) {
    Button button = new Button(null, sign);
    button.getStyleClass().addAll("flat", "title-action", key.replace('.', '-'));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Acts on this title from now on. */
  public void show(Anime anime) {
    shown = anime;
  }

  private void askForScore() {
    Anime of = shown;
    ListEntry entry = actions.entry(of);
    Label name = new Label(of.name());
    name.getStyleClass().add("heading");
    name.setMaxWidth(280);
    RatingBar bar = new RatingBar();
    bar.setId("asked-rating");
    bar.setPrefWidth(280);
    VBox content = new VBox(8, name, bar);
    content.getStyleClass().add("popover-content");
    Popover popover = Popovers.of(content);
    bar.setUp(
        texts,
        score -> {
          popover.hide();
          actions.marking(() -> List.of(of)).rate(score);
        });
    bar.show(entry == null ? 0 : entry.score());
    popover.show(rate);
    bar.requestFocus();
  }
}
