package osusume.cli;

import picocli.CommandLine;

/** Makes the commands with the streams they print to. */
final class CommandFactory implements CommandLine.IFactory {
  private final Streams streams;

  CommandFactory(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == WorkspaceOptions.class) {
      return type.cast(new WorkspaceOptions(streams));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
