package osusume.ui.mylist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import osusume.mylist.ListEntry;
import osusume.ui.control.MarkWords;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** An entry in a few words, or what of it differs from another. */
final class EntryWords {
  private final Texts texts;
  private final List<Function<ListEntry, String>> parts;

  EntryWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    MarkWords marks = new MarkWords(texts);
    this.parts =
        List.of(
            entry -> marks.status(entry.status()),
            entry ->
                entry.score() == 0
                    ? texts.get("mylist.merge.unscored")
                    : texts.format("mylist.merge.score", entry.score()),
            entry -> texts.format("mylist.merge.seen", numbers.count(entry.seen())),
            entry -> named("mylist.entry.started", entry.started().brief()),
            entry -> named("mylist.entry.finished", entry.finished().brief()),
            entry -> texts.format("mylist.merge.rewatches", entry.rewatches()),
            entry -> named("mylist.entry.tags", entry.tags()),
            entry -> named("mylist.entry.comments", entry.comments()),
            entry -> named("mylist.entry.reason", entry.reason()));
  }

  private String named(String key, String value) {
    return texts.format(
        "mylist.merge.named", texts.get(key), value.isEmpty() ? Numbers.UNKNOWN : value);
  }

  /** How the person stands to it, the score and the episodes seen. */
  String of(ListEntry entry) {
    return String.join(" · ", parts.subList(0, 3).stream().map(part -> part.apply(entry)).toList());
  }

  /**
   * What each of some entries for a title says of that in which they differ.
   *
   * @return one text an entry
   */
  List<String> differing(ListEntry... entries) {
    List<List<String>> told =
        Stream.of(entries).map(_ -> (List<String>) new ArrayList<String>()).toList();
    for (Function<ListEntry, String> part : parts) {
      List<String> each = Stream.of(entries).map(part).toList();
      if (each.stream().distinct().count() > 1) {
        for (int i = 0; i < entries.length; i++) {
          told.get(i).add(each.get(i));
        }
      }
    }
    return told.stream().map(each -> String.join(" · ", each)).toList();
  }
}
