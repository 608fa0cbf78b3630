package osusume.ui.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.kordamp.ikonli.feather.Feather;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.ui.state.Marking;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Texts;

/** The menu of titles, by the right button or the menu key: everything a row offers, in words. */
public final class TitleMenu {
  private final Supplier<List<Anime>> chosen;
  private final TitleActions actions;
  private final Texts texts;

  /**
   * @param chosen the titles that are meant when the menu is asked for
   */
  public TitleMenu(Supplier<List<Anime>> chosen, TitleActions actions, Texts texts) {
    this.chosen = chosen;
    this.actions = actions;
    this.texts = texts;
  }

  /** Shows the menu where a list or a title is asked for one. */
  public void listenTo(Node node) {
    node.setOnContextMenuRequested(
        event -> {
          List<Anime> titles = chosen.get();
          if (!titles.isEmpty()) {
            show(node, titles, event);
            event.consume();
          }
        });
  }

  private void show(Node node, List<Anime> titles, ContextMenuEvent event) {
    ContextMenu menu = new ContextMenu();
    menu.setId("title-menu");
    menu.getItems().setAll(items(node, titles));
    menu.show(node, event.getScreenX(), event.getScreenY());
  }

  private List<MenuItem> items(Node node, List<Anime> titles) {
    Marking marking = actions.marking(() -> titles);
    MarkItems items = new MarkItems(marking, texts, () -> OwnReason.ask(node, marking, texts));
    List<MenuItem> all = new java.util.ArrayList<>();
    java.util.Optional<ListEntry> entry = actions.common(titles);
    all.add(items.scores(entry));
    all.add(new SeparatorMenuItem());
    all.addAll(items.statuses(entry));
    all.add(new SeparatorMenuItem());
    all.add(
        items.item(
            titles.size() == 1 ? "mark.moreLike" : "mark.moreLike.several",
            Feather.COPY,
            () -> actions.moreLike(titles)));
    if (titles.size() == 1) {
      Anime anime = titles.getFirst();
      all.add(items.item("mark.details", Feather.INFO, () -> actions.show(anime)));
      all.add(items.item("mark.page", Feather.EXTERNAL_LINK, () -> actions.openPage(anime)));
    }
    return all;
  }
}
