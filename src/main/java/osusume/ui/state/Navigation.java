package osusume.ui.state;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import osusume.ui.view.TabPage;

/** Where in the window the person is, and the ways to get elsewhere. */
public final class Navigation {
  private final ObjectProperty<TabPage> tab = new SimpleObjectProperty<>();
  private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Integer> title = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Integer> group = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Integer>> like = new ReadOnlyObjectWrapper<>(List.of());

  /** The tab that is shown; whoever sets it shows that tab. */
  public ObjectProperty<TabPage> tabProperty() {
    return tab;
  }

  /** The panel that lies over the window; null: none. */
  public ObjectProperty<Panel> panelProperty() {
    return panel;
  }

  /**
   * MyAnimeList id of the title the person asked to see; null once the Anime tab has shown it, see
   * {@link #titleShown()}.
   */
  public ReadOnlyObjectProperty<Integer> titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Shows a title in the Anime tab. */
  public void showTitle(int animeId) {
    title.set(animeId);
    tab.set(TabPage.ANIME);
  }

  /** Tells that the title asked for is on the screen. */
  public void titleShown() {
    title.set(null);
  }

  /**
   * Index of the taste group the person asked to see; null once the Model tab has shown it, see
   * {@link #groupShown()}.
   */
  public ReadOnlyObjectProperty<Integer> groupProperty() {
    return group.getReadOnlyProperty();
  }

  /** Shows a taste group in the Model tab. */
  public void showGroup(int index) {
    group.set(index);
    tab.set(TabPage.MODEL);
  }

  /** Tells that the group asked for is on the screen. */
  public void groupShown() {
    group.set(null);
  }

  /**
   * MyAnimeList ids of the titles that the Recommendations tab asks for more of; empty: it asks for
   * a person.
   */
  public ReadOnlyObjectProperty<List<Integer>> likeProperty() {
    return like.getReadOnlyProperty();
  }

  /** Asks for titles like some, in the Recommendations tab. */
  public void recommendLike(List<Integer> animeIds) {
    like.set(List.copyOf(animeIds));
    tab.set(TabPage.RECOMMENDATIONS);
  }

  /** Lets the Recommendations tab ask for a person again. */
  public void recommendForPerson() {
    like.set(List.of());
  }
}
