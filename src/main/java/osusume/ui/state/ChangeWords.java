package osusume.ui.state;

import java.util.Locale;
import osusume.chat.tool.Proposal;
import osusume.data.Anime;
import osusume.mylist.ListChange;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.ui.text.Texts;

/** What a change of the list was, in a few words. */
public final class ChangeWords {
  private final Texts texts;

  public ChangeWords(Texts texts) {
    this.texts = texts;
  }

  String status(Status status) {
    return texts.get("mark.status." + status.name().toLowerCase(Locale.ROOT));
  }

  /** For instance "rated Mushishi 9". */
  public String of(ListChange change) {
    int titles = change.titles().size();
    return switch (change.kind()) {
      case IMPORT -> texts.format("mylist.change.import", titles);
      case RESTORE -> texts.format("mylist.change.restore", titles);
      case EDIT, UNDO, START ->
          titles == 1
              ? ofTitle(change.titles().getFirst())
              : texts.format("mylist.change.several", titles);
    };
  }

  /** Says that what was proposed is done. */
  String done(Anime anime, Proposal proposal) {
    return switch (proposal) {
      case Proposal.Rate rate -> texts.format("chat.list.rated", anime.name(), rate.rating());
      case Proposal.Mark mark ->
          texts.format("chat.list.marked", anime.name(), status(mark.status()));
    };
  }

  private String ofTitle(ListChange.OfTitle change) {
    ListEntry before = change.before();
    ListEntry after = change.after();
    if (after == null) {
      return texts.format("mylist.change.removed", before.title());
    }
    boolean marked = before == null || before.status() != after.status();
    int scoreBefore = before == null ? 0 : before.score();
    if (after.score() > 0 && after.score() != scoreBefore) {
      return texts.format("mylist.change.rated", after.title(), after.score());
    }
    if (marked) {
      return texts.format("mylist.change.marked", after.title(), status(after.status()));
    }
    if (after.score() != scoreBefore) {
      return texts.format("mylist.change.unrated", after.title());
    }
    if (after.seen() != before.seen()) {
      return texts.format("mylist.change.seen", after.title(), after.seen());
    }
    return texts.format("mylist.change.other", after.title());
  }
}
