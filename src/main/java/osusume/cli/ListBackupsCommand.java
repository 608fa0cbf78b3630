package osusume.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import osusume.mylist.ListBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code osusume list backups}: the copies of the list there are. */
@Command(
    name = "backups",
    description = "Lists the backups of your list, the latest first.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListBackupsCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions options;

  @Override
  public Integer call() throws IOException {
    List<ListBackup> backups = options.list().backups();
    List<Map<String, Object>> documents = new ArrayList<>();
    TextTable table = new TextTable("taken", ">titles");
    for (ListBackup backup : backups) {
      Integer titles = titles(backup);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("taken", backup.taken().toString());
      document.put("titles", titles);
      document.put("file", backup.file().toString());
      documents.add(document);
      table.add(backup.taken().toString(), titles == null ? "damaged" : "%,d".formatted(titles));
    }
    if (options.json()) {
      options.printJson(documents);
    } else if (backups.isEmpty()) {
      options.say("There are no backups yet; one is made before the first change of each day.");
    } else {
      table.print(options.out());
    }
    return 0;
  }

  /** How many titles it holds; null: it can't be used. */
  private static Integer titles(ListBackup backup) {
    try {
      return backup.read().size();
    } catch (IOException e) {
      return null;
    }
  }
}
