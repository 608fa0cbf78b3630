package osusume.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.mylist.EntryJson;
import osusume.mylist.ListColumn;
import osusume.mylist.ListEntry;
import osusume.mylist.ListFilter;
import osusume.mylist.ListTitle;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which titles of the person's list are shown, and how. */
final class ListView {
  /** What is said of a list that nothing is on. */
  static final String EMPTY =
      "Your list is empty. Fill it with: osusume list import FILE, or osusume list rate ANIME"
          + " SCORE.";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private AnimeFilterOptions filter;
  @Mixin private PageOptions page;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "watching, completed, on_hold, dropped, planned or not_interested; repeat it and any may"
              + " match",
      converter = StatusName.class)
  private List<Status> statuses = List.of();

  @Option(names = "--unknown", description = "only titles that the data set does not know")
  private boolean unknown;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "text that the title, your tags or your comments contain")
  private String text = "";

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      description =
          "title, type, seen, status, score, community, difference, finished or changed; -COLUMN:"
              + " largest first (default: as they came onto the list)")
  private String sort;

  void print(DatasetOptions options) throws IOException {
    ListColumn column = column();
    Catalogue catalogue = options.open().data().catalogue();
    MyList list = options.list().list();
    List<ListTitle> fitting = fitting(list, catalogue, column);
    List<ListTitle> shown =
        fitting.stream()
            .skip(page.offset())
            .limit(page.limit() == null ? Long.MAX_VALUE : page.limit())
            .toList();
    if (options.json()) {
      options.printJson(shown.stream().map(ListView::document).toList());
      return;
    }
    TextTable table =
        new TextTable("id", "title", "type", "status", ">score", ">seen", ">changed", "");
    shown.forEach(title -> add(table, title));
    table.print(options.out());
    options.say(counted(fitting.size(), list.size(), shown.size()));
  }

  private static String counted(int fitting, int all, int shown) {
    if (all == 0) {
      return EMPTY;
    }
    return "%,d of %,d titles fit%s."
        .formatted(fitting, all, shown == fitting ? "" : ", %,d of them shown".formatted(shown));
  }

  private List<ListTitle> fitting(MyList list, Catalogue catalogue, ListColumn column) {
    AnimeFilter wanted = filter.filter();
    // What the data set does not know fits no filter of titles.
    boolean any = wanted.equals(AnimeFilter.ALL);
    BitSet rows = new BitSet();
    Arrays.stream(wanted.match(catalogue).toArray()).forEach(rows::set);
    Stream<ListTitle> titles =
        new ListFilter(null, unknown, text)
            .of(list, catalogue).titles().stream()
                .filter(title -> statuses.isEmpty() || statuses.contains(title.entry().status()))
                .filter(
                    title ->
                        any || (title.known() && rows.get(title.entry().key().rowIn(catalogue))));
    return (column == null ? titles : titles.sorted(column.order(sort.startsWith("-")))).toList();
  }

  private ListColumn column() {
    if (sort == null) {
      return null;
    }
    String name = sort.startsWith("-") ? sort.substring(1) : sort;
    try {
      return ListColumn.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          command.commandLine(),
          "A list can't be sorted by '%s'; there are: %s."
              .formatted(
                  name,
                  Arrays.stream(ListColumn.values())
                      .map(column -> column.name().toLowerCase(Locale.ROOT))
                      .collect(Collectors.joining(", "))));
    }
  }

  private static void add(TextTable table, ListTitle title) {
    ListEntry entry = title.entry();
    String of = title.episodes() < 0 ? "" : "/" + title.episodes();
    table.add(
        entry.key().toString(),
        title.anime().name(),
        title.anime().type(),
        EntryJson.text(entry.status()),
        entry.score() == 0 ? "–" : String.valueOf(entry.score()),
        entry.seen() + of,
        LocalDate.ofInstant(entry.changed(), ZoneId.systemDefault()).toString(),
        title.known() ? "" : "not in the data set");
  }

  private static ObjectNode document(ListTitle title) {
    return EntryJson.of(title.entry()).put("known", title.known());
  }
}
