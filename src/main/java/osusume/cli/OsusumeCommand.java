package osusume.cli;

import java.util.concurrent.Callable;
import osusume.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** {@code osusume} itself: without a command it opens the window. */
@Command(
    name = "osusume",
    description = "Recommends which anime to watch next. Without a command it opens the window.",
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

  private final CommandLineTool.WindowOpener window;

  OsusumeCommand(CommandLineTool.WindowOpener window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    return window.open(places.places());
  }

  /** What {@code --version} prints. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"osusume " + Version.CURRENT};
    }
  }
}
