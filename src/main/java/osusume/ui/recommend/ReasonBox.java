package osusume.ui.recommend;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.app.Opened;
import osusume.recommend.Reason;
import osusume.ui.control.ShareBar;
import osusume.ui.text.Texts;

/** One reason: what it is, what the person gave, and its share of the score. */
final class ReasonBox extends HBox {
  /** In pixels; set here, for a list asks how high its rows are before they have their styles. */
  static final double HEIGHT = 20;

  private final Label name;

  /**
   * @param own whether it is told to the person at the keyboard, of their list
   */
  ReasonBox(Reason reason, Opened opened, boolean own, ReasonWords words) {
    super(4);
    name = new Label(words.name(reason, opened));
    name.setMinWidth(0);
    Label rating = new Label(words.rating(reason));
    boolean rated =
        switch (reason) {
          case Reason.Watched watched -> watched.rating() > 0;
          case Reason.Disliked _ -> true;
          default -> false;
        };
    rating.getStyleClass().add(rated ? "reason-rating" : "muted");
    rating.setMinWidth(Region.USE_PREF_SIZE);
    rating.setManaged(!rating.getText().isEmpty());
    ShareBar bar = new ShareBar(32);
    bar.show(reason.share());
    Label share = new Label(words.share(reason));
    share.setMinWidth(Region.USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    getStyleClass().add("reason");
    getChildren().setAll(name, rating, bar, share);
    setOnMouseEntered(_ -> explain(words.whole(reason, opened, own)));
  }

  /** Made when the mouse is there: rows are made while somebody waits, and few are pointed at. */
  private void explain(String sentence) {
    setOnMouseEntered(null);
    Tooltip.install(this, new Tooltip(sentence));
  }

  /**
   * Lets the person take the reason out: by a cross that shows on hover and focus, by Delete, or by
   * the menu.
   *
   * @param reachable whether the cross may be reached by Tab
   */
  void setRemovable(Texts texts, ObservableValue<Boolean> reachable, Runnable takeOut) {
    String verb = texts.format("reason.takeOut", name.getText());
    Button cross = new Button(null, new FontIcon(Feather.X));
    cross.getStyleClass().addAll("flat", "reason-cross");
    cross.setAccessibleText(verb);
    cross.setOnMouseEntered(_ -> cross.setTooltip(new Tooltip(verb)));
    cross.focusTraversableProperty().bind(reachable);
    cross.setOnAction(_ -> takeOut.run());
    cross.setOnKeyPressed(
        key -> {
          switch (key.getCode()) {
            case DELETE, BACK_SPACE, ENTER -> {
              takeOut.run();
              key.consume();
            }
            default -> {}
          }
        });
    getChildren().add(cross);
    getStyleClass().add("removable");
    setOnContextMenuRequested(
        event -> {
          menu(verb, takeOut).show(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  /** Made when it is asked for, like the tooltip. */
  private static ContextMenu menu(String verb, Runnable takeOut) {
    MenuItem item = new MenuItem(verb);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> takeOut.run());
    return new ContextMenu(item);
  }
}
