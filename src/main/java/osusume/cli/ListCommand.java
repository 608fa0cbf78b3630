package osusume.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code osusume list}: the person's own list; without a further word it is shown. */
@Command(
    name = "list",
    description = "Shows and changes your own list; without a further command it is shown.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class,
    subcommands = {
      ListShowCommand.class,
      ListRateCommand.class,
      ListMarkCommand.class,
      ListRemoveCommand.class,
      ListUndoCommand.class,
      ListNextCommand.class,
      ListImportCommand.class,
      ListExportCommand.class,
      ListStatsCommand.class,
      ListBackupsCommand.class,
      ListRestoreCommand.class
    })
final class ListCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Mixin private ListView view;

  @Override
  public Integer call() throws IOException {
    view.print(options);
    return 0;
  }
}
