package osusume.chat.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import osusume.chat.Ground;
import osusume.progress.Progress;

/** A tool whose schema and whose reading of arguments come from one list of {@link Argument}s. */
abstract class ArgumentTool implements Tool {
  private final String name;
  private final String description;
  private final List<Argument> arguments;

  /** What a call is made with beside its arguments. */
  record Call(Ground ground, ListDoor list, Progress progress) {}

  ArgumentTool(String name, String description, List<Argument> arguments) {
    this.name = name;
    this.description = description;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final ObjectNode schema() {
    return Argument.schema(arguments);
  }

  @Override
  public final String inWords(JsonNode given, Ground ground) {
    return inWords(Arguments.readable(arguments, given), ground);
  }

  @Override
  public final ToolResult call(JsonNode given, Ground ground, ListDoor list, Progress progress)
      throws ToolArgumentException {
    Arguments read = Arguments.read(arguments, given);
    progress.check();
    try {
      return call(read, new Call(ground, list, progress));
    } catch (IllegalArgumentException e) {
      // What lies below words its refusals for a person, and a model can mend its call by them.
      // It may quote what the call held, of which no sign may turn or hide text on a screen.
      ToolArgumentException refused =
          new ToolArgumentException(e.getMessage().replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " "));
      refused.initCause(e);
      throw refused;
    }
  }

  /** What a call with these arguments does, in a line. */
  abstract String inWords(Arguments arguments, Ground ground);

  abstract ToolResult call(Arguments arguments, Call call) throws ToolArgumentException;
}
