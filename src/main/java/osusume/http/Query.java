package osusume.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import osusume.data.NearestName;

/**
 * The parameters of one request. There is none that its route does not know, none without a value,
 * none twice that may be given once, and each has a value of its type.
 */
final class Query {
  /** What the web server puts for bytes that are not UTF-8 where they came unencoded. */
  private static final char UNREADABLE = '\ufffd';

  private final Map<String, List<String>> values;

  private Query(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads a query as a form sends it: {@code name=value} with {@code &} between, percent-encoded
   * UTF-8, {@code +} for a space.
   *
   * @param raw what follows the question mark; null: nothing
   * @param known what may be given
   * @throws Problem 400, naming the parameter, what came and what is expected
   */
  static Query parse(String raw, List<Parameter> known) throws Problem {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String part : raw == null ? new String[0] : raw.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = decoded(equals < 0 ? part : part.substring(0, equals), true);
      String value = equals < 0 ? "" : decoded(part.substring(equals + 1), true);
      Parameter parameter = named(name, known);
      ParameterValue.check(parameter, value);
      List<String> given = values.computeIfAbsent(name, _ -> new ArrayList<>(1));
      if (!given.isEmpty() && !parameter.repeatable()) {
        throw Problem.wrong(
            name,
            "'%s' is given more than once, as '%s' and '%s', but may be given once."
                .formatted(name, Problem.shown(given.getFirst()), Problem.shown(value)));
      }
      given.add(value);
    }
    return new Query(values);
  }

  private static Parameter named(String name, List<Parameter> known) throws Problem {
    for (Parameter parameter : known) {
      if (parameter.name().equals(name)) {
        return parameter;
      }
    }
    String shown = Problem.shown(name);
    if (known.isEmpty()) {
      throw Problem.wrong(
          shown, "There is no parameter '%s' here: this route takes none.".formatted(shown));
    }
    List<String> names = known.stream().map(Parameter::name).toList();
    throw Problem.wrong(
        shown,
        "There is no parameter '%s'; did you mean '%s'? The parameters are: %s."
            .formatted(shown, NearestName.of(shown, names), String.join(", ", names)));
  }

  /**
   * Takes percent-encoding away.
   *
   * @param form whether a plus is a space
   * @throws Problem 400 where it is broken, or what it stands for is not UTF-8
   */
  static String decoded(String text, boolean form) throws Problem {
    if (isPlain(text)) {
      return text;
    }
    try {
      if (text.indexOf(UNREADABLE) >= 0) {
        throw new MalformedInputException(1);
      }
      String plain = form ? text : text.replace("+", "%2B");
      // What came unencoded is UTF-8 too, as programs like curl send it.
      String bytewise =
          new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      byte[] bytes =
          URLDecoder.decode(bytewise, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new Problem(
          400,
          "'%s' can't be read: it must be UTF-8, percent-encoded, like %%E3%%81%%8A for お."
              .formatted(Problem.shown(text)));
    }
  }

  /** Whether a text stands for itself, as most do. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '+' || c >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether no parameter was given. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Which parameters were given. */
  Set<String> names() {
    return values.keySet();
  }

  /** The value of a parameter that may be given once. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getFirst);
  }

  /** Every value of a parameter, in the order they were given. */
  List<String> texts(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** A whole number of 32 bits. */
  Optional<Integer> wholeNumber(String name) {
    return text(name).map(Integer::valueOf);
  }

  /** A whole number of 64 bits. */
  Optional<Long> count(String name) {
    return text(name).map(Long::valueOf);
  }

  Optional<Double> number(String name) {
    return text(name).map(Double::valueOf);
  }
}
