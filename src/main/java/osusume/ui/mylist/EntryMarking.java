package osusume.ui.mylist;

import java.util.function.Consumer;
import java.util.function.Supplier;
import osusume.mylist.ListTitle;
import osusume.mylist.Status;
import osusume.ui.state.Marking;
import osusume.ui.state.PersonalList;

/** What the person says of an entry of the list, whether the data set knows its title or not. */
final class EntryMarking implements Marking {
  private final PersonalList list;
  private final Supplier<ListTitle> meant;

  /**
   * @param meant the entry that is meant whenever something is said; null: none
   */
  EntryMarking(PersonalList list, Supplier<ListTitle> meant) {
    this.list = list;
    this.meant = meant;
  }

  private void with(Consumer<ListTitle> action) {
    ListTitle title = meant.get();
    if (title != null) {
      action.accept(title);
    }
  }

  @Override
  public void rate(int score) {
    with(title -> list.rate(title.entry(), score));
  }

  @Override
  public void mark(Status status) {
    with(title -> list.mark(title.entry(), status));
  }

  @Override
  public void notInterested(String reason) {
    with(title -> list.notInterested(title.entry(), reason));
  }

  @Override
  public void remove() {
    with(title -> list.remove(title.entry()));
  }

  /** One more episode was seen, where there is one more. */
  void oneMore() {
    with(
        title -> {
          if (title.episodes() < 0 || title.entry().seen() < title.episodes()) {
            list.oneMore(title.entry(), title.episodes());
          }
        });
  }
}
