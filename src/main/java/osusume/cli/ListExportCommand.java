package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import osusume.mylist.MyList;
import osusume.mylist.io.ListExport;
import osusume.mylist.io.ListFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume list export}: writes the list to a file that can be imported again. */
@Command(
    name = "export",
    description =
        "Writes your list to a file: .xml or .xml.gz as MyAnimeList imports it, .csv, or .json.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListExportCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the file to write; replaced if it is there")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "xml|csv|json",
      description = "in which form (default: by the end of the file's name)")
  private String wanted;

  @Override
  public Integer call() throws IOException {
    ListFormat format = format();
    MyList list = options.list().list();
    ListExport.write(file, list, format);
    if (options.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", file.toString());
      document.put("format", format.suffix());
      document.put("titles", list.size());
      options.printJson(document);
    } else {
      options.out().printf("Wrote %,d titles to %s.%n", list.size(), file);
    }
    return 0;
  }

  private ListFormat format() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return Arrays.stream(ListFormat.values())
        .filter(
            format ->
                wanted == null
                    ? plain.endsWith("." + format.suffix())
                    : wanted.equalsIgnoreCase(format.suffix()))
        .findFirst()
        .orElseThrow(this::noFormat);
  }

  private CommandLine.ParameterException noFormat() {
    String known =
        Arrays.stream(ListFormat.values())
            .map(ListFormat::suffix)
            .collect(Collectors.joining(", "));
    return new CommandLine.ParameterException(
        spec.commandLine(),
        wanted == null
            ? "The name %s does not say in which form. Let it end in .xml, .xml.gz, .csv or .json, or add --format with one of: %s."
                .formatted(file, known)
            : "There is no format '%s'; there are: %s.".formatted(wanted, known));
  }
}
