package osusume.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import osusume.chat.Harmless;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.mylist.ListEdit;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStore;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.progress.Progress;

/** Asks at the terminal before an assistant changes the person's list; yes must be said. */
final class TerminalListDoor implements ListDoor {
  private final ListStore list;
  private final Catalogue catalogue;
  private final WorkspaceOptions options;

  TerminalListDoor(ListStore list, Catalogue catalogue, WorkspaceOptions options) {
    this.list = list;
    this.catalogue = catalogue;
    this.options = options;
  }

  @Override
  public Outcome propose(Proposal proposal, Progress progress) {
    int row = catalogue.rowOfId(proposal.animeId());
    if (row < 0) {
      return Outcome.UNAVAILABLE;
    }
    Anime anime = catalogue.anime(row);
    // The data's own text: it must not move the cursor or hide what is asked.
    String name = Harmless.line(anime.name());
    String what =
        switch (proposal) {
          case Proposal.Rate rate -> "Rate %s %d".formatted(name, rate.rating());
          case Proposal.Mark mark ->
              "Mark %s as %s"
                  .formatted(name, mark.status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    try {
      options.prompt(what + "? [y/N] ");
      Optional<String> said = options.lines().next(progress::cancelled);
      if (progress.cancelled()
          || said.filter(word -> word.strip().matches("(?i)y(es)?")).isEmpty()) {
        return Outcome.DECLINED;
      }
      TitleKey key = TitleKey.mal(anime.id());
      ListEntry begun =
          ListEntry.of(
              key, anime.name(), anime.type(), anime.episodes(), Status.PLANNED, Instant.EPOCH);
      list.edit(
          key,
          switch (proposal) {
            case Proposal.Rate rate -> ListEdit.rate(begun, rate.rating());
            case Proposal.Mark mark -> ListEdit.mark(begun, mark.status());
          });
      return Outcome.DONE;
    } catch (IOException e) {
      options.tell(e);
      return Outcome.UNAVAILABLE;
    }
  }
}
