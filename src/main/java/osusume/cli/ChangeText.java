package osusume.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import osusume.json.Json;
import osusume.mylist.EntryJson;
import osusume.mylist.ListChange;
import osusume.mylist.ListEntry;
import osusume.mylist.LocalMoment;

/** What became of the titles of a list, in words or as JSON. */
final class ChangeText {
  /** More are only counted. */
  private static final int NAMED = 20;

  private final WorkspaceOptions options;

  ChangeText(WorkspaceOptions options) {
    this.options = options;
  }

  /**
   * @param change empty: nothing had to be changed
   * @param title what the change was about
   */
  void print(Optional<ListChange> change, String title) {
    List<ListChange.OfTitle> titles = change.map(ListChange::titles).orElse(List.of());
    if (options.json()) {
      options.printJson(document(titles));
    } else if (titles.isEmpty()) {
      options.say("%s: nothing changes.".formatted(title));
    } else {
      print(titles);
    }
  }

  /**
   * @param undone the change that was taken back; empty: there was none
   */
  void printUndone(Optional<ListChange> undone) {
    List<ListChange.OfTitle> titles =
        undone
            .map(
                change ->
                    change.titles().reversed().stream()
                        .map(
                            title ->
                                new ListChange.OfTitle(title.key(), title.after(), title.before()))
                        .toList())
            .orElse(List.of());
    if (options.json()) {
      options.printJson(document(titles));
    } else if (titles.isEmpty()) {
      options.say("There is nothing to undo.");
    } else {
      print(titles);
      options.say(
          "Undone: the %s of %s."
              .formatted(
                  undone.orElseThrow().kind().name().toLowerCase(Locale.ROOT),
                  LocalMoment.text(undone.orElseThrow().at())));
    }
  }

  /** Title by title, the first ones. */
  void print(List<ListChange.OfTitle> titles) {
    titles.stream()
        .limit(NAMED)
        .forEach(
            title -> {
              ListEntry named = title.after() == null ? title.before() : title.after();
              options
                  .out()
                  .printf(
                      "%s: %s → %s%n", named.title(), text(title.before()), text(title.after()));
            });
    if (titles.size() > NAMED) {
      options.out().printf("and %,d more%n", titles.size() - NAMED);
    }
  }

  /** An entry in a few words. */
  static String text(ListEntry entry) {
    if (entry == null) {
      return "not on the list";
    }
    String score = entry.score() == 0 ? "" : ", " + entry.score();
    String reason = entry.reason().isEmpty() ? "" : " (%s)".formatted(entry.reason());
    return EntryJson.text(entry.status()) + score + reason;
  }

  private static ObjectNode document(List<ListChange.OfTitle> titles) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.put("changed", titles.size());
    ArrayNode list = document.putArray("titles");
    for (ListChange.OfTitle title : titles) {
      ObjectNode node = list.addObject().put("title", title.key().toString());
      node.set("before", title.before() == null ? null : EntryJson.of(title.before()));
      node.set("after", title.after() == null ? null : EntryJson.of(title.after()));
    }
    return document;
  }
}
