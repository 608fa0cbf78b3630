package osusume.ui.state;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import osusume.chat.Ground;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.mylist.ListEdit;
import osusume.ui.text.Texts;

/** What an assistant asks the person before it changes their list; for the JavaFX thread. */
public final class ListQuestions {
  private final PersonalList list;
  private final ChangeWords words;
  private final ReadOnlyObjectWrapper<ListQuestion> open = new ReadOnlyObjectWrapper<>();

  ListQuestions(PersonalList list, Texts texts) {
    this.list = list;
    this.words = new ChangeWords(texts);
  }

  /** What is asked now; null: nothing. */
  public ReadOnlyObjectProperty<ListQuestion> openProperty() {
    return open.getReadOnlyProperty();
  }

  /**
   * The door for an answer. Only the person's own list can be changed, so nobody asks on behalf of
   * a user.
   *
   * @param wanted whether the answer is still waited for; asked on the JavaFX thread
   */
  ListDoor doorFor(Ground ground, BooleanSupplier wanted) {
    return ground.asker().list().isEmpty()
        ? ListDoor.CLOSED
        : new AskedDoor(ground.catalogue(), of -> put(of, wanted), this::withdraw);
  }

  private void put(ListQuestion of, BooleanSupplier wanted) {
    if (wanted.getAsBoolean()) {
      open.set(of);
    } else {
      withdraw(of);
    }
  }

  private void withdraw(ListQuestion of) {
    if (open.get() == of) {
      open.set(null);
    }
    if (of.answer()) {
      of.ended(ListDoor.Outcome.DECLINED);
    }
  }

  /** Shows nothing any more. */
  void clear() {
    open.set(null);
  }

  /** Agrees to what the assistant would change, or not. */
  public void answer(ListQuestion of, boolean agreed) {
    if (!of.answer()) {
      return;
    }
    open.set(null);
    if (!agreed) {
      of.ended(ListDoor.Outcome.DECLINED);
      return;
    }
    ListEdit wish =
        switch (of.proposal()) {
          case Proposal.Rate rate -> ListEdit.rate(of.anime(), rate.rating());
          case Proposal.Mark mark -> ListEdit.mark(of.anime(), mark.status());
        };
    list.edit(
        of.anime(),
        wish,
        words.done(of.anime(), of.proposal()),
        () -> of.ended(ListDoor.Outcome.DONE),
        () -> of.ended(ListDoor.Outcome.UNAVAILABLE));
  }
}
