package osusume.mylist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the lists imported last said of each title, by where they came from. A site's export has no
 * times for its entries: they all hold as of the export, so one that was made today seems newer
 * than what the person said here yesterday, though it has said the same for years. What it has said
 * since an earlier import is as old as that.
 */
final class LastImports {
  private final Path folder;

  LastImports(Path folder) {
    this.folder = folder;
  }

  private Journal journal(ListOrigin origin) {
    return new Journal(
        folder.resolve("imported-%s.journal".formatted(origin.name().toLowerCase(Locale.ROOT))));
  }

  /** What is damaged is as if it had never been imported. */
  private MyList last(ListOrigin origin) throws IOException {
    return ListHistory.of(journal(origin).read().changes()).list();
  }

  /** The list with each entry as of when it began to say so, as far as that is known. */
  ImportedList dated(ImportedList theirs) throws IOException {
    MyList last = last(theirs.origin());
    List<ListEntry> dated =
        theirs.entries().stream()
            .map(
                entry ->
                    hasNoTime(entry, theirs)
                        ? last.get(entry.key())
                            .filter(before -> before.changed().isBefore(entry.changed()))
                            .filter(before -> before.saysTheSame(said(entry)))
                            .map(before -> entry.but().changed(before.changed()).build())
                            .orElse(entry)
                        : entry)
            .toList();
    return theirs.saying(dated);
  }

  /** Takes note of what a list says that was imported; whole on the disk when this returns. */
  void remember(ImportedList theirs, Instant now) throws IOException {
    Map<TitleKey, ListEntry> said = new LinkedHashMap<>();
    last(theirs.origin()).entries().forEach(entry -> said.put(entry.key(), entry));
    boolean news = false;
    for (ListEntry entry : theirs.entries()) {
      ListEntry before = said.get(entry.key());
      if (hasNoTime(entry, theirs)
          && (before == null || before.changed().isBefore(entry.changed()))) {
        said.put(entry.key(), said(entry));
        news = true;
      }
    }
    if (news) {
      List<JournalChange.Entry> entries =
          said.values().stream().map(entry -> new JournalChange.Entry(entry.key(), entry)).toList();
      journal(theirs.origin())
          .write(List.of(new JournalChange(1, now, ListChange.Kind.START, 0, entries)));
    }
  }

  private static boolean hasNoTime(ListEntry entry, ImportedList theirs) {
    return entry.changed().equals(theirs.exportedAt());
  }

  /** What the person says of the title: not what is known of it, or other programs keep there. */
  private static ListEntry said(ListEntry entry) {
    return entry.but().title(entry.key().toString(), "", -1).others(Map.of()).build();
  }
}
