package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import osusume.app.Opened;
import osusume.app.SettingsFile;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Outcome;
import osusume.data.download.DownloadAddress;
import osusume.progress.Pause;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume import}: keeps Kaggle's files as a data set. */
@Command(
    name = "import",
    description =
        "Imports Kaggle's archive.zip, or its anime.csv and rating.csv, and opens that data set."
            + " With --download it gets the archive first; a download that was interrupted goes on"
            + " where it stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ImportCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions options;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "archive.zip, or anime.csv and rating.csv")
  private List<Path> files;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what to call the data set, replacing what had that name (default: kaggle)")
  private String name;

  @Option(names = "--download", description = "download the data set instead of naming files")
  private boolean download;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "where to download it from (default: what the settings say, usually Kaggle)")
  private String from;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireOneSource();
    Opened opened = download ? downloaded() : imported();
    Dataset data = opened.data();
    if (options.json()) {
      options.printJson(document(data));
    } else {
      print(data);
    }
    return 0;
  }

  private void requireOneSource() {
    boolean named = files != null && !files.isEmpty();
    if (download == named) {
      throw wrong(
          download
              ? "Name files or --download, not both."
              : "Name the files to import, or --download.");
    }
    if (from != null && !download) {
      throw wrong("--from says where to download from; it goes with --download.");
    }
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private Opened imported() throws IOException {
    return options.workspace().importFiles(name, files, options.progress(), options::tell);
  }

  private Opened downloaded() throws IOException {
    DownloadAddress address =
        from == null
            ? new SettingsFile(options.places().settings()).read().downloadFrom()
            : DownloadAddress.parse(from);
    options.say(
        ("Downloading from %s. Ctrl+C interrupts it; the same command goes on with it if the server"
                + " can.")
            .formatted(address.host()));
    return options
        .workspace()
        .download(address, name, options.progress(), new Pause(), options::tell);
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
