package osusume.cli;

import java.nio.file.Path;
import osusume.app.Places;
import picocli.CommandLine.Option;

/** Where the program keeps its files, if not where it usually does. */
final class PlacesOptions {
  @Option(names = "--data", paramLabel = "DIR", description = "folder of the data sets")
  private Path data;

  @Option(names = "--models", paramLabel = "DIR", description = "folder of the models")
  private Path models;

  Places places() {
    return Places.find(data, models);
  }
}
