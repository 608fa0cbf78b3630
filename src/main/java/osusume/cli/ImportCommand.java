package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code osusume import}: keeps Kaggle's files as a data set. */
@Command(
    name = "import",
    description =
        "Imports Kaggle's archive.zip, or its anime.csv and rating.csv, and opens that data set.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ImportCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions options;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "archive.zip, or anime.csv and rating.csv")
  private List<Path> files;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what to call the data set, replacing what had that name (default: kaggle)")
  private String name;

  @Override
  public Integer call() throws IOException {
    Opened opened = options.workspace().importFiles(name, files, options.progress(), options::tell);
    Dataset data = opened.data();
    if (options.json()) {
      options.printJson(document(data));
    } else {
      print(data);
    }
    return 0;
  }

  private static Map<String, Object> document(Dataset data) {
    ImportReport report = data.report();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("anime", report.anime());
    document.put("users", report.users());
    document.put("ratings", report.ratings());
    document.put("unrated", report.unrated());
    document.put("dropped", report.counts(Outcome.DROPPED));
    document.put("mended", report.counts(Outcome.MENDED));
    document.put("fingerprint", data.fingerprint());
    document.put("dataset", data.name());
    return document;
  }

  private void print(Dataset data) {
    ImportReport report = data.report();
    options
        .out()
        .printf(
            "Imported as \"%s\": %,d anime, %,d users, %,d ratings (%,d of them watched, not"
                + " rated).%n",
            data.name(), report.anime(), report.users(), report.ratings(), report.unrated());
    for (ImportReport.Finding finding : report.findings()) {
      options
          .out()
          .printf(
              "%s %,d in %s: %s (line%s %s%s)%n",
              finding.cause().outcome() == Outcome.DROPPED ? "Dropped" : "Mended",
              finding.count(),
              finding.file(),
              finding.cause().meaning(),
              finding.firstLines().size() == 1 ? "" : "s",
              String.join(", ", finding.firstLines().stream().map(String::valueOf).toList()),
              finding.count() > finding.firstLines().size() ? ", …" : "");
    }
  }
}
