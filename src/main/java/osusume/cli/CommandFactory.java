package osusume.cli;

import picocli.CommandLine;

/** Makes the commands with the streams they print to and the places they share. */
final class CommandFactory implements CommandLine.IFactory {
  private final Streams streams;
  private final AssistantDoor assistants;
  private final PlacesOptions places = new PlacesOptions();

  CommandFactory(Streams streams, AssistantDoor assistants) {
    this.streams = streams;
    this.assistants = assistants;
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
    if (type == EvaluateCommand.class) {
      return type.cast(new EvaluateCommand(assistants));
    }
    if (type == TalkCommand.class) {
      return type.cast(new TalkCommand(assistants));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
