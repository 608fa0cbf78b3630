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
  /** From more titles on, one key is too easily pressed by mistake. */
  private static final int MOST_UNASKED = 100;

  private final PersonalList list;
  private final Messages messages;
  private final Navigation navigation;
  private final Links links;
  private final Texts texts;
  private final ChangeWords words;
  private Messages.Message question;

  public TitleActions(
      PersonalList list, Messages messages, Navigation navigation, Links links, Texts texts) {
    this.list = list;
    this.messages = messages;
    this.navigation = navigation;
    this.links = links;
    this.texts = texts;
    this.words = new ChangeWords(texts);
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
        String word =
            score == 0
                ? texts.get("mark.several.unscored")
                : texts.format("mark.several.score", score);
        List<Anime> titles = meant.get();
        change(titles, title -> ListEdit.rate(title, score), word, severalDone(titles, word));
      }

      @Override
      public void mark(Status status) {
        String word = words.status(status);
        List<Anime> titles = meant.get();
        change(titles, title -> ListEdit.mark(title, status), word, severalDone(titles, word));
      }

      @Override
      public void notInterested(String reason) {
        List<Anime> titles = meant.get();
        change(
            titles,
            title -> ListEdit.notInterested(title, reason),
            words.status(Status.NOT_INTERESTED),
            done("mylist.notInterested.done", "mark.several.notInterested", titles));
      }

      @Override
      public void remove() {
        List<Anime> titles =
            meant.get().stream().filter(title -> list.of(title).isPresent()).toList();
        change(
            titles,
            _ -> ListEdit.remove(),
            texts.get("mark.several.off"),
            done("mylist.removed.done", "mark.several.removed", titles));
      }
    };
  }

  /**
   * @param word what is said of the titles
   * @param done what to say once it is; empty: nothing
   */
  private void change(
      List<Anime> titles, Function<Anime, ListEdit> edit, String word, String done) {
    messages.putAway(question);
    if (titles.size() > MOST_UNASKED) {
      question =
          messages.ask(
              texts.format("mark.several.ask", titles.size(), word),
              new Messages.Action(
                  texts.format("mark.several.do", titles.size()),
                  () -> list.edit(titles, edit, done)));
    } else if (!titles.isEmpty()) {
      list.edit(titles, edit, done);
    }
  }

  /** One title shows its mark where it was marked; of several most may be out of sight. */
  private String severalDone(List<Anime> titles, String word) {
    return titles.size() == 1 ? "" : texts.format("mark.several.done", titles.size(), word);
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
