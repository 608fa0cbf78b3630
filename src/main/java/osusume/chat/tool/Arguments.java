package osusume.chat.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import osusume.chat.Harmless;
import osusume.data.NearestName;
import osusume.json.Json;

/**
 * The arguments of a call, held against what the tool takes. An argument that is null is one that
 * is not there, as some models write it.
 */
final class Arguments {
  private static final int LONGEST_SHOWN = 60;

  private final Map<String, Object> values;

  private Arguments(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * @throws ToolArgumentException if one is unknown, missing or not what it must be
   */
  static Arguments read(List<Argument> known, JsonNode json) throws ToolArgumentException {
    return read(known, json, "");
  }

  /** Those that are what they must be; the others are left out. */
  static Arguments readable(List<Argument> known, JsonNode json) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Argument argument : known) {
      try {
        JsonNode value = json.path(argument.name());
        if (given(value)) {
          values.put(argument.name(), value(argument.name(), argument.type(), value));
        }
      } catch (ToolArgumentException e) {
        // Left out: this is for a line that tells what a call is about, before it is made.
      }
    }
    return new Arguments(values);
  }

  private static Arguments read(List<Argument> known, JsonNode json, String where)
      throws ToolArgumentException {
    if (!json.isObject()) {
      throw new ToolArgumentException(
          "%s is %s, but a JSON object with named arguments is expected."
              .formatted(where.isEmpty() ? "The call" : "'" + where + "'", shown(json)));
    }
    for (String name : (Iterable<String>) json::fieldNames) {
      requireKnown(known, where + name, name);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Argument argument : known) {
      JsonNode value = json.path(argument.name());
      if (given(value)) {
        values.put(argument.name(), value(where + argument.name(), argument.type(), value));
      } else if (argument.required()) {
        throw new ToolArgumentException(
            "'%s' is missing: %s.".formatted(where + argument.name(), argument.meaning()));
      }
    }
    return new Arguments(values);
  }

  private static void requireKnown(List<Argument> known, String path, String name)
      throws ToolArgumentException {
    List<String> names = known.stream().map(Argument::name).toList();
    if (!names.contains(name)) {
      throw new ToolArgumentException(
          names.isEmpty()
              ? "There is no argument '%s': there are none.".formatted(Harmless.line(path))
              : "There is no argument '%s'; did you mean '%s'? There are: %s."
                  .formatted(
                      Harmless.line(path), NearestName.of(name, names), String.join(", ", names)));
    }
  }

  private static boolean given(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  private static Object value(String name, Argument.Type type, JsonNode json)
      throws ToolArgumentException {
    return switch (type) {
      case Argument.Type.Flag _ when json.isBoolean() -> json.booleanValue();
      case Argument.Type.Flag _ -> throw misfit(name, json, "true or false");
      case Argument.Type.Whole whole -> whole(name, whole, json);
      case Argument.Type.Decimal number -> decimal(name, number, json);
      case Argument.Type.Text text -> text(name, text.longest(), json);
      case Argument.Type.Choice choice -> choice(name, choice.words(), json);
      case Argument.Type.Title _ when json.isInt() -> String.valueOf(json.intValue());
      case Argument.Type.Title _ when json.isTextual() -> text(name, Harmless.LONGEST, json);
      case Argument.Type.Title _ ->
          throw misfit(name, json, "the name of a title or its anime_id, a whole number");
      case Argument.Type.Value _ -> json;
      case Argument.Type.Several several -> several(name, several, json);
      case Argument.Type.Parts parts -> read(parts.fields(), json, name + ".");
    };
  }

  private static Object whole(String name, Argument.Type.Whole type, JsonNode json)
      throws ToolArgumentException {
    boolean whole = json.isNumber() && json.doubleValue() == Math.rint(json.doubleValue());
    if (!whole || json.doubleValue() < type.least() || json.doubleValue() > type.most()) {
      throw misfit(name, json, "a whole number " + range(type.least(), type.most()));
    }
    return json.intValue();
  }

  private static String range(int least, int most) {
    return most == Integer.MAX_VALUE ? "not below " + least : "from " + least + " to " + most;
  }

  private static Object decimal(String name, Argument.Type.Decimal type, JsonNode json)
      throws ToolArgumentException {
    double value = json.isNumber() ? json.doubleValue() : Double.NaN;
    if (!(value >= type.least() && value <= type.most())) {
      throw misfit(
          name, json, "a number from %s to %s".formatted(plain(type.least()), plain(type.most())));
    }
    return value;
  }

  /** Without a fraction where there is none. */
  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  private static Object text(String name, int longest, JsonNode json) throws ToolArgumentException {
    if (!json.isTextual() || json.textValue().isBlank()) {
      throw misfit(name, json, "a text");
    }
    if (json.textValue().length() > longest) {
      throw new ToolArgumentException(
          "'%s' has %d characters, but %d is the most."
              .formatted(name, json.textValue().length(), longest));
    }
    return json.textValue().strip();
  }

  private static Object choice(String name, List<String> words, JsonNode json)
      throws ToolArgumentException {
    if (!json.isTextual() || json.textValue().length() > LONGEST_SHOWN) {
      throw misfit(name, json, "one of " + String.join(", ", words));
    }
    String said = json.textValue().strip();
    Optional<String> word = words.stream().filter(said::equalsIgnoreCase).findFirst();
    return word.orElseThrow(
        () ->
            words.isEmpty()
                ? misfit(name, json, "nothing, for there is none")
                : new ToolArgumentException(
                    "'%s' is %s; did you mean \"%s\"? Expected is one of %s."
                        .formatted(
                            name,
                            shown(json),
                            NearestName.of(said, words),
                            String.join(", ", words))));
  }

  private static Object several(String name, Argument.Type.Several type, JsonNode json)
      throws ToolArgumentException {
    if (!json.isArray()) {
      return List.of(value(name, type.of(), json));
    }
    if (json.isEmpty()) {
      // A model that fills in every argument means "none" by an empty list.
      return List.of();
    }
    if (json.size() > type.most()) {
      throw new ToolArgumentException(
          "'%s' has %d values, but %d is the most.".formatted(name, json.size(), type.most()));
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      values.add(value(name + "[" + i + "]", type.of(), json.get(i)));
    }
    return List.copyOf(values);
  }

  private static ToolArgumentException misfit(String name, JsonNode json, String expected) {
    return new ToolArgumentException(
        "'%s' is %s, but %s is expected.".formatted(name, shown(json), expected));
  }

  /** What came, short enough for a sentence. */
  static String shown(JsonNode json) {
    String text = Harmless.line(Json.line(json));
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  boolean has(String name) {
    return values.containsKey(name) && !List.of().equals(values.get(name));
  }

  boolean flag(String name, boolean otherwise) {
    return (boolean) values.getOrDefault(name, otherwise);
  }

  OptionalInt whole(String name) {
    return values.get(name) instanceof Integer whole ? OptionalInt.of(whole) : OptionalInt.empty();
  }

  OptionalDouble decimal(String name) {
    return values.get(name) instanceof Double number
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  /** A text, a word of a choice, or a title as it was said. */
  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A list of texts; empty where there is none. */
  List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  /** A list of objects; empty where there is none. */
  List<Arguments> objects(String name) {
    return list(name).stream().map(Arguments.class::cast).toList();
  }

  private List<?> list(String name) {
    return values.get(name) instanceof List<?> list ? list : List.of();
  }

  Optional<Arguments> object(String name) {
    return values.get(name) instanceof Arguments object ? Optional.of(object) : Optional.empty();
  }

  /** A value of any kind. */
  Optional<JsonNode> value(String name) {
    return values.get(name) instanceof JsonNode json ? Optional.of(json) : Optional.empty();
  }
}
