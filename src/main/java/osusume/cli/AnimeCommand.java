package osusume.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import osusume.app.AnimeDocument;
import osusume.data.Anime;
import osusume.data.AnimeColumn;
import osusume.data.AnimeQuery;
import osusume.data.Catalogue;
import osusume.data.Matches;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume anime}: lists the titles that fit. */
@Command(
    name = "anime",
    description = "Lists the titles that fit every given filter.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class AnimeCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Mixin private AnimeFilterOptions filter;
  @Mixin private PageOptions page;
  @Spec private CommandSpec spec;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      description =
          "anime_id, name, genre, type, episodes, rating or members; -COLUMN: largest first")
  private String sort;

  @Override
  public Integer call() throws IOException {
    AnimeQuery query =
        new AnimeQuery(
            filter.filter(),
            column(),
            sort != null && sort.startsWith("-"),
            page.offset(),
            page.limit());
    Catalogue catalogue = options.open().data().catalogue();
    Matches matches = query.filter().match(catalogue);
    int[] rows = query.rows(catalogue, matches);
    if (options.json()) {
      options.streamJson(json -> AnimeDocument.writeAll(catalogue, rows, json));
      return 0;
    }
    TextTable table =
        new TextTable(">id", "name", "type", ">episodes", ">rating", ">members", "genres");
    for (int row : rows) {
      Anime anime = catalogue.anime(row);
      table.add(
          String.valueOf(anime.id()),
          anime.name(),
          anime.type(),
          anime.episodes() < 0 ? "–" : String.valueOf(anime.episodes()),
          Double.isNaN(anime.rating()) ? "–" : String.format(Locale.ROOT, "%.2f", anime.rating()),
          String.format(Locale.ROOT, "%,d", anime.members()),
          anime.genreText());
    }
    table.print(options.out());
    int fitting = matches.count();
    String shown = rows.length == fitting ? "" : ", %,d of them shown".formatted(rows.length);
    options.say("%,d of %,d titles fit%s.".formatted(fitting, catalogue.size(), shown));
    return 0;
  }

  private AnimeColumn column() {
    if (sort == null) {
      return null;
    }
    String name = sort.startsWith("-") ? sort.substring(1) : sort;
    return AnimeColumn.named(name)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Titles can't be sorted by '%s'; there are: %s."
                        .formatted(
                            name,
                            String.join(
                                ", ",
                                Arrays.stream(AnimeColumn.values())
                                    .map(AnimeColumn::columnName)
                                    .toList()))));
  }
}
