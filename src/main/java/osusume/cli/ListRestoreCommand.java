package osusume.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import osusume.mylist.ListBackup;
import osusume.mylist.ListStore;
import osusume.mylist.LocalMoment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code osusume list restore}: puts the list back to what a backup holds. */
@Command(
    name = "restore",
    description = "Puts your list back to what a backup holds; that too can be undone.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListRestoreCommand implements Callable<Integer> {
  private static final String LATEST = "latest";

  @Mixin private WorkspaceOptions options;

  @Parameters(
      paramLabel = "BACKUP",
      description = "when it was taken, as \"list backups\" says, or the start of that; or: latest")
  private String wanted;

  @Override
  public Integer call() throws IOException {
    ListStore store = options.list();
    ListBackup backup = find(store.backups());
    new ChangeText(options)
        .print(
            store.restore(backup), "The backup of %s".formatted(LocalMoment.text(backup.taken())));
    return 0;
  }

  private ListBackup find(List<ListBackup> backups) {
    if (backups.isEmpty()) {
      throw new IllegalArgumentException("There are no backups of your list yet.");
    }
    if (wanted.equals(LATEST)) {
      return backups.getFirst();
    }
    List<ListBackup> found =
        backups.stream()
            .filter(backup -> backup.taken().toString().startsWith(wanted.strip()))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%s begins with '%s'. The latest is of %s; \"osusume list backups\" shows all."
              .formatted(
                  found.isEmpty()
                      ? "The time of no backup"
                      : "The time of %,d backups".formatted(found.size()),
                  wanted,
                  backups.getFirst().taken()));
    }
    return found.getFirst();
  }
}
