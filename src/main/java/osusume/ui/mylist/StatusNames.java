package osusume.ui.mylist;

import javafx.util.StringConverter;
import osusume.mylist.EntryJson;
import osusume.mylist.Status;
import osusume.ui.text.Texts;

/** The names of the statuses, as the window has them. */
final class StatusNames extends StringConverter<Status> {
  private final Texts texts;

  StatusNames(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(Status status) {
    return status == null ? "" : texts.get("mylist.status." + EntryJson.text(status));
  }

  @Override
  public Status fromString(String name) {
    throw new UnsupportedOperationException("A status is chosen and not typed.");
  }
}
