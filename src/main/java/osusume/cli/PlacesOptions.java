package osusume.cli;

import java.nio.file.Path;
import osusume.app.Places;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Where the program keeps its files, if not where it usually does; said before or after the
 * command.
 */
final class PlacesOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "folder of the data sets")
  private Path data;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "folder of the models")
  private Path models;

  Places places() {
    return Places.find(data, models);
  }
}
