package osusume.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import osusume.data.Catalogue;
import osusume.mylist.ListEdit;
import osusume.mylist.ListStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code osusume list remove}: takes a title off the list. */
@Command(
    name = "remove",
    description = "Takes a title off your list.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListRemoveCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;

  @Parameters(
      index = "0",
      paramLabel = "ANIME",
      description = "its id or name, or a part of the name that no other title has")
  private String anime;

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = options.open().data().catalogue();
    ListStore store = options.list();
    NamedTitle title = NamedTitle.find(anime, catalogue, store.list());
    new ChangeText(options).print(store.edit(title.key(), ListEdit.remove()), title.anime().name());
    return 0;
  }
}
