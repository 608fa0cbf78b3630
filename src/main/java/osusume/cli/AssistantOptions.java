package osusume.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.app.AssistantKind;
import osusume.app.AssistantWish;
import osusume.data.NearestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The words that say which assistant is asked. */
final class AssistantOptions {
  @Option(
      names = "--assistant",
      paramLabel = "NAME",
      description =
          "openai, local or offline (default: openai where there is a key, else local where there is"
              + " an address, else offline)",
      converter = Kind.class)
  private AssistantKind assistant;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "which model is asked (default: gpt-4o of openai, the first of local); offline has none")
  private String model;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "where openai or local is asked, like http://127.0.0.1:11434/v1 (default: the environment"
              + " variable OPENAI_BASE_URL)")
  private String baseUrl;

  @Option(
      names = "--context",
      paramLabel = "TOKENS",
      description =
          "how much the model can take at once, in agent mode (default: what its server says; where"
              + " it does not, 8,192 near by and 16,000 elsewhere)",
      converter = ContextLength.class)
  private Integer context;

  AssistantWish wish() {
    return new AssistantWish(
        Optional.ofNullable(assistant),
        Optional.ofNullable(model),
        Optional.ofNullable(baseUrl),
        ContextLength.optional(context));
  }

  /** Reads an assistant's name. */
  static final class Kind implements ITypeConverter<AssistantKind> {
    private static final List<String> NAMES =
        Stream.of(AssistantKind.values()).map(AssistantKind::option).toList();

    @Override
    public AssistantKind convert(String value) {
      String name = value.toLowerCase(Locale.ROOT);
      if (!NAMES.contains(name)) {
        throw new TypeConversionException(
            "there is no assistant '%s'; did you mean '%s'? There are: %s"
                .formatted(value, NearestName.of(name, NAMES), String.join(", ", NAMES)));
      }
      return AssistantKind.values()[NAMES.indexOf(name)];
    }
  }
}
