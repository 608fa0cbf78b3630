package osusume.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import osusume.mylist.EntryJson;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStatistics;
import osusume.mylist.MyList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code osusume list stats}: the list in figures. */
@Command(
    name = "stats",
    description = "Your list in figures: ratings, genres, types, years, hours.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListStatsCommand implements Callable<Integer> {
  /** Genres that are named. */
  private static final int GENRES = 10;

  @Mixin private DatasetOptions options;

  @Override
  public Integer call() throws IOException {
    MyList list = options.list().list();
    ListStatistics figures = ListStatistics.of(list, options.open().data().catalogue());
    if (options.json()) {
      options.printJson(document(list, figures));
    } else {
      print(list, figures);
    }
    return 0;
  }

  private void print(MyList list, ListStatistics figures) {
    line("%,d titles, %,d of them not in the data set", list.size(), figures.unknown());
    figures.byStatus().forEach((status, count) -> line("%7d  %s", count, EntryJson.text(status)));
    line(
        "%,d episodes, about %,.0f hours; %,d rewatches",
        figures.episodes(), figures.hours(), figures.rewatches());
    line("mean score %s", mean(figures.meanScore()));
    for (int score = ListEntry.HIGHEST; score > 0; score--) {
      line("%7d  rated %d", figures.scores().get(score), score);
    }
    table("genre", figures.byGenre().stream().limit(GENRES).toList());
    table("type", figures.byType());
    figures.byYear().forEach((year, count) -> line("%7d  finished in %d", count, year));
    if (figures.withoutYear() > 0) {
      line("%7d  without a date", figures.withoutYear());
    }
  }

  private void line(String format, Object... values) {
    options.out().println(format.formatted(values));
  }

  private void table(String what, List<ListStatistics.Group> groups) {
    TextTable table = new TextTable(what, ">titles", ">mean score");
    groups.forEach(
        group -> table.add(group.name(), "%,d".formatted(group.titles()), mean(group.meanScore())));
    table.print(options.out());
  }

  private static String mean(double mean) {
    return Double.isNaN(mean) ? "–" : String.format(Locale.ROOT, "%.2f", mean);
  }

  private static Map<String, Object> document(MyList list, ListStatistics figures) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("titles", list.size());
    document.put("unknown", figures.unknown());
    Map<String, Object> statuses = new LinkedHashMap<>();
    figures.byStatus().forEach((status, count) -> statuses.put(EntryJson.text(status), count));
    document.put("status", statuses);
    document.put("scores", figures.scores().subList(1, figures.scores().size()));
    document.put("unrated", figures.scores().getFirst());
    document.put("mean_score", known(figures.meanScore()));
    document.put("genres", groups(figures.byGenre()));
    document.put("types", groups(figures.byType()));
    document.put("years", figures.byYear());
    document.put("without_year", figures.withoutYear());
    document.put("episodes", figures.episodes());
    document.put("hours", figures.hours());
    document.put("rewatches", figures.rewatches());
    return document;
  }

  private static List<Map<String, Object>> groups(List<ListStatistics.Group> groups) {
    return groups.stream().map(ListStatsCommand::group).toList();
  }

  private static Map<String, Object> group(ListStatistics.Group group) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", group.name());
    document.put("titles", group.titles());
    document.put("scored", group.scored());
    document.put("mean_score", known(group.meanScore()));
    return document;
  }

  private static Double known(double mean) {
    return Double.isNaN(mean) ? null : mean;
  }
}
