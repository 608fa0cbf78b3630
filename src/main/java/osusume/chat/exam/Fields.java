package osusume.chat.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fields of a JSON object, read strictly: each of its kind, and none left over. */
final class Fields {
  private final ObjectNode node;
  private final String where;
  private final Set<String> unread = new LinkedHashSet<>();

  /**
   * @param where for the sentence that says what is wrong: "open.jsonl, line 3"
   */
  Fields(JsonNode node, String where) {
    if (!(node instanceof ObjectNode object)) {
      throw wrong(where, "has %s where an object is expected".formatted(node));
    }
    this.node = object;
    this.where = where;
    object.fieldNames().forEachRemaining(unread::add);
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw notA(name, "a text");
    }
    return value.textValue();
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String text = text(name);
    return Stream.of(type.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                notA(
                    name,
                    "one of "
                        + String.join(
                            ", ",
                            Stream.of(type.getEnumConstants())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    return has(name) ? choice(name, type) : otherwise;
  }

  int whole(String name) {
    JsonNode value = required(name);
    if (!value.isInt()) {
      throw notA(name, "a whole number");
    }
    return value.intValue();
  }

  int whole(String name, int otherwise) {
    return has(name) ? whole(name) : otherwise;
  }

  double number(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode value = required(name);
    if (!value.isNumber()) {
      throw notA(name, "a number");
    }
    return value.doubleValue();
  }

  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    JsonNode value = required(name);
    if (!value.isBoolean()) {
      throw notA(name, "true or false");
    }
    return value.booleanValue();
  }

  List<String> texts(String name) {
    return list(name, JsonNode::isTextual, JsonNode::textValue, "texts");
  }

  List<Integer> wholes(String name) {
    return list(name, JsonNode::isInt, JsonNode::intValue, "whole numbers");
  }

  List<Fields> objects(String name) {
    return list(name, JsonNode::isObject, each -> new Fields(each, where), "objects");
  }

  Optional<Fields> object(String name) {
    return has(name) ? Optional.of(new Fields(required(name), where)) : Optional.empty();
  }

  /** The list of that name; empty where there is none. An empty list says nothing and is wrong. */
  private <T> List<T> list(
      String name, Predicate<JsonNode> isOne, Function<JsonNode, T> one, String expected) {
    if (!has(name)) {
      return List.of();
    }
    JsonNode value = required(name);
    List<T> all = new ArrayList<>();
    value.forEach(
        each -> {
          if (!isOne.test(each)) {
            throw notA(name, "a list of " + expected);
          }
          all.add(one.apply(each));
        });
    if (!value.isArray() || all.isEmpty()) {
      throw notA(name, "a list of " + expected);
    }
    return all;
  }

  private JsonNode required(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw wrong(where, "lacks \"%s\"".formatted(name));
    }
    unread.remove(name);
    return value;
  }

  /** Is told when everything was read that there should be. */
  void done() {
    if (!unread.isEmpty()) {
      throw wrong(
          where, "has \"%s\", which means nothing there".formatted(unread.iterator().next()));
    }
  }

  IllegalArgumentException notA(String name, String expected) {
    return wrong(where, "has \"%s\": %s, not %s".formatted(name, node.get(name), expected));
  }

  private static IllegalArgumentException wrong(String where, String what) {
    return new IllegalArgumentException(
        "A request of the exam can't be read: %s %s.".formatted(where, what));
  }
}
