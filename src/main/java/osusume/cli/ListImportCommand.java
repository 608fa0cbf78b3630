package osusume.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import osusume.data.Catalogue;
import osusume.mylist.ImportedList;
import osusume.mylist.ListChange;
import osusume.mylist.ListMerge;
import osusume.mylist.ListStore;
import osusume.mylist.MergeRule;
import osusume.mylist.io.AniListClient;
import osusume.mylist.io.ListFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume list import}: merges a file, or what a site knows, into the list. */
@Command(
    name = "import",
    description =
        "Merges a list into yours: MyAnimeList's export (.xml or .xml.gz), a CSV or JSON file of"
            + " Osusume's, or a public list of AniList.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListImportCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "the file to import")
  private Path file;

  @Option(
      names = "--anilist",
      paramLabel = "NAME",
      description = "fetch the public list of this AniList user instead; asks graphql.anilist.co")
  private String user;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "for --anilist: another address to ask (default: https://graphql.anilist.co)")
  private URI from = AniListClient.ADDRESS;

  @Option(
      names = "--merge",
      paramLabel = "theirs|mine|newest",
      defaultValue = "newest",
      description =
          "which entry stays where both lists have a title: the imported one, yours, or the one"
              + " changed last (default: ${DEFAULT-VALUE})")
  private MergeRule rule;

  @Option(names = "--preview", description = "only say what would change")
  private boolean preview;

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (user == null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Say what to import: either FILE, or --anilist NAME.");
    }
    Catalogue catalogue = options.open().data().catalogue();
    ListStore store = options.list();
    ImportedList imported =
        store.dated(
            file == null
                ? new AniListClient(from).fetch(user, options.progress())
                : ListFile.read(file, options.progress()));
    MergeText text = new MergeText(options, imported.name());
    if (preview) {
      text.print(ListMerge.of(store.list(), imported, rule, catalogue), true);
      return 0;
    }
    // Worked out on what the list is when it is written: another program may have changed it.
    ListMerge[] done = new ListMerge[1];
    Optional<ListChange> change =
        store.change(
            ListChange.Kind.IMPORT,
            list -> {
              done[0] = ListMerge.of(list, imported, rule, catalogue);
              return done[0].changes();
            });
    store.remember(imported);
    text.print(done[0], false);
    if (change.isPresent()) {
      options.say("\"osusume list undo\" takes it back.");
    }
    return 0;
  }
}
