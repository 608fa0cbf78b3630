package osusume.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import osusume.data.Catalogue;
import osusume.mylist.ListEdit;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume list rate}: gives a title a score. */
@Command(
    name = "rate",
    description = "Rates a title, 1 to 10; 0 takes the score away.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListRateCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ANIME",
      description = "its id or name, or a part of the name that no other title has")
  private String anime;

  @Parameters(index = "1", paramLabel = "SCORE", description = "1 to 10; 0: none")
  private int score;

  @Override
  public Integer call() throws IOException {
    if (score < 0 || score > ListEntry.HIGHEST) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "SCORE is %d, but must be 1 to 10, or 0 for none.".formatted(score));
    }
    Catalogue catalogue = options.open().data().catalogue();
    ListStore store = options.list();
    NamedTitle title = NamedTitle.find(anime, catalogue, store.list());
    new ChangeText(options)
        .print(store.edit(title.key(), ListEdit.rate(title.begun(), score)), title.anime().name());
    return 0;
  }
}
