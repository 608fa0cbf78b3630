package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One argument of a tool. {@link Arguments} reads it and the tool's schema describes it, both from
 * here, so that they can't disagree.
 *
 * @param name in snake case
 * @param type what its value can be
 * @param meaning for a model, in a few words
 * @param required whether a call without it is refused
 */
record Argument(String name, Type type, String meaning, boolean required) {
  /** What a value can be. */
  sealed interface Type {
    /** true or false. */
    record Flag() implements Type {}

    /** A whole number, both ends included. */
    record Whole(int least, int most) implements Type {}

    /** A number, both ends included. */
    record Decimal(double least, double most) implements Type {}

    /** A text that is not blank. */
    record Text(int longest) implements Type {}

    /** One of these words, whatever the case. */
    record Choice(List<String> words) implements Type {}

    /** A title: its MyAnimeList id, or its name. */
    record Title() implements Type {}

    /** A number, a text or a list of them. */
    record Value() implements Type {}

    /** From one value to {@code most}; one alone stands for a list of one. */
    record Several(Type of, int most) implements Type {}

    /** An object with arguments of its own. */
    record Parts(List<Argument> fields) implements Type {}
  }

  private static final int LONGEST_TEXT = 200;

  static Argument flag(String name, String meaning) {
    return new Argument(name, new Type.Flag(), meaning, false);
  }

  static Argument whole(String name, int least, int most, String meaning) {
    return new Argument(name, new Type.Whole(least, most), meaning, false);
  }

  static Argument decimal(String name, double least, double most, String meaning) {
    return new Argument(name, new Type.Decimal(least, most), meaning, false);
  }

  static Argument text(String name, String meaning) {
    return new Argument(name, new Type.Text(LONGEST_TEXT), meaning, false);
  }

  static Argument choice(String name, List<String> words, String meaning) {
    return new Argument(name, new Type.Choice(List.copyOf(words)), meaning, false);
  }

  static Argument title(String name, String meaning) {
    return new Argument(name, new Type.Title(), meaning, false);
  }

  static Argument value(String name, String meaning) {
    return new Argument(name, new Type.Value(), meaning, false);
  }

  static Argument parts(String name, List<Argument> fields, String meaning) {
    return new Argument(name, new Type.Parts(List.copyOf(fields)), meaning, false);
  }

  /** A list of what this is one of. */
  Argument upTo(int most) {
    return new Argument(name, new Type.Several(type, most), meaning, required);
  }

  /** The same, which must be there. */
  Argument needed() {
    return new Argument(name, type, meaning, true);
  }

  /** The schema of an object with some arguments and no others. */
  static ObjectNode schema(List<Argument> arguments) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Argument argument : arguments) {
      ObjectNode property = schema(argument.type);
      property.put("description", argument.meaning);
      properties.set(argument.name, property);
      if (argument.required) {
        required.add(argument.name);
      }
    }
    schema.set("required", required);
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode schema(Type type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    return switch (type) {
      case Type.Flag _ -> schema.put("type", "boolean");
      case Type.Whole whole ->
          schema.put("type", "integer").put("minimum", whole.least).put("maximum", whole.most);
      case Type.Decimal number ->
          schema.put("type", "number").put("minimum", number.least).put("maximum", number.most);
      case Type.Text text ->
          schema.put("type", "string").put("minLength", 1).put("maxLength", text.longest);
      case Type.Choice choice -> {
        ArrayNode words = schema.put("type", "string").putArray("enum");
        choice.words.forEach(words::add);
        yield schema;
      }
      case Type.Title _ -> types(schema, "string", "integer");
      case Type.Value _ -> {
        types(schema, "string", "number", "boolean", "array");
        types(schema.putObject("items"), "string", "number");
        yield schema;
      }
      case Type.Several several -> {
        schema.put("type", "array").set("items", schema(several.of));
        yield schema.put("minItems", 1).put("maxItems", several.most);
      }
      case Type.Parts parts -> schema(parts.fields);
    };
  }

  private static ObjectNode types(ObjectNode schema, String... names) {
    ArrayNode types = schema.putArray("type");
    for (String name : names) {
      types.add(name);
    }
    return schema;
  }
}
