package osusume.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import osusume.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code osusume} itself: without a command it opens the window. */
@Command(
    name = "osusume",
    description = {
      "Recommends which anime to watch next. Without a command it opens the window, which takes the"
          + " files that are named: your list as MyAnimeList or Osusume exports it, or a data set."
    },
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class,
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      ImportCommand.class,
      TrainCommand.class,
      AnimeCommand.class,
      UserCommand.class,
      RecommendCommand.class,
      TalkCommand.class,
      ListCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      ServeCommand.class,
      PapersCommand.class
    })
final class OsusumeCommand implements Callable<Integer> {
  @Mixin private PlacesOptions places;

  @Parameters(paramLabel = "FILE", description = "files for the window to take")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  private final CommandLineTool.WindowOpener window;

  OsusumeCommand(CommandLineTool.WindowOpener window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new UnmatchedArgumentException(spec.commandLine(), List.of(file.toString()));
      }
    }
    return window.open(places.places(), files.stream().map(Path::toAbsolutePath).toList());
  }

  /** What {@code --version} prints. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"osusume " + Version.CURRENT};
    }
  }
}
