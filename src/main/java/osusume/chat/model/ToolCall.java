package osusume.chat.model;

/**
 * A model asks for a tool.
 *
 * @param id by which the result names the call; made up where the server left it out
 * @param name of the tool, as the model has it
 * @param arguments as the model wrote them; meant to be JSON, and not always so
 */
public record ToolCall(String id, String name, String arguments) {}
