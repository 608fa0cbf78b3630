package osusume.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ListEntry;
import osusume.mylist.ListMerge;

/** What merging a list does or would do, in words or as JSON. */
final class MergeText {
  /** More are only counted. */
  private static final int NAMED = 20;

  private final WorkspaceOptions options;
  private final String name;

  /**
   * @param name of the list that is merged
   */
  MergeText(WorkspaceOptions options, String name) {
    this.options = options;
    this.name = name;
  }

  void print(ListMerge merge, boolean preview) {
    if (options.json()) {
      options.printJson(document(merge, preview));
      return;
    }
    merge.notes().forEach(options::say);
    long taken = merge.differing().stream().filter(ListMerge.Difference::theirsWins).count();
    options
        .out()
        .printf(
            "%s %s: %,d %s, %,d replaced, %,d kept as you had them, %,d with facts filled in, %,d"
                + " the same; %,d on your list only.%n",
            preview ? "Preview of" : "Imported",
            name,
            merge.fresh().size(),
            preview ? "to add" : "added",
            taken,
            merge.differing().size() - taken,
            merge.filled().size(),
            merge.same().size(),
            merge.onlyMine().size());
    if (merge.changes().isEmpty()) {
      options.say(
          "Nothing %s: %s."
              .formatted(
                  preview ? "would change" : "has changed",
                  merge.differing().isEmpty()
                      ? "your list says all that already"
                      : "where the lists differ, yours stays"));
    }
    if (!merge.unknown().isEmpty()) {
      int unknown = merge.unknown().size();
      options.say(
          "%,d of its titles %s not in the data set, and kept all the same (osusume list show --unknown)."
              .formatted(unknown, unknown == 1 ? "is" : "are"));
    }
    if (preview) {
      printDiffering(merge.differing());
    }
  }

  private void printDiffering(List<ListMerge.Difference> differing) {
    differing.stream()
        .limit(NAMED)
        .forEach(
            title ->
                options
                    .out()
                    .printf(
                        "%s: yours %s, theirs %s: %s stays%n",
                        title.mine().title(),
                        ChangeText.text(title.mine()),
                        ChangeText.text(title.theirs()),
                        title.theirsWins() ? "theirs" : "yours"));
    if (differing.size() > NAMED) {
      options.out().printf("and %,d more (--json has all)%n", differing.size() - NAMED);
    }
  }

  private ObjectNode document(ListMerge merge, boolean preview) {
    long taken = merge.differing().stream().filter(ListMerge.Difference::theirsWins).count();
    ObjectNode document = Json.mapper().createObjectNode();
    document
        .put("name", name)
        .put("merge", merge.rule().name().toLowerCase(Locale.ROOT))
        .put("preview", preview)
        .put("changed", merge.changes().size())
        .put("added", merge.fresh().size())
        .put("replaced", taken)
        .put("kept", merge.differing().size() - taken)
        .put("filled", merge.filled().size())
        .put("same", merge.same().size())
        .put("only_mine", merge.onlyMine().size())
        .put("unknown", merge.unknown().size());
    merge.notes().forEach(document.putArray("notes")::add);
    ArrayNode differing = document.putArray("differing");
    for (ListMerge.Difference title : merge.differing()) {
      ObjectNode node = differing.addObject();
      node.put("title", title.mine().key().toString());
      node.set("mine", EntryJson.of(title.mine()));
      node.set("theirs", EntryJson.of(title.theirs()));
      node.set("after", EntryJson.of(title.after()));
    }
    ArrayNode unknown = document.putArray("unknown_titles");
    merge.unknown().stream().map(ListEntry::title).forEach(unknown::add);
    return document;
  }
}
