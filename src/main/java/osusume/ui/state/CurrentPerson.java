package osusume.ui.state;

import java.time.Clock;
import java.time.LocalDate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import osusume.app.Opened;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.mylist.MyTaste;

/**
 * For whom titles are recommended: the person at the keyboard, or the {@link CurrentUser} of the
 * data set.
 */
public final class CurrentPerson {
  private final CurrentUser user;
  private final PersonalList list;
  private final SettingsModel settings;
  private final Clock clock;
  private final ReadOnlyBooleanWrapper me;

  /**
   * @param settings remember for whom it was last, and the half-life of ratings
   * @param clock tells how old ratings are, in the zone of the person
   */
  public CurrentPerson(CurrentUser user, PersonalList list, SettingsModel settings, Clock clock) {
    this.user = user;
    this.list = list;
    this.settings = settings;
    this.clock = clock;
    this.me = new ReadOnlyBooleanWrapper(!settings.get().start().forUser());
  }

  /** Whether it is the person at the keyboard. */
  public boolean isMe() {
    return me.get();
  }

  public ReadOnlyBooleanProperty meProperty() {
    return me.getReadOnlyProperty();
  }

  public void chooseMe() {
    choose(true);
  }

  public void chooseUser() {
    choose(false);
  }

  private void choose(boolean wanted) {
    me.set(wanted);
    settings.change(old -> old.withForUser(!wanted));
  }

  /** Whether there is anybody to recommend for; data sets may have no users. */
  public boolean isThere() {
    return isMe() || user.id() != null;
  }

  /** Their taste by the list as it is now. */
  public Taste taste(Opened opened) {
    return isMe() ? own(opened.data().catalogue()) : opened.tasteOf(user.id());
  }

  /** The taste of the person at the keyboard, whoever it is recommended for now. */
  public Taste own(Catalogue catalogue) {
    return MyTaste.of(
        list.get(), catalogue, settings.get().asked().recency(), LocalDate.now(clock));
  }
}
