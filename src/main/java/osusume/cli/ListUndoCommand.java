package osusume.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code osusume list undo}: takes back the last change. */
@Command(
    name = "undo",
    description = "Takes back the last change of your list that was not taken back yet.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListUndoCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions options;

  @Override
  public Integer call() throws IOException {
    new ChangeText(options).printUndone(options.list().undo());
    return 0;
  }
}
