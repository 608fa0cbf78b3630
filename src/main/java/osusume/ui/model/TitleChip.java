package osusume.ui.model;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import osusume.data.Anime;
import osusume.ui.control.MarkWords;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMark;
import osusume.ui.control.TitleMenu;
import osusume.ui.control.TitleTile;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Texts;

/** A title that is typical of a taste group: its tile, its name and the person's own mark. */
final class TitleChip extends Button {
  private static final double WIDTH = 88;

  private final Anime anime;
  private final TitleActions actions;
  private final MarkWords words;
  private final TitleMark mark;

  TitleChip(Anime anime, TitleActions actions, Texts texts) {
    this.anime = anime;
    this.actions = actions;
    this.words = new MarkWords(texts);
    this.mark = new TitleMark(words);
    TitleTile picture = new TitleTile(TitleTile.Size.LIST);
    picture.show(anime);
    Label label = new Label(anime.name());
    label.getStyleClass().add("title-chip-name");
    label.setWrapText(true);
    label.setAlignment(Pos.TOP_LEFT);
    label.setPrefSize(WIDTH, 32);
    label.setMinHeight(32);
    StackPane top = new StackPane(picture, mark);
    StackPane.setAlignment(picture, Pos.TOP_LEFT);
    StackPane.setAlignment(mark, Pos.TOP_RIGHT);
    setGraphic(new VBox(4, top, label));
    getStyleClass().addAll("flat", "title-chip");
    setTooltip(new Tooltip(anime.name()));
    setOnAction(_ -> actions.show(anime));
    new TitleKeys(actions.marking(() -> List.of(anime)), actions::undo, () -> {})
        .listenToTitle(this);
    new TitleMenu(() -> List.of(anime), actions, texts).listenTo(this);
    showMark();
  }

  /** Shows what the list says of the title now. */
  void showMark() {
    mark.show(actions.entry(anime));
    String spoken = words.spoken(actions.entry(anime));
    setAccessibleText(spoken.isEmpty() ? anime.name() : anime.name() + ". " + spoken);
  }
}
