package osusume.ui.control;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.ui.text.Texts;

/** What the person's list says of a title, in words and signs. */
public final class MarkWords {
  private final Texts texts;

  public MarkWords(Texts texts) {
    this.texts = texts;
  }

  /** For instance "On hold". */
  public String status(Status status) {
    return texts.get("mark.status." + status.name().toLowerCase(Locale.ROOT));
  }

  /** All of it in one sentence; empty where the list says nothing. */
  public String spoken(ListEntry entry) {
    if (entry == null) {
      return "";
    }
    String status = status(entry.status());
    if (entry.score() > 0) {
      return texts.format("mark.spoken.score", status, entry.score());
    }
    return entry.reason().isEmpty()
        ? texts.format("mark.spoken", status)
        : texts.format("mark.spoken.reason", status, entry.reason());
  }

  /** The sign of a status. */
  public static Feather icon(Status status) {
    return switch (status) {
      case WATCHING -> Feather.PLAY;
      case COMPLETED -> Feather.CHECK;
      case ON_HOLD -> Feather.PAUSE;
      case DROPPED -> Feather.X_CIRCLE;
      case PLANNED -> Feather.PLUS;
      case NOT_INTERESTED -> Feather.SLASH;
    };
  }
}
