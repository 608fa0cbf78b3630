package osusume.ui.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import osusume.data.Anime;
import osusume.mylist.ListEdit;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.ui.text.Texts;

/**
 * What a person can do about titles wherever they are shown, with one title or with several that
 * are chosen together; of several every change is one, which is undone at once. For the JavaFX
 * thread.
 */
public final class TitleActions {
  private final PersonalList list;
  private final Navigation navigation;
  private final Links links;
  private final Texts texts;

  public TitleActions(PersonalList list, Navigation navigation, Links links, Texts texts) {
    this.list = list;
    this.navigation = navigation;
    this.links = links;
    this.texts = texts;
  }

  /** The list that is changed, to be watched. */
  public PersonalList list() {
    return list;
  }

  /** What the list says of a title; null: nothing. */
  public ListEntry entry(Anime anime) {
    return list.of(anime).orElse(null);
  }

  /** What the list says of the titles; empty where they are several, which may differ. */
  public Optional<ListEntry> common(List<Anime> titles) {
    return titles.size() == 1 ? list.of(titles.getFirst()) : Optional.empty();
  }

  /** What can be said of the titles that are meant whenever something is said. */
  public Marking marking(Supplier<List<Anime>> meant) {
    return new Marking() {
      @Override
      public void rate(int score) {
        change(meant.get(), title -> ListEdit.rate(title, score), "");
      }

      @Override
      public void mark(Status status) {
        change(meant.get(), title -> ListEdit.mark(title, status), "");
      }

      @Override
      public void notInterested(String reason) {
        List<Anime> titles = meant.get();
        change(
            titles,
            title -> ListEdit.notInterested(title, reason),
            done("mylist.notInterested.done", "mark.several.notInterested", titles));
      }

      @Override
      public void remove() {
        List<Anime> titles =
            meant.get().stream().filter(title -> list.of(title).isPresent()).toList();
        change(
            titles,
            _ -> ListEdit.remove(),
            done("mylist.removed.done", "mark.several.removed", titles));
      }
    };
  }

  private void change(List<Anime> titles, Function<Anime, ListEdit> edit, String done) {
    if (!titles.isEmpty()) {
      list.edit(titles, edit, done);
    }
  }

  private String done(String ofOne, String ofSeveral, List<Anime> titles) {
    return titles.size() == 1
        ? texts.format(ofOne, titles.getFirst().name())
        : texts.format(ofSeveral, titles.size());
  }

  /** Shows a title's details. */
  public void show(Anime anime) {
    navigation.showTitle(anime.id());
  }

  /** Asks for titles like some. */
  public void moreLike(List<Anime> titles) {
    navigation.recommendLike(titles.stream().map(Anime::id).toList());
  }

  /** Shows a title's page on MyAnimeList. */
  public void openPage(Anime anime) {
    links.myAnimeList(anime.id());
  }

  /** Takes back the last change of the list. */
  public void undo() {
    list.undo();
  }
}
