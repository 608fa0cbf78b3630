package osusume.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import osusume.data.Catalogue;
import osusume.mylist.ListEdit;
import osusume.mylist.ListStore;
import osusume.mylist.Status;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume list mark}: says how the person stands to a title. */
@Command(
    name = "mark",
    description = "Says how you stand to a title.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListMarkCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ANIME",
      description = "its id or name, or a part of the name that no other title has")
  private String anime;

  @Parameters(
      index = "1",
      paramLabel = "STATUS",
      description = "watching, completed, on_hold, dropped, planned or not_interested",
      converter = StatusName.class)
  private Status status;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why you are not interested")
  private String reason;

  @Override
  public Integer call() throws IOException {
    if (reason != null && status != Status.NOT_INTERESTED) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--reason says why you are not interested: mark it not_interested.");
    }
    Catalogue catalogue = options.open().data().catalogue();
    ListStore store = options.list();
    NamedTitle title = NamedTitle.find(anime, catalogue, store.list());
    ListEdit edit =
        reason == null
            ? ListEdit.mark(title.begun(), status)
            : ListEdit.notInterested(title.begun(), reason);
    new ChangeText(options).print(store.edit(title.key(), edit), title.anime().name());
    return 0;
  }
}
