package osusume.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code osusume list show}: the entries that fit. */
@Command(
    name = "show",
    description = "Shows the titles of your list that fit every given filter.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListShowCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Mixin private ListView view;

  @Override
  public Integer call() throws IOException {
    view.print(options);
    return 0;
  }
}
