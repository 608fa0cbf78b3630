package osusume.cli;

import picocli.CommandLine;

/** Makes the commands with the streams they print to and the places they share. */
final class CommandFactory implements CommandLine.IFactory {
  private final Streams streams;
  private final PlacesOptions places = new PlacesOptions();

  CommandFactory(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == PlacesOptions.class) {
      return type.cast(places);
    }
    if (type == DatasetOptions.class) {
      return type.cast(new DatasetOptions(streams, places));
    }
    if (type == WorkspaceOptions.class) {
      return type.cast(new WorkspaceOptions(streams, places));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
